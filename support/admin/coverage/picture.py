"""The week at a glance: the positions of the bars of each language, for an SVG."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.utils.html import format_html
from django.utils.safestring import SafeString

from support.admin.coverage.table import DAYS, HOURS, cell, lack
from support.locales.formatting import format_days
from support.locales.languages import language_name
from support.planning.coverage import Coverage, LanguageCover

_HOUR_WIDTH = 6
_DAY_WIDTH = len(HOURS) * _HOUR_WIDTH
_HEAD_HEIGHT = 22
_ROW_HEIGHT = 38

# The width of a digit, with its share of the margins.
_FIGURE_WIDTH = 6


@dataclass(frozen=True, slots=True)
class CoverageBar:
    """Hours of one day with the same number; `text` is empty where there is no room for it."""

    x: int
    width: int
    level: str
    text: str

    @property
    def in_svg(self) -> SafeString:
        """Return its elements; written here, since a template takes ten times as long."""
        shape = (25, 9) if self.level == "partly" else (16, 18)
        bar = format_html(
            '<rect class="cover-{}" x="{}" y="{}" width="{}" height="{}"/>',
            self.level,
            self.x,
            shape[0],
            self.width,
            shape[1],
        )
        if not self.text:
            return bar
        middle = self.x + self.width // 2
        words = '{}<text class="cover-{}" x="{}" y="29" text-anchor="middle">{}</text>'
        return format_html(words, bar, self.level, middle, self.text)


@dataclass(frozen=True, slots=True)
class CoverageRow:
    name: str
    lack: str
    y: int
    bars: tuple[CoverageBar, ...]


@dataclass(frozen=True, slots=True)
class CoveragePicture:
    """The whole picture; `days` are the positions and names of the days."""

    days: tuple[tuple[int, str], ...]
    rows: tuple[CoverageRow, ...]
    width: int
    height: int


def coverage_picture(whole: Coverage, language: str) -> CoveragePicture:
    days = [whole.monday + timedelta(days=number) for number in DAYS]
    rows = tuple(
        _row(cover, days, _HEAD_HEIGHT + number * _ROW_HEIGHT, language)
        for number, cover in enumerate(whole.languages)
    )
    return CoveragePicture(
        tuple((n * _DAY_WIDTH, format_days(day, day, language)) for n, day in enumerate(days)),
        rows,
        len(days) * _DAY_WIDTH,
        _HEAD_HEIGHT + len(rows) * _ROW_HEIGHT,
    )


def _row(cover: LanguageCover, days: list[date], y: int, language: str) -> CoverageRow:
    bars = (
        bar for number, day in enumerate(days) for bar in _bars(cover, day, number * _DAY_WIDTH)
    )
    missing = lack(cover)
    return CoverageRow(
        language_name(cover.tag, language), missing, y, () if missing else tuple(bars)
    )


def _bars(cover: LanguageCover, day: date, x: int) -> Iterator[CoverageBar]:
    for answering, hours in groupby(HOURS, key=lambda hour: cover.cells.get((day, hour))):
        width = len(list(hours)) * _HOUR_WIDTH
        shown = cell(answering)
        has_room = width >= len(shown.text) * _FIGURE_WIDTH
        yield CoverageBar(x, width, shown.level, shown.text if has_room else "")
        x += width
