"""Hours in the syntax of OpenStreetMap, which opening-hours-py reads.

A rule after a semicolon takes the place of what was said before about its days, one after a comma
is added to it, and hours that are off are taken away.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from itertools import groupby

from support.schedule import Effect, SpecialHours, Weekday, Window, format_wall_time
from tests.schedule.stated_hours import Notice, StatedHours

DAY = timedelta(days=1)


def osm_text(hours: StatedHours) -> str:
    """Windows without a validity; special hours and notices of their zone."""
    rules = [", ".join(_hours(window) for window in hours.windows)]
    for day in sorted(set().union(*hours.holidays.values())):
        kept = [window for window in hours.windows if not hours.rests_on(window, day)]
        rules.append(", ".join([f"{_date(day)} off", *(f"{_date(day)} {_hours(w)}" for w in kept)]))
    for _, equal in groupby(sorted(hours.special_hours, key=_rank), _rank):
        rules.append(_special(list(equal), hours))
    for notice in hours.notices:
        rules += _off(notice)
    return "; ".join(rules)


def _special(equal: list[SpecialHours], hours: StatedHours) -> str:
    """First all of their days are cleared, then filled with what any of them says."""
    off = "; ".join(f"{_days(each)} off" for each in equal)
    return ", ".join([off, *(text for each in equal for text in _filled(each, hours))])


def _filled(special: SpecialHours, hours: StatedHours) -> Iterator[str]:
    window = special.window
    if special.effect is Effect.HOURS:
        yield f"{_range(window)} {_hours(window)}"
    if special.effect is Effect.AS_USUAL:
        for usual in hours.windows:
            if weekdays := usual.weekdays & window.weekdays:
                yield f"{_range(window)} {_weekdays(weekdays)} {_times(usual)}"


def _off(notice: Notice) -> Iterator[str]:
    """Day by day."""
    day, last = notice.starts.date(), notice.ends.date()
    while day <= last:
        starts = notice.starts.time() if day == notice.starts.date() else time()
        ends = f"{notice.ends:%H:%M}" if day == last else "24:00"
        if ends != "00:00":
            yield f"{_date(day)} {starts:%H:%M}-{ends} off"
        day += DAY


def _rank(special: SpecialHours) -> int:
    return special.rank


def _days(special: SpecialHours) -> str:
    return f"{_range(special.window)} {_weekdays(special.window.weekdays)}"


def _range(window: Window) -> str:
    first, last = window.valid_from, window.valid_through
    assert first
    assert last
    return _date(first) if first == last else f"{_date(first)}-{_date(last)}"


def _hours(window: Window) -> str:
    return f"{_weekdays(window.weekdays)} {_times(window)}"


def _weekdays(weekdays: frozenset[Weekday]) -> str:
    return ",".join(day.name.capitalize() for day in sorted(weekdays))


def _times(window: Window) -> str:
    return f"{format_wall_time(window.opens)}-{format_wall_time(window.closes)}"


def _date(day: date) -> str:
    return f"{day:%Y %b} {day.day}"
