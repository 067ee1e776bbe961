"""Which hours of a window the public holidays of its calendar take.

A holiday is a day in its country. It takes each shift whose first instant lies on that day by the
calendar's own clock, whatever clock the hours are stated on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from support.schedule.day_hours import DayHours
from support.schedule.holiday_calendar import HolidayCalendar
from support.schedule.instant import SECONDS_PER_DAY, date_of, day_number, new_year_day
from support.schedule.status import Holiday, Rule
from support.schedule.window import Window
from support.schedule.zone import zone

# Clocks are up to 26 hours apart, so a day of the calendar and the window's day on which a shift of
# it begins are up to two days apart, and the day before a holiday one more.
REACH = 3

_MOST_YEARS = 16


class HolidayRule(NamedTuple):
    """What a public holiday does to the hours that begin on `day`, the window's own.

    The rule is PUBLIC_HOLIDAY or BEFORE_HOLIDAY, on the day `calendar_day` of the calendar.
    `hours`, if any, begin on `new_day` in their place.
    """

    rule: Rule
    day: int
    calendar_day: int
    holiday: Holiday
    hours: DayHours | None
    new_day: int | None


class HolidayDays:
    """The days of a window on which public holidays have a say, year by year."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._instead: dict[DayHours, Window] = {}
        if window.holidays:
            stated = (window.on_holidays, window.before_holidays)
            self._instead = {hours: window.with_hours(hours) for hours in stated if hours}
        self._years: dict[int, dict[int, HolidayRule]] = {}

    def on(self, day: int) -> HolidayRule | None:
        """Return the rule for hours that begin on a day number; None on any ordinary day."""
        return self._year(date_of(day).year).get(day)

    def rules(self, first: int, last: int) -> list[HolidayRule]:
        """Return the rules for the days from `first` through `last`, sorted by day."""
        if last < first:
            return []
        years = range(date_of(first).year, date_of(last).year + 1)
        return [
            rule for year in years for day, rule in self._year(year).items() if first <= day <= last
        ]

    def _year(self, year: int) -> dict[int, HolidayRule]:
        if self._window.holidays is None:
            return {}
        found = self._years.get(year)
        if found is None:
            first, last = new_year_day(year), new_year_day(year + 1) - 1
            rules = self._rules(first, last)
            found = {
                rule.day: rule for rule in sorted(rules, key=_day) if first <= rule.day <= last
            }
            years = self._years if len(self._years) < _MOST_YEARS else {}
            self._years = {**years, year: found}
        return found

    def _rules(self, first: int, last: int) -> list[HolidayRule]:
        window, calendar = self._window, self._window.holidays
        assert calendar is not None
        named = _named(calendar, first - REACH, last + REACH)
        found: list[HolidayRule] = []
        for day, holiday in named.items():
            found += self._of_day(Rule.PUBLIC_HOLIDAY, day, holiday, window.on_holidays)
            if window.before_holidays and day - 1 not in named:
                found += self._of_day(Rule.BEFORE_HOLIDAY, day - 1, holiday, window.before_holidays)
        return found

    def _of_day(
        self, rule: Rule, day: int, holiday: Holiday, hours: DayHours | None
    ) -> Iterator[HolidayRule]:
        """Yield the rules for the shifts that begin on a day of the calendar."""
        instead = self._instead.get(hours) if hours else None
        new_day = next(iter(_shifts_of(instead, day)), None) if instead else None
        for begins in _shifts_of(self._window, day):
            yield HolidayRule(rule, begins, day, holiday, hours, new_day)


def holidays_of(window: Window, first: date, last: date) -> list[Holiday]:
    """Return the public holidays from `first` through `last` that take hours of a window.

    Special hours are not considered.
    """
    begin, end = day_number(first), day_number(last)
    days = set(window.days(begin - REACH, end + REACH))
    rules = HolidayDays(window).rules(begin - REACH, end + REACH)
    return [
        rule.holiday
        for rule in rules
        if rule.rule is Rule.PUBLIC_HOLIDAY
        and rule.day in days
        and first <= rule.holiday.day <= last
    ]


@lru_cache(maxsize=512)
def _named(calendar: HolidayCalendar, first: int, last: int) -> Mapping[int, Holiday]:
    """Return the holidays by day number. Many windows observe the same calendar."""
    return {
        day: Holiday(calendar.code, date_of(day), calendar.name(day) or "")
        for day in calendar.days(first, last)
    }


def _shifts_of(window: Window, day: int) -> list[int]:
    """Return the days of the window whose hours first begin on a day of its calendar."""
    calendar = window.holidays
    assert calendar is not None
    key = calendar.zone or window.zone
    if key == window.zone and _is_calm(key, day):
        return [day]
    clock = zone(key)
    today = zone(window.zone).day_at(clock.opening_instant(day * SECONDS_PER_DAY))
    days = (today - 1, today, today + 1)
    return [begins for begins in days if clock.day_at(window.first_instant(begins)) == day]


@lru_cache(maxsize=8192)
def _is_calm(key: str, day: int) -> bool:
    """Return whether the clock does not change around a day."""
    _, until, offset = next(zone(key).runs(day - 1, day + 1))
    return until == day + 1 and offset is not None


def _day(rule: HolidayRule) -> int:
    return rule.day
