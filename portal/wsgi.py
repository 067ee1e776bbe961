"""The portal as a WSGI application: finished pages in front of Django."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

_django = get_wsgi_application()

# Only now: what these modules import needs Django to be set up.
from django.urls import reverse  # noqa: E402

from support.finished_pages import FinishedPages  # noqa: E402
from support.languages import SITE_LANGUAGES  # noqa: E402
from support.revision_watch import RevisionWatch, read_revision  # noqa: E402

application = FinishedPages(
    _django,
    [reverse("contact", args=[language]) for language in SITE_LANGUAGES],
    RevisionWatch(read_revision),
)
