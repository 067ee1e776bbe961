"""Where things lie. Read before any settings are, so it imports nothing of the portal."""

from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = BASE_DIR / "var"

# Written by `make run` for a machine of one's own; the real environment always wins over it.
LOCAL_ENVIRONMENT = VAR / "local.env"
