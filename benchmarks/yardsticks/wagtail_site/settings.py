"""A Wagtail project as `wagtail start` makes it, with one page type."""

from benchmarks.yardsticks.standard_settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.yardsticks.wagtail_site.urls"

INSTALLED_APPS = [
    "benchmarks.yardsticks.wagtail_site",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    *INSTALLED_APPS,  # noqa: F405
]
MIDDLEWARE = [
    *MIDDLEWARE,  # noqa: F405
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

WAGTAIL_SITE_NAME = "Support"
WAGTAILADMIN_BASE_URL = "http://127.0.0.1"
WAGTAILDOCS_EXTENSIONS = ["pdf"]
