"""The rules of hours, scanned minute by minute with nothing but zoneinfo.

    For a window on one date, the interval starts at the first instant whose wall time is at or past
    `opens` and ends after the last instant whose wall time is before `closes`. A closure is read
    in the same way. Closures go before special hours, special hours before public holidays, and
    those before the week. A public holiday takes each shift whose first instant lies on its day by
    the clock of its calendar; hours for holidays, and for the day before one, begin on that day by
    the same clock.

Slow, and too simple to be wrong: it knows of no offset, no gap and no repeated hour. Whole minutes
are enough, since today's clocks show whole minutes and change at whole minutes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from support.schedule import Effect, Interval, Repeats, SpecialHours, Weekday, Window
from tests.schedule.stated_hours import StatedHours

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def wall_time(zone: ZoneInfo, instant: datetime) -> datetime:
    """What the clock on the wall shows: figures without a zone."""
    return instant.astimezone(zone).replace(tzinfo=None)


@cache
def clock_changes(zone: ZoneInfo, start: datetime, end: datetime) -> list[datetime]:
    """The minutes in (start, end] in which the clock did not move on by one minute."""
    hours = [start + n * HOUR for n in range((end - start) // HOUR + 1)]
    walls = [wall_time(zone, hour) for hour in hours]
    return [
        minute
        for hour, (wall, next_wall) in zip(hours, pairwise(walls), strict=False)
        if next_wall - wall != HOUR
        for minute in (hour + n * MINUTE for n in range(1, 61))
        if wall_time(zone, minute) - wall_time(zone, minute - MINUTE) != MINUTE
    ]


class Scan:
    """All minutes from `start` to `end` with what a zone's clock shows at each of them."""

    def __init__(self, zone: ZoneInfo, start: datetime, end: datetime) -> None:
        minutes = [start + n * MINUTE for n in range((end - start) // MINUTE)]
        self.minutes = [(minute, wall_time(zone, minute)) for minute in minutes]
        self.first_at_or_past = cache(self._first_at_or_past)
        self.end_of_last_before = cache(self._end_of_last_before)

    def hours(self, day: date, opens: int, closes: int) -> list[Interval]:
        """The one interval of the hours that begin on `day`, or none if they do not happen.

        `opens` and `closes` are minutes after midnight.
        """
        midnight = datetime.combine(day, time())
        closing_midnight = midnight + DAY if closes <= opens else midnight
        return self.between(midnight + opens * MINUTE, closing_midnight + closes * MINUTE)

    def between(self, starts: datetime, ends: datetime) -> list[Interval]:
        """From the first sight of a time past `starts` to the last of one before `ends`."""
        start, end = self.first_at_or_past(starts), self.end_of_last_before(ends)
        return [Interval(start, end)] if start < end else []

    def _first_at_or_past(self, opens: datetime) -> datetime:
        return next(minute for minute, wall in self.minutes if wall >= opens)

    def _end_of_last_before(self, closes: datetime) -> datetime:
        return MINUTE + next(minute for minute, wall in reversed(self.minutes) if wall < closes)


def open_intervals(hours: StatedHours, start: datetime, end: datetime) -> list[Interval]:
    """Every minute from `start` to `end` at which some hours hold and no closure does."""
    minutes: set[datetime] = set()
    for window, day in _begun(hours, start, end):
        for held in _scan(window.zone, start, end).hours(day, window.opens, window.closes):
            minutes |= set(_minutes(held))
    for notice in hours.notices:
        starts = max(notice.starts, (start - 3 * DAY).replace(tzinfo=None))
        last = (end + 3 * DAY).replace(tzinfo=None)
        ends = min(notice.ends, last) if notice.ends else last
        if starts < ends:
            for closed in _scan(notice.zone, start, end).between(starts, ends):
                minutes -= set(_minutes(closed))
    return union([Interval(minute, minute + MINUTE) for minute in minutes if start <= minute < end])


def _begun(hours: StatedHours, start: datetime, end: datetime) -> Iterator[tuple[Window, date]]:
    """The hours that can reach into [start, end), by the rules of their days."""
    first, last = start.date() - 4 * DAY, end.date() + 3 * DAY
    for day in (first + n * DAY for n in range((last - first).days + 1)):
        instead = deciding(hours.special_hours, day)
        yield from ((special.window, day) for special in instead if special.effect is Effect.HOURS)
        yield from ((special.window, day) for special in added(hours.special_hours, day))
        for window in hours.windows:
            for effect, like in {(special.effect, special.like) for special in instead}:
                if effect is Effect.AS_USUAL and begins_on(window, day, Weekday(day.weekday())):
                    yield window, day
                if effect is Effect.AS_WEEKDAY and begins_on(window, day, like):
                    yield window, day
            if not instead and begins_on(window, day, Weekday(day.weekday())):
                yield from _on_ordinary_day(hours, window, day, start, end)


def _on_ordinary_day(
    hours: StatedHours, window: Window, day: date, start: datetime, end: datetime
) -> Iterator[tuple[Window, date]]:
    """The window's own hours, or those that a public holiday of its calendar puts there."""
    if window.holidays is None:
        yield window, day
        return
    days = hours.holidays[window.holidays.code]
    scan = _scan(window.zone, start, end)
    calendar = ZoneInfo(window.holidays.zone or window.zone)

    def calendar_day(hours_of: Window, begins: date) -> date:
        opens = datetime.combine(begins, time()) + hours_of.opens * MINUTE
        return wall_time(calendar, scan.first_at_or_past(opens)).date()

    today = calendar_day(window, day)
    if today in days:
        other = window.on_holidays
    elif today + DAY in days and window.before_holidays:
        other = window.before_holidays
    else:
        yield window, day
        return
    if other:
        instead = replace(window, opens=other.opens, closes=other.closes)
        for begins in (day - DAY, day, day + DAY):
            if calendar_day(instead, begins) == today:
                special = deciding(hours.special_hours, begins)
                if not special or any(each.effect is Effect.AS_USUAL for each in special):
                    yield instead, begins
                return


def deciding(special_hours: Sequence[SpecialHours], day: date) -> list[SpecialHours]:
    """Those of the highest rank that name a day, but for those whose range holds another's."""
    named = [each for each in special_hours if names(each, day) and each.effect is not Effect.ALSO]
    top = max((special.rank for special in named), default=0)
    highest = [special for special in named if special.rank == top]
    return [one for one in highest if not any(holds(one, other, day) for other in highest)]


def added(special_hours: Sequence[SpecialHours], day: date) -> list[SpecialHours]:
    """Those that add hours, but where a day that is closed or has other hours goes before them."""
    before = [
        each
        for each in deciding(special_hours, day)
        if each.effect in (Effect.CLOSED, Effect.HOURS)
    ]
    return [
        special
        for special in special_hours
        if special.effect is Effect.ALSO and names(special, day)
        if not any(
            other.rank > special.rank or (other.rank == special.rank and holds(special, other, day))
            for other in before
        )
    ]


def names(special: SpecialHours, day: date) -> bool:
    """Whether special hours name a day."""
    if Weekday(day.weekday()) not in special.window.weekdays or day < special.first:
        return False
    if special.repeats is Repeats.YEARLY:
        over_new_year = special.last.year > special.first.year
        return is_within(day, of_year(special.first), of_year(special.last), over_new_year)
    if special.window.valid_through and day > special.window.valid_through:
        return False
    return not special.window.monthly or bool(places(day) & special.window.monthly)


def holds(one: SpecialHours, other: SpecialHours, day: date) -> bool:
    """Whether the range of `one` around a day that both name is wider than that of `other`."""
    (first, last), (their_first, their_last) = range_around(one, day), range_around(other, day)
    if (first, last) == (their_first, their_last):
        return bool(one.repeats) and not other.repeats
    return first <= their_first and their_last <= last


def range_around(special: SpecialHours, day: date) -> tuple[date, date]:
    if special.repeats is not Repeats.YEARLY:
        return special.first, special.window.valid_through or date.max
    for years in range(400):
        first = nearest(special.first, special.first.year + years, date(2000, 3, 1))
        last = nearest(special.last, special.last.year + years, date(2000, 2, 28))
        if first <= day <= last:
            return first, last
    raise AssertionError(f"{day} is in no range of {special}")


def nearest(day: date, year: int, otherwise: date) -> date:
    """The same day of another year; for 29 February where there is none, the other day."""
    try:
        return day.replace(year=year)
    except ValueError:
        return otherwise.replace(year=year)


def begins_on(window: Window, day: date, weekday: Weekday) -> bool:
    """Whether hours begin on a day that counts as such a weekday, holidays aside."""
    if not (window.valid_from or day) <= day <= (window.valid_through or day):
        return False
    if weekday not in window.weekdays:
        return False
    if window.monthly and not places(day) & window.monthly:
        return False
    if window.every_weeks > 1:
        weeks = (monday_of(day) - monday_of(window.valid_from)).days // 7
        if weeks % window.every_weeks:
            return False
    season = window.season
    return season is None or is_within(day, season.first, season.last, season.last < season.first)


def is_within(
    day: date, first: tuple[int, int], last: tuple[int, int], over_new_year: bool
) -> bool:
    if over_new_year:
        return of_year(day) >= first or of_year(day) <= last
    return first <= of_year(day) <= last


def of_year(day: date) -> tuple[int, int]:
    return day.month, day.day


def places(day: date) -> set[int]:
    """Which of the same weekdays of its month a day is, from the beginning and from the end."""
    weeks = [day + n * 7 * DAY for n in range(-5, 6)]
    same = [week for week in weeks if (week.year, week.month) == (day.year, day.month)]
    return {same.index(day) + 1, same.index(day) - len(same)}


def monday_of(day: date) -> date:
    return day - day.weekday() * DAY


@cache
def _scan(zone: str, start: datetime, end: datetime) -> Scan:
    """Wide enough for all hours that can reach into [start, end)."""
    return Scan(ZoneInfo(zone), start - 6 * DAY, end + 6 * DAY)


def _minutes(interval: Interval) -> list[datetime]:
    return [interval.start + n * MINUTE for n in range((interval.end - interval.start) // MINUTE)]


def union(intervals: list[Interval]) -> list[Interval]:
    """Intervals in order of their start, those that overlap or touch joined."""
    joined: list[Interval] = []
    for interval in sorted(intervals):
        if joined and interval.start <= joined[-1].end:
            last = joined.pop()
            interval = Interval(last.start, max(last.end, interval.end))
        joined.append(interval)
    return joined
