"""The days that visitors ask about by name, with what is planned for them.

They are told whether they are special here or not: who looks for Christmas wants to know that the
usual hours apply as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto
from operator import itemgetter

from dateutil.easter import easter
from django.utils.translation import gettext as _

from support.contact_page.lines.department_clock import department_clock
from support.contact_page.lines.midnight import midnight
from support.contact_page.lines.viewpoint import Viewpoint
from support.directory import DepartmentEntry, Directory, ServedLanguage
from support.locales.formatting import format_date, join
from support.parts import ALWAYS, parts
from support.schedule import Closure
from support.schedule.instant import EARLIEST, LATEST

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """`words` are what else it is looked for by."""

    sentence: str
    words: str


class _Name(Enum):
    BLACK_FRIDAY = auto()
    CHRISTMAS_EVE = auto()
    CHRISTMAS_DAY = auto()
    BOXING_DAY = auto()
    NEW_YEARS_EVE = auto()
    NEW_YEARS_DAY = auto()
    GOOD_FRIDAY = auto()
    EASTER_SUNDAY = auto()
    EASTER_MONDAY = auto()


class _Plan(Enum):
    USUAL = auto()
    OTHER_HOURS = auto()
    CLOSED = auto()


def special_days(directory: Directory, view: Viewpoint) -> tuple[SpecialDay, ...]:
    """Return the next of each, in order; none where nobody has hours that day, nor ever had."""
    days = _next_days(view.at.date())
    return parts.get(
        "special days",
        directory.departments,
        (view.language, days),
        ALWAYS,
        lambda: tuple(_told(directory.departments, days, view)),
    )


def _told(
    departments: tuple[DepartmentEntry, ...], days: tuple[tuple[date, _Name], ...], view: Viewpoint
) -> Iterator[SpecialDay]:
    for day, name in days:
        entries = tuple(entry for entry in departments if _has_a_say(entry, day))
        if entries:
            yield _special_day(entries, day, name, view)


def _has_a_say(entry: DepartmentEntry, day: date) -> bool:
    """Return whether a department has usual hours around a day, or something special on it."""
    windows = [hours.window for served in entry.languages for hours in served.hours]
    are_valid = any(
        (window.valid_from or day) <= day <= (window.valid_through or day) for window in windows
    )
    return are_valid or (bool(windows) and _plan(entry, day) is not _Plan.USUAL)


def _next_days(today: date) -> tuple[tuple[date, _Name], ...]:
    dated = [*_days_of(today.year), *_days_of(today.year + 1)]
    first = {name: day for day, name in reversed(dated) if day >= today and _is_known(day)}
    return tuple(sorted(((day, name) for name, day in first.items()), key=itemgetter(0)))


def _is_known(day: date) -> bool:
    """Return whether the engine answers for all of the day on every clock."""
    return EARLIEST.date() + _DAY <= day <= LATEST.date() - 2 * _DAY


def _days_of(year: int) -> Iterator[tuple[date, _Name]]:
    sunday = easter(year)
    thanksgiving = date(year, 11, 28) - timedelta(days=(date(year, 11, 28).weekday() - 3) % 7)
    yield date(year, 1, 1), _Name.NEW_YEARS_DAY
    yield sunday - 2 * _DAY, _Name.GOOD_FRIDAY
    yield sunday, _Name.EASTER_SUNDAY
    yield sunday + _DAY, _Name.EASTER_MONDAY
    yield thanksgiving + _DAY, _Name.BLACK_FRIDAY
    yield date(year, 12, 24), _Name.CHRISTMAS_EVE
    yield date(year, 12, 25), _Name.CHRISTMAS_DAY
    yield date(year, 12, 26), _Name.BOXING_DAY
    yield date(year, 12, 31), _Name.NEW_YEARS_EVE


def _special_day(
    entries: tuple[DepartmentEntry, ...], day: date, name: _Name, view: Viewpoint
) -> SpecialDay:
    planned = {plan: [e for e in entries if _plan(e, day) is plan] for plan in _Plan}
    what = {"name": _names()[name], "day": format_date(day, view.language)}
    closed = _listed(planned[_Plan.CLOSED], view)
    changed = _listed(planned[_Plan.OTHER_HOURS], view)
    # Translators, of the sentences below: {name}: “Christmas Day”; {day}: “25 December 2026”;
    # {departments} and {others}: “Sales and Finance”.
    if closed and changed:
        sentence = _("{name}, {day} – closed: {departments}; different hours: {others}")
    elif closed and len(planned[_Plan.CLOSED]) == len(entries):
        sentence = _("{name}, {day}: all departments are closed")
    elif closed:
        sentence = _("{name}, {day} – closed: {departments}")
    elif changed:
        sentence = _("{name}, {day} – different hours: {others}")
    else:
        sentence = _("{name}, {day}: the usual hours apply")
    return SpecialDay(sentence.format(departments=closed, others=changed, **what), _words()[name])


def _listed(entries: list[DepartmentEntry], view: Viewpoint) -> str:
    names = [entry.name.read(view.language) for entry in entries]
    return join(names, view.language) if names else ""


def _plan(entry: DepartmentEntry, day: date) -> _Plan:
    """Return what exceptions and public holidays make of the day, on the department's clock."""
    return parts.get("plan of a day", (entry,), (day,), ALWAYS, lambda: _worked_out(entry, day))


