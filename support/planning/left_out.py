"""Which rules of a window leave out a day on whose weekday it has hours, and which holidays it
leaves out itself.

Pure, like the engine: the instant is an argument.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from enum import Enum, auto
from zoneinfo import ZoneInfo

from support.directory import Hours
from support.locales.holiday_calendars import holiday_calendar
from support.schedule import Holiday, Rule, Timetable, Window, date_of, day_number


class LeavesOut(Enum):
    """A rule that leaves days out, in the order in which it is told."""

    NOT_YET = auto()
    NO_LONGER = auto()
    SEASON = auto()
    WEEKS = auto()
    MONTHLY = auto()


def leaves_out(window: Window, at: datetime) -> tuple[LeavesOut, ...]:
    """Return the rules but for which hours would hold at an instant or begin on its day."""
    today = day_number(at.astimezone(ZoneInfo(window.zone)).date())
    for day in (today, today - 1):
        if _weekly(window).days(day, day) and (day == today or _covers(window, day, at)):
            rules = tuple(_rules(window, day))
            if rules:
                return rules
    return ()


def not_observed(hours: Hours, at: datetime) -> tuple[Holiday, ...]:
    """Return the public holidays that would have a say at an instant, but do not count."""
    calendar = hours.window.holidays
    if calendar is None or not hours.holidays_except:
        return ()
    whole = replace(hours.window, holidays=holiday_calendar(calendar.code, calendar.zone))
    observed = _holidays(hours.window, at)
    return tuple(holiday for holiday in _holidays(whole, at) if holiday not in observed)


def _holidays(window: Window, at: datetime) -> list[Holiday]:
    reasons = Timetable([window]).explain(at)
    return [each for r in reasons if r.rule is Rule.PUBLIC_HOLIDAY for each in r.holidays]


def _weekly(window: Window) -> Window:
    """Return the window as if it held on each of its weekdays."""
    return replace(
        window, valid_from=None, valid_through=None, monthly=frozenset(), every_weeks=1, season=None
    )


def _covers(window: Window, day: int, at: datetime) -> bool:
    starts, ends = window.spans([day])
    return any(start <= at.timestamp() < end for start, end in zip(starts, ends, strict=True))


def _rules(window: Window, day: int) -> Iterator[LeavesOut]:
    weekly = _weekly(window)
    if window.valid_from and date_of(day) < window.valid_from:
        yield LeavesOut.NOT_YET
    if window.valid_through and date_of(day) > window.valid_through:
        yield LeavesOut.NO_LONGER
    if not replace(weekly, season=window.season).days(day, day):
        yield LeavesOut.SEASON
    counted = replace(weekly, every_weeks=window.every_weeks, valid_from=window.valid_from)
    if not counted.days_if_valid(day, day):
        yield LeavesOut.WEEKS
    if not replace(weekly, monthly=window.monthly).days(day, day):
        yield LeavesOut.MONTHLY
