"""The week of one language as numbers: seven days of 24 hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from support.admin.coverage.words import GapLine, gap_lines
from support.locales.formatting import format_days
from support.locales.languages import language_name
from support.planning.coverage import Answering, Coverage, LanguageCover

DAYS = range(7)
HOURS = range(24)


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """A number, or a range of numbers; `level` names its colour."""

    text: str
    level: str


@dataclass(frozen=True, slots=True)
class CoverLine:
    """A language in words and as a table; `lack` says if nobody answers all week, else empty."""

    tag: str
    name: str
    lack: str
    departments: str
    gaps: tuple[GapLine, ...]
    days: tuple[tuple[str, tuple[CoverageCell, ...]], ...]

    @property
    def rows(self) -> list[tuple[str, SafeString]]:
        """Return the days with their elements, written here: a template takes ten times as long."""
        known: dict[CoverageCell, SafeString] = {}
        for cell_of_day in (each for _day, cells in self.days for each in cells):
            if cell_of_day not in known:
                known[cell_of_day] = format_html(
                    '<td class="cover-{}">{}</td>', cell_of_day.level, cell_of_day.text
                )
        return [
            (day, format_html_join("", "{}", ((known[each],) for each in cells)))
            for day, cells in self.days
        ]


def cover_lines(whole: Coverage, language: str) -> tuple[CoverLine, ...]:
    return tuple(_line(cover, whole, language) for cover in whole.languages)


def cell(answering: Answering | None) -> CoverageCell:
    """Return the cell for one hour; None stands for an hour that the clock skips."""
    if answering is None:
        return CoverageCell("–", "skipped")
    least, most = answering.least, answering.most
    if least == most:
        return CoverageCell(str(least), _level(least))
    # Translators: a range of numbers, as in “0–2”.
    text = _("%(least)s–%(most)s") % {"least": least, "most": most}
    return CoverageCell(text, _level(least) if least else "partly")


def lack(cover: LanguageCover) -> str:
    """Say why nobody answers all week; empty if somebody does."""
    if cover.is_covered:
        return ""
    return _("no set hours") if cover.unscheduled else _("no cover")


def _level(count: int) -> str:
    names = {0: "nobody", 1: "one", 2: "two", 3: "some", 4: "some", 5: "some"}
    return names.get(count, "many")


def _line(cover: LanguageCover, whole: Coverage, language: str) -> CoverLine:
    days = (whole.monday + timedelta(days=number) for number in DAYS)
    return CoverLine(
        cover.tag,
        language_name(cover.tag, language),
        lack(cover),
        _departments(cover),
        gap_lines(cover, whole, language) if cover.is_covered else (),
        tuple(
            (
                format_days(day, day, language),
                tuple(cell(cover.cells.get((day, hour))) for hour in HOURS),
            )
            for day in days
        ),
    )


def _departments(cover: LanguageCover) -> str:
    words = []
    if cover.departments:
        words.append(
            ngettext(
                "%(count)s department with set hours",
                "%(count)s departments with set hours",
                cover.departments,
            )
            % {"count": cover.departments}
        )
    if cover.unscheduled:
        words.append(
            ngettext(
                "%(count)s department without set hours",
                "%(count)s departments without set hours",
                cover.unscheduled,
            )
            % {"count": cover.unscheduled}
        )
    return " · ".join(words)
