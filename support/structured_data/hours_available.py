"""Hours as schema.org's OpeningHoursSpecification has them.

schema.org keeps `specialOpeningHoursSpecification` for places. A contact point has
`hoursAvailable` alone, so a date that is unlike its weekday stands there as an entry of its own,
valid from and through that date: it tells all hours that begin on it, or that there are none.
So are the dates of hours that do not come every week. Hours of a season are valid from its first
day through its last, this year or next.

Times are of the clock by which they were stated, with its offset from UTC. That of weekly hours is
the offset of the first day, from today on, on which they are valid: whoever reads the page after
the clocks have changed reads the new one. Hours of a date have the offsets of that date.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from typing import NamedTuple
from zoneinfo import ZoneInfo

from support.contact_page.lines.viewpoint import LOOK_AHEAD
from support.directory import ServedLanguage
from support.schedule import Shift, Timetable, Window, time_of

Specification = dict[str, str | list[str]]

_DAY = timedelta(days=1)

# The next season of a day that only leap years have can be some years away.
_YEARS = 9
_MIDNIGHT = time(0)
_DAYS_OF_WEEK = tuple(
    f"https://schema.org/{name}"
    for name in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
)


class LocalHours(NamedTuple):
    """Hours on one clock; those that close at or before the time of day at which they open do so
    on the next day."""

    opens: datetime
    closes: datetime


def hours_available(served: ServedLanguage, at: datetime) -> list[Specification]:
    """Return the weekly hours, then the dates of the days ahead on which others hold."""
    weekly = [each for stated in served.hours for each in _weekly(stated.window, at)]
    return [*weekly, *_dated(served, at)]


def _weekly(window: Window, at: datetime) -> Iterator[Specification]:
    today = at.astimezone(ZoneInfo(window.zone)).date()
    if _is_weekly(window):
        for first, last in _validities(window, today):
            if last is None or today <= last:
                yield from _specifications(window, first, last, today)


def _is_weekly(window: Window) -> bool:
    """Return whether it comes every week, for as long as it is valid and in season."""
    return replace(window, season=None).is_every_week


def _validities(window: Window, today: date) -> Iterator[tuple[date | None, date | None]]:
    """Yield the first and last days on which it is valid: once, or for each season that comes in
    the days ahead; for the next where none does."""
    first, last = window.valid_from, window.valid_through
    if window.season is None:
        yield first, last
        return
    years = range(max(first or today, today).year - 1, max(first or today, today).year + _YEARS)
    seasons = [days for year in years if (days := window.season.in_year(year))]
    valid = [
        (max(first or begins, begins), min(last or ends, ends))
        for begins, ends in seasons
        if ends >= today
    ]
    coming = [days for days in valid if days[0] <= days[1]]
    near = [days for days in coming if days[0] <= today + LOOK_AHEAD]
    yield from near or coming[:1]


def _specifications(
    window: Window, first: date | None, last: date | None, today: date
) -> Iterator[Specification]:
    clock = ZoneInfo(window.zone)
    day = max(first or today, today)
    offset = datetime.combine(day, time(12), clock).utcoffset() or timedelta(0)
    opens = datetime.combine(day, time_of(window.opens), timezone(offset))
    for hours in _as_read(LocalHours(opens, opens + timedelta(minutes=window.length))):
        later = hours.opens.date() - day
        specification = _specification(hours)
        specification["dayOfWeek"] = [
            _DAYS_OF_WEEK[(weekday + later.days) % 7] for weekday in sorted(window.weekdays)
        ]
        if first:
            specification["validFrom"] = (first + later).isoformat()
        if last:
            specification["validThrough"] = (last + later).isoformat()
        yield specification


def _dated(served: ServedLanguage, at: datetime) -> Iterator[Specification]:
    if not served.depends_on_dates:
        return
    weekly = Timetable(
        replace(stated.window, holidays=None)
        for stated in served.hours
        if _is_weekly(stated.window)
    )
    today = min(at.astimezone(ZoneInfo(zone)).date() for zone in served.zones)
    # What began yesterday can, in part, count for today.
    days = today - _DAY, today + LOOK_AHEAD
    usual = _by_date(weekly.shifts(*days))
    real = _by_date(served.timetable.shifts(*days))
    for day in sorted(usual.keys() | real.keys()):
        if day < today or usual.get(day) == real.get(day):
            continue
        for hours in sorted(real.get(day, [])) or [_nothing(usual[day])]:
            specification = _specification(hours)
            specification["validFrom"] = specification["validThrough"] = day.isoformat()
            yield specification


def _by_date(shifts: Iterable[Shift]) -> dict[date, set[LocalHours]]:
    """Group hours by the date on which they open, each on its own clock."""
    found: dict[date, set[LocalHours]] = defaultdict(set)
    for shift in shifts:
        clock = ZoneInfo(shift.window.zone)
        for hours in _as_read(LocalHours(*(at.astimezone(clock) for at in shift.interval))):
            found[hours.opens.date()].add(hours)
    return found


def _as_read(hours: LocalHours) -> Iterator[LocalHours]:
    """Yield hours as readers understand them: equal times would be no hours at all.

    Google's “24 hours” is from 00:00 to 23:59, and other 24 hours are written in two parts.
    """
    opens, closes = hours
    if opens.time() != closes.time():
        yield hours
    elif opens.time() == _MIDNIGHT:
        yield LocalHours(opens, opens.replace(hour=23, minute=59))
    else:
        midnight = closes.replace(hour=0, minute=0)
        yield LocalHours(opens, midnight)
        yield LocalHours(midnight, closes)


def _nothing(usual: set[LocalHours]) -> LocalHours:
    """Return Google's “closed”, in place of these hours."""
    midnight = min(usual).opens.replace(hour=0, minute=0)
    return LocalHours(midnight, midnight)


def _specification(hours: LocalHours) -> Specification:
    opens, closes = (at.isoformat().partition("T")[2] for at in hours)
    return {"@type": "OpeningHoursSpecification", "opens": opens, "closes": closes}
