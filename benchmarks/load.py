"""Load over loopback by wrk: 16 connections, one second, or ten where nothing came in one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.answers import NO_HEADERS

_COMMAND = ["wrk", "--threads", "1", "--connections", "16", "--timeout", "10s"]
_SECONDS = (1, 10)
_SCRIPT = str(Path(__file__).with_name("summary.lua"))


def requests_per_second(url: str, length: int, headers: Mapping[str, str] = NO_HEADERS) -> float:
    """One answer that is an error, answers cut short of `length` bytes or none stop the run."""
    for seconds in _SECONDS:
        requests, microseconds, received, refused, broken = _counted(url, headers, seconds)
        if refused or broken:
            sys.exit(f"{url}: {refused} of {requests} answers were errors, {broken} did not come.")
        # What is open changes with the hour, and the length of the page by a few words.
        if received < requests * length * 0.95:
            sys.exit(f"{url}: {requests} answers of {length} bytes were {received} bytes in all.")
        if requests:
            return requests / microseconds * 1e6
    sys.exit(f"{url}: no answer in {seconds} seconds.")


def _counted(url: str, headers: Mapping[str, str], seconds: int) -> list[int]:
    sent = [part for name, value in headers.items() for part in ("--header", f"{name}: {value}")]
    command = [*_COMMAND, "--duration", f"{seconds}s", "--script", _SCRIPT, *sent, url]
    result = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    counted = next(line for line in result.stdout.splitlines() if line.startswith("counted"))
    return [int(number) for number in counted.split()[1:]]
