"""Name the project's folders. Read before the settings, so it imports nothing of the portal."""

from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = BASE_DIR / "var"

# Written by `make run` on your own machine; real environment variables override it.
LOCAL_ENVIRONMENT = VAR / "local.env"
