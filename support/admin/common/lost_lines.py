"""Say in words who does not follow special hours, when, and because of which others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from support.contact_page import Viewpoint
from support.contact_page.lines.exception_words import special_days, special_words
from support.directory import DepartmentEntry, SpecialHoursEntry
from support.locales.formatting import format_dates, format_hours, join
from support.locales.languages import language_name
from support.locales.zones import zone_name
from support.models import SpecialHours
from support.planning.losses import LostDays, WallHours
from support.schedule import Effect

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class LostLine:
    """A sentence without and with links to the entries that win, and the loss that it tells."""

    words: str
    linked: str
    lost: LostDays


def lost_lines(
    losses: Iterable[LostDays], view: Viewpoint, *, has_links: bool = True
) -> list[LostLine]:
    """Tell each loss in a sentence. Takes one query, which finds the entries that are stored.

    Without links it takes none: the keys can be made up.
    """
    losses = list(losses)
    if not has_links:
        return [_line(lost, set(), view) for lost in losses]
    keys: set[Any] = {entry.special.window.key for lost in losses for entry in lost.to}
    stored = set(SpecialHours.objects.filter(pk__in=keys).order_by().values_list("pk", flat=True))
    return [_line(lost, stored, view) for lost in losses]


def entry_words(entry: SpecialHoursEntry, department: DepartmentEntry, view: Viewpoint) -> str:
    """Name special hours that count for `department`: days, what happens, for whom and why."""
    parts = [special_days(entry, view), special_words(entry, view)]
    is_for_all = entry.special.rank < 2
    whom = _("All departments") if is_for_all else department.name.read(view.language)
    if entry.languages:
        names = [language_name(tag, view.language) for tag in entry.languages]
        detail = join(names, view.language)
        whom = _("{what}: {detail}").format(what=whom, detail=detail)
    return " · ".join(filter(None, [*parts, whom, entry.reason.read(view.language)]))


def _line(lost: LostDays, stored: set[int], view: Viewpoint) -> LostLine:
    languages = [language_name(tag, view.language) for tag in lost.languages]
    hours = [_hours(each, view.language) for each in lost.hours]
    winners = [_winner(entry, lost.department, stored, view) for entry in lost.to]
    values = {
        "department": lost.department.name.read(view.language) or lost.department.slug,
        "languages": join(languages, view.language),
        "days": days_in_words(lost.days, view.language),
        "hours": join(hours, view.language) if hours else "",
    }
    pattern = _pattern(lost)
    linked = format_html_join(_("; "), "{}", ((linked,) for _words, linked in winners))
    return LostLine(
        pattern.format(winners=_("; ").join(words for words, _linked in winners), **values),
        format_html(pattern, winners=linked, **values),
        lost,
    )


def _pattern(lost: LostDays) -> str:
    if not lost.hours:
        return _(
            "{department} in {languages} stays closed on {days}, because of other special hours: "
            "{winners}"
        )
    if lost.entry.special.effect is Effect.CLOSED:
        return _(
            "{department} in {languages} stays open on {days}, {hours}, because of other special "
            "hours: {winners}"
        )
    return _(
        "{department} in {languages} has different hours on {days}, {hours}, because of other "
        "special hours: {winners}"
    )


def _winner(
    entry: SpecialHoursEntry, department: DepartmentEntry, stored: set[int], view: Viewpoint
) -> tuple[str, str]:
    """Return an entry in words, without and with a link to its form."""
    key, words = entry.special.window.key, entry_words(entry, department, view)
    if key not in stored:
        return words, words
    address = reverse("admin:support_specialhours_change", args=[key])
    return words, format_html('<a href="{}">{}</a>', address, words)


def days_in_words(days: Sequence[date], language: str) -> str:
    """Name sorted days, as in “24–26 Dec 2026 and 31 Dec 2026”."""
    numbered = enumerate(days)
    runs = [
        [day for _place, day in run]
        for _start, run in groupby(numbered, key=lambda pair: pair[1] - pair[0] * _DAY)
    ]
    return join([format_dates(run[0], run[-1], language) for run in runs], language)


def _hours(hours: WallHours, language: str) -> str:
    words = format_hours(hours.opens, hours.closes, language)
    return f"{words} ({zone_name(hours.zone, language)})"
