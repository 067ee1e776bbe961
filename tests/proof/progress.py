"""How far a long run has come, on stderr: a bar, or a line for every tenth where none can move."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

_WIDTH = 40


def with_progress(title: str, done: Iterable[T], count: int) -> Iterator[T]:
    """Hand on `count` pieces of work as they come."""
    started, tenth = time.monotonic(), -1
    for number, item in enumerate(done, 1):
        yield item
        minutes, seconds = divmod(int(time.monotonic() - started), 60)
        elapsed = f"{minutes}:{seconds:02}"
        if sys.stderr.isatty():
            bar = "█" * (number * _WIDTH // count)
            end = "\n" if number == count else ""
            sys.stderr.write(f"\r{title} {bar:·<{_WIDTH}} {number / count:4.0%} {elapsed}{end}")
            sys.stderr.flush()
        elif number * 10 // count > tenth:
            tenth = number * 10 // count
            print(f"{title} {tenth * 10:3} % {elapsed}", file=sys.stderr, flush=True)
