"""Lighthouse, from npm, with the Chromium of this machine."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Request:
    url: str
    at: int
    """Milliseconds since the epoch."""
    scheme: str


@dataclass(frozen=True, slots=True)
class Scores:
    performance: int
    accessibility: int
    best_practices: int
    seo: int
    short: tuple[str, ...]
    """What cost points, but for performance."""


def install() -> str:
    """From the lock file, where it has changed since; the path of the browser."""
    chromium = shutil.which("chromium")
    if not chromium:
        sys.exit("The audit needs Chromium. Install it so that 'chromium' is on the PATH.")
    if not shutil.which("npm"):
        sys.exit(
            "The audit needs Node.js 20 or newer with npm. On Debian or Ubuntu: "
            "apt-get install nodejs npm"
        )
    stamp = FOLDER / "node_modules" / "stamp"
    lock = FOLDER / "package-lock.json"
    if not stamp.exists() or stamp.read_bytes() != lock.read_bytes():
        print("Installing Lighthouse …", flush=True)
        # Neither a browser of its own nor anything else that a package may want to run.
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run(command, cwd=FOLDER, check=True, stdout=sys.stderr)
        shutil.copy(lock, stamp)
    return chromium


def start(chromium: str, requests: list[Request]) -> subprocess.Popen:
    process = subprocess.Popen(
        ["node", "lighthouse.mjs"],
        cwd=FOLDER,
        env=os.environ | {"CHROME_PATH": chromium},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    pages = [{"url": r.url, "at": r.at, "scheme": r.scheme} for r in requests]
    process.stdin.write(json.dumps(pages))
    process.stdin.close()
    return process


def read(process: subprocess.Popen) -> Iterator[Scores]:
    """In the order of the requests, as they come."""
    for line in process.stdout:
        answer = json.loads(line)
        scores = answer["scores"]
        yield Scores(
            scores["performance"],
            scores["accessibility"],
            scores["best-practices"],
            scores["seo"],
            tuple(answer["short"]) + ((answer["error"],) if answer["error"] else ()),
        )
    if process.wait() != 0:
        sys.exit("Lighthouse has ended before its time.")
