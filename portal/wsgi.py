"""The portal as a WSGI application: finished pages in front of Django."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

_django = get_wsgi_application()

# Only now: what these modules import needs Django to be set up.
from support.directory.revision_watch import RevisionWatch, read_revision  # noqa: E402
from support.finished_pages.addresses import finished_address  # noqa: E402
from support.finished_pages.application import FinishedPages  # noqa: E402
from support.metrics.figures import noting_reads, start_reporting  # noqa: E402

application = FinishedPages(_django, finished_address, RevisionWatch(noting_reads(read_revision)))
start_reporting()

# What has been loaded lives as long as the process: the garbage collector need not go through it
# again and again while pages are handed out.
gc.freeze()
