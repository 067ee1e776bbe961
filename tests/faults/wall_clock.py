"""A wall clock of a test's own for the processes that it starts; it can be stepped while they run.

Why not libfaketime: its 0.9.10 moves the deadlines of waits on the monotonic clock too, told to
leave that alone or not. Python's lock was then passed on at every step, a page took ten times as
long, and `time.sleep` failed (its issues 426 and 503).
"""

from __future__ import annotations

import shutil
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path

_SOURCE = Path(__file__).with_suffix(".c")


class WallClock:
    """Right at first. `folder` is for what it is made of."""

    def __init__(self, folder: Path) -> None:
        compiler = shutil.which("cc")
        assert compiler, "A C compiler is needed. On Debian: apt-get install gcc libc6-dev"
        library = folder / "wall_clock.so"
        command = [compiler, "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o", library]
        subprocess.run([*command, _SOURCE], check=True)
        self._file = folder / "wall_clock"
        self.move(0)
        self.environment = {"LD_PRELOAD": str(library), "WALL_CLOCK_FILE": str(self._file)}

    def move(self, seconds: int) -> None:
        """Move it ahead of the machine's by so many seconds; where they are negative, behind it."""
        mode = "r+b" if self._file.exists() else "wb"
        with self._file.open(mode, buffering=0) as file:  # in place, since processes have it open
            file.write(seconds.to_bytes(8, "little", signed=True))

    def set(self, time_of_day: str) -> None:
        """Set it to this time of 25 November 2026, a Wednesday, in UTC."""
        wanted = datetime.fromisoformat(f"2026-11-25T{time_of_day}").replace(tzinfo=UTC)
        self.move(round(wanted.timestamp() - time.time()))
