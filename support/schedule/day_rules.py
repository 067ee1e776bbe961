"""Which hours begin on which day: special hours before public holidays before weekly windows.

Hours belong to the day on which they begin, by the clock of their own zone. So whatever cancels a
day cancels the shifts that begin on it, whole, and a shift of the night before runs to its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import lcm
from typing import NamedTuple, TypeVar

from support.schedule.holiday_days import REACH, HolidayRule
from support.schedule.instant import FIRST_DAY, LAST_DAY, day_number
from support.schedule.interval import merge
from support.schedule.sources import (
    Ruling,
    Source,
    SpecialWindow,
    WeeklyHours,
    weekly_sources,
)
from support.schedule.special_days import SpecialDays
from support.schedule.special_hours import Effect, SpecialHours
from support.schedule.status import Holiday, Reason, Rule, State
from support.schedule.window import Window
from support.schedule.zone import zone

T = TypeVar("T")

# Hours that come back only after more weeks than these are worked out day by day.
_LONGEST_PERIOD = 4


class _Near(NamedTuple):
    """Hours that would cover an instant or begin on its day."""

    source: Source
    day: int
    covers: bool
    ruling: Ruling


class DayRules:
    """The sources of a timetable's hours, and the days on which they rule.

    Hours repeat after `period` weeks between irregular days, if they `repeat` at all: those of some
    weekdays of a month change too often.
    """

    def __init__(self, windows: Sequence[Window], special_hours: Sequence[SpecialHours]) -> None:
        self._special_hours = special_hours
        self._special_days = SpecialDays(special_hours)
        self.sources: list[Source] = [
            *(
                source
                for window in windows
                for source in weekly_sources(window, self._special_days)
            ),
            *(SpecialWindow(each, self._special_days) for each in special_hours if each.has_hours),
        ]
        weeks = lcm(*[source.window.every_weeks for source in self.sources])
        self.period = weeks if weeks <= _LONGEST_PERIOD else 1
        stated = [*windows, *[special.window for special in special_hours]]
        self.repeat = not any(window.monthly for window in stated)

    def row(self, first: int, last: int, base: int) -> list[int]:
        """Return all hours that begin from `first` through `last`, merged, counted from `base`."""
        starts: list[int] = []
        ends: list[int] = []
        for source in self.sources:
            some_starts, some_ends = source.spans(first, last, base)
            starts += some_starts
            ends += some_ends
        return merge(starts, ends)

    def holidays(self, first: int, last: int) -> tuple[Holiday, ...]:
        """Return the public holidays from `first` through `last` that cancel hours, sorted."""
        found = {
            rule.holiday
            for _, rule in self.holiday_rules(first, last)
            if rule.rule is Rule.PUBLIC_HOLIDAY
        }
        return tuple(sorted(found, key=lambda holiday: (holiday.day, holiday.calendar)))

    def holiday_rules(self, first: int, last: int) -> Iterator[tuple[Window, HolidayRule]]:
        """Yield what holidays do to hours on the days of their calendars from `first` to `last`."""
        for source in self.sources:
            if isinstance(source, WeeklyHours):
                for rule in source.holiday_days.rules(first - REACH, last + REACH):
                    if (
                        first <= rule.calendar_day <= last
                        and source.window.days(rule.day, rule.day)
                        and source.ruling(rule.day).rule is rule.rule
                    ):
                        yield source.window, rule

    def decides(self, special: SpecialHours, first: int, last: int) -> bool:
        """Return whether special hours have their way on some day from `first` through `last`."""
        return any(
            special in self._special_days.on(day).winners for day in special.days(first, last)
        )

    def losses(
        self, special: SpecialHours, first: int, last: int
    ) -> Iterator[tuple[int, tuple[SpecialHours, ...]]]:
        """Yield the days from `first` through `last` on which special hours lose, and to what."""
        for day in special.days(first, last):
            decision = self._special_days.on(day)
            if special not in decision.winners:
                yield day, decision.winners
            elif special.effect is Effect.CLOSED:
                besides = tuple(
                    each for each in decision.winners if each.effect is not Effect.CLOSED
                )
                if besides:
                    yield day, besides

    def bounds(self) -> tuple[int, int]:
        """Return days before and after which no hours ever begin."""
        begins = [_first_day(source) for source in self.sources]
        ends = [_last_day(source) for source in self.sources]
        return min(begins, default=LAST_DAY), max(ends, default=FIRST_DAY)

    def irregular_days(self, first: int, last: int) -> Iterator[int]:
        """Yield the days, `first` through `last` among them, on which weeks stop being the same."""
        for source in self.sources:
            window = source.window
            if not isinstance(source, SpecialWindow):
                if window.valid_from or window.valid_through:
                    yield from _validity(window)
                if window.season:
                    for begins, ends in window.season.ranges(first, last):
                        yield from (begins, ends + 1)
                if self.period % window.every_weeks:
                    yield from window.days(first, last)
            if isinstance(source, WeeklyHours) and window.holidays:
                for rule in source.holiday_days.rules(
                    *_within_validity(window, first - REACH, last + REACH)
                ):
                    yield rule.day
                    if rule.new_day is not None:
                        yield rule.new_day
        for special in self._special_hours:
            if not special.window.is_every_week:
                yield from special.days(first, last)
            for begins, ends in special.ranges(first, last):
                yield from (begins, ends + 1)

    def windows_at(self, instant: int) -> tuple[Window, ...]:
        """Return the windows whose hours hold at an instant, if no closure takes them off."""
        return _once(
            near.source.window for near in self._near(instant) if near.covers and near.ruling.holds
        )

    def next_edge(self, instant: int) -> int | None:
        """Return the next instant at which any hours start or end, cancelled ones too.

        Until then the same windows and rules have a say. None if there is none within a week.
        """
        edges: list[int] = []
        for source in self.sources:
            today = zone(source.window.zone).day_at(instant)
            starts, ends = source.window.spans(source.candidates(today - 2, today + 8))
            edges += starts + ends
        return min((edge for edge in edges if edge > instant), default=None)

    def reasons_at(self, instant: int) -> tuple[list[Reason], list[Reason]]:
        """Return what special hours, holidays and windows say of an instant, and what lost.

        Both come in order of precedence. Of the cancelled hours, those count that would cover the
        instant or begin on its day.
        """
        found: dict[tuple[Rule, bool], list[_Near]] = {}
        nears = list(self._near(instant))
        for near in nears:
            if near.covers or not near.ruling.holds:
                found.setdefault((near.ruling.rule, near.ruling.holds), []).append(near)
        reasons = [
            _reason(rule, State.OPEN if holds else State.CLOSED, found[rule, holds])
            for rule in Rule
            for holds in (True, False)
            if (rule, holds) in found
        ]
        return reasons, [*self._lost_special_hours(nears), *_lost_holidays(nears)]

    def _lost_special_hours(self, nears: Sequence[_Near]) -> Iterator[Reason]:
        lost: dict[int, tuple[SpecialHours, list[_Near]]] = {}
        for near in nears:
            for special in self._special_days.on(near.day).lost:
                if _concerns(special, near):
                    lost.setdefault(id(special), (special, []))[1].append(near)
        for special, those in lost.values():
            opens = special.effect is not Effect.CLOSED and any(near.covers for near in those)
            windows = _once(near.source.window for near in those)
            state = State.OPEN if opens else State.CLOSED
            yield Reason(Rule.SPECIAL_HOURS, state, windows, (special,), lost=True)

    def _near(self, instant: int) -> Iterator[_Near]:
        for source in self.sources:
            window = source.window
            today = zone(window.zone).day_at(instant)
            # Where a clock goes back past midnight, hours of tomorrow have begun already.
            for day in source.candidates(today - 2, today + 1):
                starts, ends = window.spans([day])
                covers = bool(starts) and starts[0] <= instant < ends[0]
                if covers or day == today:
                    yield _Near(source, day, covers, source.ruling(day))


def _concerns(special: SpecialHours, near: _Near) -> bool:
    """Return whether special hours that lost would let these hours hold, or cancel them."""
    if isinstance(near.source, SpecialWindow) and near.source.special is special:
        return True
    if isinstance(near.source, WeeklyHours) and not special.has_hours:
        return True
    return near.ruling.holds and special.effect is Effect.CLOSED


def _lost_holidays(nears: Sequence[_Near]) -> Iterator[Reason]:
    """Yield the public holidays that special hours go before."""
    lost: dict[tuple[Rule, Holiday], list[Window]] = {}
    for source, day, _, ruling in nears:
        if isinstance(source, WeeklyHours) and ruling.rule is Rule.SPECIAL_HOURS:
            rule = source.holiday_days.on(day)
            if rule:
                lost.setdefault((rule.rule, rule.holiday), []).append(source.window)
    for (rule_lost, holiday), windows in lost.items():
        yield Reason(rule_lost, State.CLOSED, _once(windows), holidays=(holiday,), lost=True)


def _first_day(source: Source) -> int:
    valid_from = source.window.valid_from
    return day_number(valid_from) - 1 if valid_from else FIRST_DAY


def _last_day(source: Source) -> int:
    if isinstance(source, SpecialWindow):
        return _day_after(source.special.ends)
    return _day_after(source.window.valid_through)


def _day_after(ends: date | None) -> int:
    return day_number(ends) + 1 if ends else LAST_DAY


def _validity(window: Window) -> Iterator[int]:
    """Yield the day with which a validity begins, and the day after it ends."""
    if window.valid_from:
        yield day_number(window.valid_from)
    if window.valid_through:
        yield day_number(window.valid_through) + 1


def _within_validity(window: Window, first: int, last: int) -> tuple[int, int]:
    if window.valid_from:
        first = max(first, day_number(window.valid_from))
    if window.valid_through:
        last = min(last, day_number(window.valid_through))
    return first, last


def _reason(rule: Rule, state: State, nears: Sequence[_Near]) -> Reason:
    return Reason(
        rule,
        state,
        _once(near.source.window for near in nears),
        _once(each for near in nears for each in near.ruling.special_hours),
        holidays=_once(each for near in nears for each in near.ruling.holidays),
    )


def _once(items: Iterable[T]) -> tuple[T, ...]:
    """Return each item once, in the order in which they first come."""
    return tuple(dict.fromkeys(items))
