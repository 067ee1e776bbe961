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
    "attachments": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = (
    True  # else every test client looks through all files, for most of its time
)
STATIC_ROOT = BASE_DIR / "support" / "static"  # it must exist; finders do the rest
LAST_GOOD_FILE = Path(tempfile.gettempdir()) / f"support-portal-tests-{os.getpid()}.json"

# Two runs at the same time share nothing. The workers of a run have this name in common.
DATABASE = os.environ.setdefault("TEST_DATABASE", f"support_portal_tests_{os.getpid()}")
CACHES["default"]["KEY_PREFIX"] = f"tests-{os.getpid()}"  # noqa: F405
if DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": f"{DATABASE}_copy"}  # noqa: F405
    # A browser keeps its connection, and with it a thread of the live server, past its test.
    DATABASES["default"]["CONN_MAX_AGE"] = 0  # noqa: F405
    # Nothing that a test commits needs to outlast a power cut.
    DATABASES["default"]["OPTIONS"] = {"options": "-c synchronous_commit=off"}  # noqa: F405
else:
    # A file, as in use: several threads then write as several people do.
    DATABASES["default"]["TEST"] = {  # noqa: F405
        "NAME": str(Path(tempfile.gettempdir()) / f"{DATABASE}.sqlite3")
    }
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"  # noqa: F405
