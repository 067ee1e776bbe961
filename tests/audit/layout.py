"""How long the contact page is, and how far it is to the first button: python -m tests.audit.layout

The page is measured in ten languages, with five exceptions ahead, while some desks are open.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

from tests.audit.look import DESKTOP, PHONE, SET_CLOCK

AT = datetime.fromisoformat("2026-11-23T05:00:00+00:00")
LANGUAGES = ("ja", "en", "it", "pt", "fr", "de", "nl", "es", "sv", "da")

# In CSS pixels, by language and width of the screen.
_HEIGHTS = {("en", 1280): 3000, ("pt", 390): 4700, ("ja", 390): 3900, ("de", 390): 4700}
_MOST_ELEMENTS, _MOST_HEADINGS, _MOST_STOPS = 1200, 30, 12

# In a text browser of 80 columns; other languages take longer words.
_MOST_LINES = {"en": 300}

_MEASURE = """() => {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const first = [...document.querySelectorAll("main .answer a.button")].find(shown);
  const stops = [...document.querySelectorAll("a[href], button, input, select, summary")]
    .filter((element) => element.tabIndex >= 0 && shown(element));
  return {
    height: document.documentElement.scrollHeight,
    elements: document.querySelectorAll("*").length,
    headings: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(shown).length,
    stops: first ? stops.indexOf(first) + 1 : null,
    bottom: first ? Math.round(first.getBoundingClientRect().bottom) : null,
    small: [...document.querySelectorAll("a[href], button, input:not([type=hidden]), summary")]
      .filter((element) => shown(element) && !element.closest("p, dd, li"))
      .map((element) => element.getBoundingClientRect())
      .filter((box) => box.width > 1 && (box.width < 24 || box.height < 24)).length,
  };
}"""


class Figure(NamedTuple):
    name: str
    value: float | None
    most: float | None

    def __str__(self) -> str:
        missed = self.most is not None and (self.value is None or self.value > self.most)
        return f"{self.name} {self.value}{' ✗' if missed else ''}"


def main() -> int:
    chromium = shutil.which("chromium")
    from benchmarks.scratch import INITIAL, Scratch
    from benchmarks.servers import granian

    with tempfile.TemporaryDirectory() as folder:
        scratch = Scratch(Path(folder))
        scratch.fill(())
        _add_exceptions()
        environment = scratch.environment(INITIAL) | {"AUDIT_AT": AT.isoformat()}
        with (
            granian("tests.audit.stopped:application", environment) as server,
            sync_playwright() as playwright,
        ):
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            rows = {language: _figures(browser, server.url, language) for language in LANGUAGES}
    return _printed(rows)


def _add_exceptions() -> None:
    """Five exceptions of different kinds, and the holidays of two countries."""
    from support.models import Department, LanguageWindow
    from tests import factories

    sales = Department.objects.get(slug="sales")
    support = Department.objects.get(slug="customer-support")
    factories.closed_on("2026-11-27", department=sales, reason_en="Team day", reason_ja="社員研修")
    factories.closed_on("2026-12-24/2026-12-26", reason_en="Christmas", reason_ja="年末休業")
    factories.hours_on("2026-12-31", "10:00-14:00 UTC", department=support, reason_en="Stocktaking")
    factories.closure("2026-12-02T10:00", "2026-12-02T12:00", department=sales)
    factories.closed_on("2026-12-28", department=support, languages=("ja",), reason_en="Training")
    LanguageWindow.objects.filter(department=sales, language="de").update(holidays="DE")
    LanguageWindow.objects.filter(language="ja").update(holidays="JP")


def _figures(browser: Browser, url: str, language: str) -> list[Figure]:
    path = f"/{language}/contact/"
    desktop, phone = (_measured(browser, url + path, language, size) for size in (DESKTOP, PHONE))
    lines = _in_w3m(url + path)
    return [
        Figure("1280", desktop["height"], _HEIGHTS.get((language, 1280))),
        Figure("390", phone["height"], _HEIGHTS.get((language, 390))),
        Figure("elements", phone["elements"], _MOST_ELEMENTS),
        Figure("headings", phone["headings"], _MOST_HEADINGS),
        Figure("Tab stops", phone["stops"], _MOST_STOPS),
        Figure("button ends at", phone["bottom"], PHONE["height"]),
        Figure("small targets", phone["small"], 0),
        Figure("lines in w3m", len(lines), _MOST_LINES.get(language)),
    ]


def _measured(
    browser: Browser, url: str, language: str, size: Mapping[str, int]
) -> dict[str, int | None]:
    context = browser.new_context(viewport=size, locale=language, timezone_id="UTC")
    try:
        context.add_init_script(f"({SET_CLOCK.strip()})({int(AT.timestamp() * 1000)})")
        page = context.new_page()
        page.goto(url, wait_until="networkidle")
        return page.evaluate(_MEASURE)
    finally:
        context.close()


def _in_w3m(url: str) -> list[str]:
    """Return the lines of the page in a text browser of 80 columns."""
    dumped = subprocess.run(
        ["w3m", "-dump", "-cols", "80", url],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "LANG": "C.UTF-8"},
    )
    return dumped.stdout.splitlines()


def _printed(rows: Mapping[str, list[Figure]]) -> int:
    for language, figures in rows.items():
        print(f"{language}: {' · '.join(map(str, figures))}")
    return int(any("✗" in str(figure) for figures in rows.values() for figure in figures))


if __name__ == "__main__":
    sys.exit(main())
