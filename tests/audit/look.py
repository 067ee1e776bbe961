"""Look at one page in a browser, at one instant, in one colour scheme."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, JSHandle, Page

from tests.audit.reviewed import REVIEWED, Reviewed

_FOLDER = Path(__file__).parent
CHECKS = (_FOLDER / "checks.js").read_text("utf-8")
SET_CLOCK = (_FOLDER / "clock.js").read_text("utf-8")

PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 256}  # 1280 by 1024 at 400 %
DESKTOP = {"width": 1280, "height": 1024}

# Nothing is pressed endlessly, should the focus never leave the page.
_MOST_CONTROLS = 2_000

_LAYOUT_SHIFT = """
window.auditedShift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.auditedShift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@dataclass
class Findings:
    """Each list is empty where all is well."""

    axe: list[str] = field(default_factory=list)
    incomplete: list[str] = field(default_factory=list)
    reviewed: int = 0
    page_bytes: int = 0
    all_bytes: int = 0
    foreign_requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    layout_shift: float = 0.0
    no_first_paint: list[str] = field(default_factory=list)
    keyboard: list[str] = field(default_factory=list)
    controls: int = 0
    sideways: list[str] = field(default_factory=list)
    clipped: list[str] = field(default_factory=list)
    foreign_names: list[str] = field(default_factory=list)
    glyphs: list[str] = field(default_factory=list)


def checks(page: Page) -> JSHandle:
    return page.evaluate_handle(CHECKS)


def ask(page: Page, name: str, *arguments: object) -> object:
    """Return what a function of `checks.js` finds on the page."""
    return checks(page).evaluate(f"(checks, given) => checks.{name}(...given)", list(arguments))


def axe(page: Page, only: tuple[str, ...] = ()) -> tuple[list[str], list[str], int]:
    """Return violations, incomplete results not yet reviewed, and how many are reviewed."""
    options: dict[str, object] = {"resultTypes": ["violations", "incomplete"]}
    if only:
        options["runOnly"] = list(only)
    response = Axe().run(page, options=options).response
    violations = [_told(rule, node) for rule, node in _nodes(response["violations"])]
    left = []
    reviewed = 0
    for rule, node in _nodes(response["incomplete"]):
        if any(_holds(page, review, rule, node) for review in REVIEWED):
            reviewed += 1
        else:
            left.append(_told(rule, node))
    return violations, left, reviewed


def _nodes(results: list[dict]) -> Iterator[tuple[str, dict]]:
    return ((result["id"], node) for result in results for node in result["nodes"])


def _told(rule: str, node: dict) -> str:
    why = node.get("failureSummary", "").split("\n")[-1].strip()
    return f"{rule}: {node['html'][:100]} ({why[:120]})"


def _holds(page: Page, review: Reviewed, rule: str, node: dict) -> bool:
    if review.rule != rule:
        return False
    target = node["target"][0]
    return page.evaluate(
        f"""([target, selector]) => {{
            const element = document.querySelector(target);
            return Boolean(element && element.matches(selector) && ({review.holds}));
        }}""",
        [target, review.selector],
    )


def walk(page: Page, *, opened: bool = False) -> tuple[int, list[str]]:
    """Press Tab through the page; return the number of controls and what is wrong with the way."""
    expected = ask(page, "controls", opened)
    found = []
    reached = []
    for _ in range(_MOST_CONTROLS):
        page.keyboard.press("Tab")
        here = ask(page, "focused")
        if here is None:
            break
        if here["place"] in reached and here["place"] >= 0:
            break  # round again, in a browser that has no frame of its own
        reached.append(here["place"])
        if here["place"] < 0:
            found.append(f"unexpected: {here['told']}")
        if not here["outlined"] and not _changes_pixels(page, here["box"]):
            found.append(f"focus is not seen: {here['told']}")
        if not here["inside"]:
            found.append(f"out of sight: {here['told']}")
        if here["covered"] and not opened:
            found.append(f"covered: {here['told']} by {here['covered']}")
    missed = sorted(set(range(len(expected))) - set(reached))
    found += [f"not reached: {expected[place]}" for place in missed]
    if reached != sorted(reached):
        found.append("the order is not that of the page")
    return len(expected), found


def _changes_pixels(page: Page, box: dict[str, float]) -> bool:
    if box["width"] < 1 or box["height"] < 1:
        return False
    margin = 6
    clip = {
        "x": max(0, box["x"] - margin),
        "y": max(0, box["y"] - margin),
        "width": box["width"] + 2 * margin,
        "height": box["height"] + 2 * margin,
    }
    focused = page.screenshot(clip=clip, animations="disabled", caret="hide")
    page.evaluate("() => { window.auditedFocus = document.activeElement; auditedFocus.blur(); }")
    without = page.screenshot(clip=clip, animations="disabled", caret="hide")
    page.evaluate("() => auditedFocus.focus({ focusVisible: true, preventScroll: true })")
    return focused != without


