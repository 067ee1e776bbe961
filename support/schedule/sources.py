"""Where hours come from: a weekly window, special hours, or what a window has about a holiday.

Each source has the days on which its hours would begin, and says what becomes of them there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from support.schedule.day_hours import DayHours
from support.schedule.holiday_days import REACH, HolidayDays, HolidayRule
from support.schedule.special_days import SpecialDays
from support.schedule.special_hours import Effect, SpecialHours
from support.schedule.status import Holiday, Rule
from support.schedule.window import Window


class Ruling(NamedTuple):
    """Whether hours that would begin on a day do, and by which rule."""

    rule: Rule
    holds: bool
    special_hours: tuple[SpecialHours, ...] = ()
    holidays: tuple[Holiday, ...] = ()


ORDINARY = Ruling(Rule.WINDOW, holds=True)


class WeeklyHours:
    """The hours of a weekly window."""

    def __init__(self, window: Window, special_days: SpecialDays) -> None:
        self.window = window
        self.holiday_days = HolidayDays(window)
        self.special_days = special_days

    def candidates(self, first: int, last: int) -> list[int]:
        """Return the days on which hours would begin if nothing kept them from it, sorted."""
        days = self.window.days(first, last)
        others = self.special_days.as_weekday(first, last)
        if others:
            days = sorted({*days, *(day for day in others if self._is_like(day))})
        return days

    def days(self, first: int, last: int) -> list[int]:
        """Return the days on which hours do begin, sorted."""
        if not self.window.holidays and not self.special_days:
            return self.window.days(first, last)
        days = self.candidates(first, last)
        weighed = self.special_days.named_among(days) if self.special_days else []
        if self.window.holidays:
            weighed += [rule.day for rule in self.holiday_days.rules(first, last)]
        cancelled = {day for day in weighed if not self.ruling(day).holds}
        return [day for day in days if day not in cancelled] if cancelled else days

    def spans(self, first: int, last: int, base: int) -> tuple[list[int], list[int]]:
        """Return when the hours of these days start and end, in seconds counted from `base`."""
        if not self.window.holidays and not self.special_days:
            return self.window.spans_between(first, last, base)
        return self.window.spans(self.days(first, last), base)

    def ruling(self, day: int) -> Ruling:
        """Say what becomes of the hours that would begin on a day."""
        decision = self.special_days.on(day)
        if decision.instead:
            holds = tuple(each for each in decision.instead if self._holds_by(each, day))
            return Ruling(Rule.SPECIAL_HOURS, bool(holds), holds or decision.instead)
        rule = self.holiday_days.on(day)
        if rule:
            return Ruling(rule.rule, holds=False, holidays=(rule.holiday,))
        return ORDINARY

    def _holds_by(self, special: SpecialHours, day: int) -> bool:
        if special.like is not None:
            return self.window.begins_on(day, special.like)
        return special.effect is Effect.AS_USUAL and bool(self.window.days(day, day))

    def _is_like(self, day: int) -> bool:
        decision = self.special_days.on(day)
        return any(
            self.window.begins_on(day, each.like)
            for each in decision.instead + decision.lost
            if each.like is not None
        )


class SpecialWindow:
    """The hours that special hours bring along."""

    def __init__(self, special: SpecialHours, special_days: SpecialDays) -> None:
        self.window = special.window
        self.special = special
        self._special_days = special_days

    def candidates(self, first: int, last: int) -> list[int]:
        """Return the days that the special hours name, sorted."""
        return self.special.days(first, last)

    def days(self, first: int, last: int) -> list[int]:
        """Return the days on which hours do begin, sorted."""
        return [day for day in self.candidates(first, last) if self.ruling(day).holds]

    def spans(self, first: int, last: int, base: int) -> tuple[list[int], list[int]]:
        """Return when the hours of these days start and end, in seconds counted from `base`."""
        return self.window.spans(self.days(first, last), base)

    def ruling(self, day: int) -> Ruling:
        """Say what becomes of the hours that would begin on a day."""
        decision = self._special_days.on(day)
        if self.special in decision.winners:
            return Ruling(Rule.SPECIAL_HOURS, True, (self.special,))
        return Ruling(Rule.SPECIAL_HOURS, False, decision.instead)


class HolidayHours:
    """The hours that a window has on public holidays, or on the days before them."""

    def __init__(self, weekly: WeeklyHours, rule: Rule, hours: DayHours) -> None:
        self.window = weekly.window.with_hours(hours)
        self._weekly = weekly
        self._rule = rule

    def candidates(self, first: int, last: int) -> list[int]:
        """Return the days on which hours begin unless special hours keep them from it, sorted."""
        return sorted(
            {rule.new_day for rule in self._rules(first, last) if rule.new_day is not None}
        )

    def days(self, first: int, last: int) -> list[int]:
        """Return the days on which hours do begin, sorted."""
        days = self.candidates(first, last)
        if not self._weekly.special_days:
            return days
        return [day for day in days if self.ruling(day).holds]

    def spans(self, first: int, last: int, base: int) -> tuple[list[int], list[int]]:
        """Return when the hours of these days start and end, in seconds counted from `base`."""
        return self.window.spans(self.days(first, last), base)

    def ruling(self, day: int) -> Ruling:
        """Say what becomes of the hours that would begin on a day."""
        instead = self._weekly.special_days.on(day).instead
        if instead and not any(each.effect is Effect.AS_USUAL for each in instead):
            return Ruling(Rule.SPECIAL_HOURS, False, instead)
        holidays = dict.fromkeys(rule.holiday for rule in self._rules(day, day))
        return Ruling(self._rule, True, holidays=tuple(holidays))

    def _rules(self, first: int, last: int) -> Iterator[HolidayRule]:
        """Yield what is true of the window's own hours, if those begin there at all."""
        weekly = self._weekly
        for rule in weekly.holiday_days.rules(first - REACH, last + REACH):
            if (
                rule.rule is self._rule
                and rule.new_day is not None
                and first <= rule.new_day <= last
                and weekly.window.days(rule.day, rule.day)
                and weekly.ruling(rule.day).rule is self._rule
            ):
                yield rule


Source = WeeklyHours | SpecialWindow | HolidayHours


def weekly_sources(window: Window, special_days: SpecialDays) -> Iterator[Source]:
    """Yield the sources of one window: its own hours, and those about public holidays."""
    weekly = WeeklyHours(window, special_days)
    yield weekly
    if window.holidays and window.on_holidays:
        yield HolidayHours(weekly, Rule.PUBLIC_HOLIDAY, window.on_holidays)
    if window.holidays and window.before_holidays:
        yield HolidayHours(weekly, Rule.BEFORE_HOLIDAY, window.before_holidays)
