"""Keep in pytest's cache, which `--cache-clear` empties, what takes long to make.

What is kept is known by all that it is made of, and made anew when anything of that changes.
"""

from __future__ import annotations

import fcntl
import hashlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_FOLDER = ROOT / ".pytest_cache" / "d"

_KINDS = {"portal": "*.py", "support": "*.py", "locale": "*.mo"}


def folder_of(name: str) -> Path:
    """Return the folder in which things of this name are kept; `alone` makes it."""
    return _FOLDER / name


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until no other process makes or copies what is in the folder.

    It is made here: each process of a run with `--cache-clear` empties the cache as it starts.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def digest(*more: Path) -> str:
    """Return what a database with the shipped data is known by, and these files with it."""
    digest = hashlib.sha256(sys.version.encode())
    files = [path for folder, kind in _KINDS.items() for path in (ROOT / folder).rglob(kind)]
    files += (ROOT / "support").glob("*.toml")
    files += [ROOT / "requirements.txt", *more]
    for path in sorted(files):
        digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return digest.hexdigest()[:16]