class Looker:
    """Look at pages of one portal at one instant, which the browser's own clock shows too."""

    def __init__(self, browser: Browser, url: str, at: datetime, english: dict[str, str]) -> None:
        self._browser = browser
        self._url = url
        self._at = at
        self._endonyms = english
        self._english_texts: dict[str, list[str]] = {}

    def look(self, path: str, scheme: str) -> Findings:
        """Return all findings in the light scheme, and those that colours decide in the dark."""
        findings = Findings()
        with self._context(path, PHONE, scheme) as context:
            context.add_init_script(_LAYOUT_SHIFT)
            page = context.new_page()
            self._load(page, path, findings)
            findings.layout_shift = page.evaluate("window.auditedShift")
            self._axe(page, findings)
            page.set_viewport_size(DESKTOP)
            self._axe(page, findings, "color-contrast" if scheme == "dark" else "")
            findings.controls, findings.keyboard = walk(page)
            if scheme == "light":
                findings.keyboard += walk(page, opened=True)[1]
                findings.foreign_names = self._foreign(page, path)
                if page.evaluate("document.documentElement.lang") == "ja":
                    findings.glyphs = ask(page, "missingGlyphs")
        if scheme == "light":
            self._on_desktop(path, findings)
            self._zoomed(path, findings)
            self._without_javascript(path, findings)
        return findings

    @contextmanager
    def _context(
        self, path: str, size: dict, scheme: str, **more: object
    ) -> Iterator[BrowserContext]:
        language = path.split("/")[1]
        context = self._browser.new_context(
            viewport=size, color_scheme=scheme, locale=language, timezone_id="UTC", **more
        )
        context.set_default_timeout(120_000)
        at = int(self._at.timestamp() * 1000)
        context.add_init_script(f"({SET_CLOCK.strip()})({at})")
        try:
            yield context
        finally:
            context.close()

    def _load(self, page: Page, path: str, findings: Findings) -> None:
        requests = []
        page.on("requestfinished", lambda request: requests.append(request))
        page.on("requestfailed", lambda request: requests.append(request))
        page.on("pageerror", lambda error: findings.errors.append(str(error)))
        page.on("console", lambda m: findings.errors.append(m.text) if m.type == "error" else None)
        response = page.goto(self._url + path, wait_until="networkidle")
        if response.status != 200:
            findings.errors.append(f"answered with {response.status}")
        for request in requests:
            origin = urlsplit(request.url)
            if origin.scheme == "data":
                continue
            if f"{origin.scheme}://{origin.netloc}" != self._url:
                findings.foreign_requests.append(request.url)
                continue
            answer = request.response()
            size = request.sizes()["responseBodySize"] if answer else 0
            if answer is None or answer.status >= 400:
                findings.errors.append(f"not loaded: {origin.path}")
            findings.all_bytes += size
            if request.is_navigation_request():
                findings.page_bytes += size

    def _axe(self, page: Page, findings: Findings, *only: str) -> None:
        before = list(findings.errors)
        violations, left, reviewed = axe(page, tuple(rule for rule in only if rule))
        findings.errors[:] = before  # axe itself tries out styles that the page's policy forbids
        findings.axe += violations
        findings.incomplete += left
        findings.reviewed += reviewed

    def _on_desktop(self, path: str, findings: Findings) -> None:
        with self._context(path, DESKTOP, "light") as context:
            context.add_init_script(_LAYOUT_SHIFT)
            page = context.new_page()
            self._load(page, path, Findings())
            findings.layout_shift = max(findings.layout_shift, page.evaluate("window.auditedShift"))
            findings.sideways += ask(page, "wider")
            ask(page, "twiceAsLong")
            findings.clipped += [*ask(page, "wider"), *ask(page, "clipped")]

    def _zoomed(self, path: str, findings: Findings) -> None:
        with self._context(path, NARROW, "light", device_scale_factor=4) as context:
            page = context.new_page()
            self._load(page, path, Findings())
            findings.sideways += ask(page, "wider")
            ask(page, "controls", True)  # with everything unfolded
            findings.sideways += ask(page, "wider")
            ask(page, "twiceAsLong")
            findings.clipped += [*ask(page, "wider"), *ask(page, "clipped")]

    def _without_javascript(self, path: str, findings: Findings) -> None:
        with self._context(path, PHONE, "light", java_script_enabled=False) as context:
            page = context.new_page()
            self._load(page, path, Findings())
            findings.no_first_paint += ask(page, "blockingScripts")
            if ask(page, "firstPaint") is None:
                findings.no_first_paint.append("nothing is painted")

    def _foreign(self, page: Page, path: str) -> list[str]:
        _, _, rest = path[1:].partition("/")
        if rest not in self._english_texts:
            with self._context("/en/", DESKTOP, "light") as context:
                english = context.new_page()
                english.goto(f"{self._url}/en/{rest}")
                self._english_texts[rest] = ask(english, "longTexts")
        return ask(page, "foreign", self._endonyms, self._english_texts[rest])
