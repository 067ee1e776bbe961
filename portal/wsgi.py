"""The portal as a WSGI application: finished pages in front of Django."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

_django = get_wsgi_application()

# Only now: what these modules import needs Django to be set up.
from django.conf import settings  # noqa: E402

from portal.request_bodies import RequestBodies  # noqa: E402
from support.directory.current import current_directory  # noqa: E402
from support.finished_pages.addresses import finished_address  # noqa: E402
from support.finished_pages.application import FinishedPages  # noqa: E402
from support.metrics.figures import start_reporting  # noqa: E402

current_directory.start_watching()
application = FinishedPages(
    RequestBodies(_django),
    finished_address,
    current_directory,
    staff_cookie=settings.SESSION_COOKIE_NAME,
)
start_reporting()

# What has been loaded lives as long as the process: the garbage collector need not go through it
# again and again while pages are handed out.
gc.freeze()

# A collection of everything stops all threads: with 200 departments for half a second, and every
# few seconds while people save. What lives so long is nearly all freed without one.
_YOUNG, _MIDDLE, _ = gc.get_threshold()
gc.set_threshold(_YOUNG, _MIDDLE, 1000)
