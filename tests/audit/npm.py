"""Install the packages from npm that the audit runs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent


def install() -> None:
    """Install what the lock file pins, if that has changed since the last time."""
    if not shutil.which("npm"):
        sys.exit(
            "The audit needs Node.js 20 or newer with npm. On Debian or Ubuntu: "
            "apt-get install nodejs npm"
        )
    stamp = FOLDER / "node_modules" / "stamp"
    lock = FOLDER / "package-lock.json"
    if not stamp.exists() or stamp.read_bytes() != lock.read_bytes():
        print("Installing the packages from npm …", flush=True)
        # Neither a browser of its own nor anything else that a package may want to run.
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run(command, cwd=FOLDER, check=True, stdout=sys.stderr)
        shutil.copy(lock, stamp)