def _worked_out(entry: DepartmentEntry, day: date) -> _Plan:
    zone = department_clock(entry)
    start, end = midnight(day, zone), midnight(day + _DAY, zone)
    languages = [served for served in entry.languages if served.hours]

    def differs(served: ServedLanguage) -> bool:
        if any(c.interval.start <= start and end <= c.interval.end for c in _closures(served)):
            return True  # on a day without hours too: nothing is as usual then
        usual = served.without_holidays.intervals(start, end)
        return served.depends_on_dates and served.timetable.intervals(start, end) != usual

    if not any(map(differs, languages)):
        return _Plan.USUAL
    is_open = any(served.timetable.intervals(start, end) for served in languages)
    return _Plan.OTHER_HOURS if is_open else _Plan.CLOSED


def _closures(served: ServedLanguage) -> list[Closure]:
    return [each.closure for each in served.exceptions.closures]


def _names() -> dict[_Name, str]:
    return {
        _Name.BLACK_FRIDAY: _("Black Friday"),
        _Name.CHRISTMAS_EVE: _("Christmas Eve"),
        _Name.CHRISTMAS_DAY: _("Christmas Day"),
        _Name.BOXING_DAY: _("Boxing Day"),
        _Name.NEW_YEARS_EVE: _("New Year’s Eve"),
        _Name.NEW_YEARS_DAY: _("New Year’s Day"),
        _Name.GOOD_FRIDAY: _("Good Friday"),
        _Name.EASTER_SUNDAY: _("Easter Sunday"),
        _Name.EASTER_MONDAY: _("Easter Monday"),
    }


def _words() -> dict[_Name, str]:
    # Translators: what people type who look for these days, separated by commas.
    christmas = _("Christmas, Xmas, Boxing Day")
    # Translators: what people type who look for these days, separated by commas.
    new_year = _("New Year, new years")
    # Translators: what people type who look for these days, separated by commas.
    easter_words = _("Easter, Easter holidays")
    return {
        _Name.BLACK_FRIDAY: "Black Friday",
        _Name.CHRISTMAS_EVE: christmas,
        _Name.CHRISTMAS_DAY: christmas,
        _Name.BOXING_DAY: christmas,
        _Name.NEW_YEARS_EVE: new_year,
        _Name.NEW_YEARS_DAY: new_year,
        _Name.GOOD_FRIDAY: easter_words,
        _Name.EASTER_SUNDAY: easter_words,
        _Name.EASTER_MONDAY: easter_words,
    }
