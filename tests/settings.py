"""The portal's settings with what a test run needs."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("SECRET_KEY", "a-key-that-only-the-tests-use-and-that-protects-nothing")
os.environ.setdefault("HTTPS", "false")

from portal.paths import BASE_DIR
from portal.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
STATIC_ROOT = BASE_DIR / "support" / "static"  # it must exist; finders do the rest
LAST_GOOD_FILE = Path(tempfile.gettempdir()) / f"support-portal-tests-{os.getpid()}.json"

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":  # noqa: F405
    # A file, as in use: several threads then write as several people do.
    DATABASES["default"]["TEST"] = {  # noqa: F405
        "NAME": str(Path(tempfile.gettempdir()) / f"support-portal-tests-{os.getpid()}.sqlite3")
    }
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"  # noqa: F405
