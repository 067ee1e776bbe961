"""The portal's own settings without its application, serving the bare view."""

from portal.settings import *  # noqa: F403

INSTALLED_APPS = [name for name in INSTALLED_APPS if not name.startswith("support")]  # noqa: F405
# Those of the project serve the application.
MIDDLEWARE = [name for name in MIDDLEWARE if not name.startswith(("support.", "portal."))]  # noqa: F405
ROOT_URLCONF = "benchmarks.yardsticks.bare_view"
