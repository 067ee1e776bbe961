"""Measure everything that is promised of the public pages, and print a table.

python -m tests.audit [PATH …]
"""

from __future__ import annotations

import itertools
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import Thread

from tests.audit import lighthouse
from tests.audit.lighthouse import Answer, Request
from tests.audit.table import Seen, print_table

LANGUAGES = ("ja", "en", "it", "pt", "fr", "de", "nl", "es", "sv", "da")

PATHS = [
    *(f"/{language}/contact/" for language in LANGUAGES),
    "/ja/contact/sales/",
    "/de/contact/sales/",
]

INSTANTS = {
    "open": datetime.fromisoformat("2026-11-23T05:00:00+00:00"),
    "closed": datetime.fromisoformat("2026-11-28T12:00:00+00:00"),
}
SCHEMES = ("light", "dark")


def main(paths: list[str]) -> int:
    started = time.monotonic()
    chromium = lighthouse.install()
    from benchmarks.scratch import INITIAL, Scratch
    from benchmarks.servers import granian

    with tempfile.TemporaryDirectory() as folder, ExitStack() as running:
        scratch = Scratch(Path(folder))
        scratch.fill(())
        urls = {
            name: running.enter_context(
                granian(
                    "tests.audit.stopped:application",
                    scratch.environment(INITIAL) | {"AUDIT_AT": at.isoformat()},
                )
            ).url
            for name, at in INSTANTS.items()
        }
        variants = list(itertools.product(paths, INSTANTS, SCHEMES))
        answers: list[Answer] = []
        beside = Thread(
            target=lambda: answers.extend(_judged(chromium, urls, variants)), daemon=True
        )
        beside.start()
        seen = _seen(chromium, urls, variants)
        beside.join()
    if len(answers) != len(variants):
        print("Lighthouse has not looked at every page.", file=sys.stderr)
        return 1
    all_well = print_table(
        [replace(each, lighthouse=answer) for each, answer in zip(seen, answers, strict=True)]
    )
    print(f"{len(paths)} pages, {len(variants)} times, {time.monotonic() - started:.0f} seconds.")
    return 0 if all_well else 1


def _seen(chromium: str, urls: dict[str, str], variants: list[tuple[str, str, str]]) -> list[Seen]:
    from playwright.sync_api import sync_playwright

    from support.locales.languages import endonym
    from tests.audit.look import Looker

    endonyms = {language: endonym(language) for language in LANGUAGES}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        lookers = {name: Looker(browser, urls[name], at, endonyms) for name, at in INSTANTS.items()}
        return [
            Seen(path, instant, scheme, lookers[instant].look(path, scheme))
            for path, instant, scheme in _told(variants)
        ]


def _told(variants: list[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
    for path, instant, scheme in variants:
        print(f"{path} {instant} {scheme}", file=sys.stderr, flush=True)
        yield path, instant, scheme


def _judged(
    chromium: str, urls: dict[str, str], variants: list[tuple[str, str, str]]
) -> list[Answer]:
    requests = [
        Request(urls[instant] + path, int(INSTANTS[instant].timestamp() * 1000), scheme)
        for path, instant, scheme in variants
    ]
    return lighthouse.judge(lighthouse.run_in(chromium), requests)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or PATHS))
