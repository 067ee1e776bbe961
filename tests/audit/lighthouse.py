"""Run Lighthouse, from npm, with the Chromium of this machine."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from statistics import median

from tests.audit import npm

# Other work on the machine costs points; the middle of three runs decides.
_RUNS_IN_DOUBT = 2
_PERFORMANCE = 98


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
    """The audits that cost points, except for performance."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Lighthouse itself failed, which says nothing about the page."""

    words: str


Answer = Scores | Failure
Run = Callable[[list[Request]], list[Answer]]
"""Answer some requests in one browser, in their order."""


def install() -> str:
    """Install Lighthouse if its lock file has changed, and return the path of the browser."""
    chromium = shutil.which("chromium")
    if not chromium:
        sys.exit("The audit needs Chromium. Install it so that 'chromium' is on the PATH.")
    npm.install()
    return chromium


def judge(run: Run, requests: list[Request]) -> list[Answer]:
    """Return an answer for each request. A failure is tried once more, in another browser."""
    answers = run(requests)
    failed = [place for place, answer in enumerate(answers) if isinstance(answer, Failure)]
    if failed:
        again = run([requests[place] for place in failed])
        for place, answer in zip(failed, again, strict=True):
            answers[place] = answer
    return _doubts_settled(run, requests, answers)


def _doubts_settled(run: Run, requests: list[Request], answers: list[Answer]) -> list[Answer]:
    runs = {
        place: [answer.performance]
        for place, answer in enumerate(answers)
        if isinstance(answer, Scores) and answer.performance < _PERFORMANCE
    }
    again = [place for place in runs for _ in range(_RUNS_IN_DOUBT)]
    if not again:
        return answers
    for place, answer in zip(again, run([requests[place] for place in again]), strict=True):
        if isinstance(answer, Scores):
            runs[place].append(answer.performance)
    settled = list(answers)
    for place, points in runs.items():
        settled[place] = replace(answers[place], performance=int(median(points)))
    return settled


def run_in(chromium: str) -> Run:
    """Return how to run Lighthouse in the browser at the path `chromium`."""

    def run(requests: list[Request]) -> list[Answer]:
        pages = [{"url": r.url, "at": r.at, "scheme": r.scheme} for r in requests]
        process = subprocess.run(
            ["node", "lighthouse.mjs"],
            cwd=npm.FOLDER,
            env=os.environ | {"CHROME_PATH": chromium},
            input=json.dumps(pages),
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
        return read(process.stdout, len(pages))

    return run


def read(output: str, number: int) -> list[Answer]:
    """Return the answer of each line, and a failure for each line that is missing of `number`."""
    answers = [_answer(json.loads(line)) for line in output.splitlines()]
    missing = number - len(answers)
    return answers + [Failure("Lighthouse has ended before its time.")] * missing


def _answer(line: dict) -> Answer:
    if "failure" in line:
        return Failure(line["failure"])
    scores = line["scores"]
    return Scores(
        scores["performance"],
        scores["accessibility"],
        scores["best-practices"],
        scores["seo"],
        tuple(line["short"]),
    )
