"""A project with django-helpdesk as its documentation installs it; its knowledge base is public."""

from benchmarks.yardsticks.standard_settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.yardsticks.helpdesk_site.urls"

INSTALLED_APPS = [
    *INSTALLED_APPS,  # noqa: F405
    "django.contrib.sites",
    "django.contrib.humanize",
    "rest_framework",
    "django_cleanup.apps.CleanupConfig",
    "helpdesk",
]

SITE_ID = 1
HELPDESK_TEAMS_MODE_ENABLED = False

# Its mails go nowhere; ours wait as rows for the process that sends them.
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
