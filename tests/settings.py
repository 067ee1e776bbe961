"""The portal's settings with what a test run needs."""

import os

os.environ.setdefault("SECRET_KEY", "a-key-that-only-the-tests-use-and-that-protects-nothing")
os.environ.setdefault("HTTPS", "false")

from portal.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
