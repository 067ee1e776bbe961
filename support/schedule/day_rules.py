"""Which hours begin on which day: special hours before public holidays before weekly windows.

Hours belong to the day on which they begin, by the clock of their own zone. So whatever cancels a
day cancels the shifts that begin on it, whole, and a shift of the night before runs to its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from support.schedule.instant import date_of, day_number
from support.schedule.interval import merge
from support.schedule.special_hours import Effect, SpecialHours
from support.schedule.status import Holiday, Reason, Rule, State
from support.schedule.window import Window
from support.schedule.zone import zone

T = TypeVar("T")


class Source(NamedTuple):
    """Where hours come from: a weekly window, or the window of special hours."""

    window: Window
    special: SpecialHours | None


class Ruling(NamedTuple):
    """Whether hours that would begin on a day do, and by which rule."""

    rule: Rule
    holds: bool
    special_hours: tuple[SpecialHours, ...] = ()
    holidays: tuple[Holiday, ...] = ()


_ORDINARY = Ruling(Rule.WINDOW, holds=True)


class DayRules:
    def __init__(self, windows: Sequence[Window], special_hours: Sequence[SpecialHours]) -> None:
        self._special_hours = special_hours
        self._deciding = _deciding_by_day(special_hours)
        self.sources = [
            *(Source(window, None) for window in windows),
            *(Source(each.window, each) for each in special_hours if each.effect is Effect.HOURS),
        ]

    def ruling(self, source: Source, day: int) -> Ruling:
        """What becomes of the hours of `source` that would begin on `day`."""
        deciding = self._deciding.get(day, ())
        if source.special:
            holds = source.special in deciding
            return Ruling(Rule.SPECIAL_HOURS, holds, (source.special,) if holds else deciding)
        if deciding:
            usual = tuple(each for each in deciding if each.effect is Effect.AS_USUAL)
            return Ruling(Rule.SPECIAL_HOURS, bool(usual), usual or deciding)
        calendar = source.window.holidays
        name = calendar.name(day) if calendar else None
        if calendar and name:
            holiday = Holiday(calendar.code, date_of(day), name)
            return Ruling(Rule.PUBLIC_HOLIDAY, holds=False, holidays=(holiday,))
        return _ORDINARY

    def days(self, source: Source, first: int, last: int) -> list[int]:
        """The days from `first` through `last` on which hours of `source` begin, sorted."""
        days = source.window.days(first, last)
        if self._deciding or source.window.holidays:
            days = [day for day in days if self.ruling(source, day).holds]
        return days

    def row(self, first: int, last: int) -> list[int]:
        """All hours that begin from `first` through `last`, merged."""
        starts: list[int] = []
        ends: list[int] = []
        for source in self.sources:
            some_starts, some_ends = source.window.spans(self.days(source, first, last))
            starts += some_starts
            ends += some_ends
        return merge(starts, ends)

    def holidays(self, first: int, last: int) -> tuple[Holiday, ...]:
        """Those from `first` through `last` that cancel hours, sorted."""
        found = {
            holiday
            for source in self.sources
            if source.window.holidays
            for day in source.window.days(first, last)
            for holiday in self.ruling(source, day).holidays
        }
        return tuple(sorted(found, key=lambda holiday: (holiday.day, holiday.calendar)))

    def decides(self, special: SpecialHours, first: int, last: int) -> bool:
        """Whether nothing of higher rank stands before it on some day of these."""
        return any(special in self._deciding[day] for day in special.days() if first <= day <= last)

    def irregular_days(self, first: int, last: int) -> Iterator[int]:
        """The days, `first` through `last` among them, on which a week may differ from the next."""
        windows = [source.window for source in self.sources]
        for window in [*windows, *(each.window for each in self._special_hours)]:
            yield from (day_number(day) for day in (window.valid_from, window.valid_through) if day)
            if window.holidays:
                valid_from = day_number(window.valid_from) if window.valid_from else first
                valid_through = day_number(window.valid_through) if window.valid_through else last
                yield from window.holidays.days(max(first, valid_from), min(last, valid_through))

    def windows_at(self, instant: int) -> tuple[Window, ...]:
        """The windows whose hours hold at an instant, if no closure takes them off."""
        return _once(
            source.window
            for source, day, is_covered in self._near(instant)
            if is_covered and self.ruling(source, day).holds
        )

    def next_edge(self, instant: int) -> int | None:
        """The first instant after this one, within a week, at which hours begin or end, cancelled
        ones too: until then the same windows and rules have a say."""
        edges: list[int] = []
        for source in self.sources:
            today = zone(source.window.zone).day_at(instant)
            starts, ends = source.window.spans(source.window.days(today - 2, today + 8))
            edges += starts + ends
        return min((edge for edge in edges if edge > instant), default=None)

    def reasons_at(self, instant: int) -> Iterator[Reason]:
        """What special hours, holidays and windows say about an instant, in this order.

        Of the cancelled hours, those count that would cover the instant or begin on its day.
        """
        found: dict[tuple[Rule, bool], list[tuple[Ruling, Window]]] = {}
        for source, day, is_covered in self._near(instant):
            ruling = self.ruling(source, day)
            if is_covered or not ruling.holds:
                place = found.setdefault((ruling.rule, ruling.holds), [])
                place.append((ruling, source.window))
        for rule in (Rule.SPECIAL_HOURS, Rule.PUBLIC_HOLIDAY, Rule.WINDOW):
            for holds in (True, False):
                if rulings := found.get((rule, holds)):
                    yield _reason(rule, State.OPEN if holds else State.CLOSED, rulings)

    def _near(self, instant: int) -> Iterator[tuple[Source, int, bool]]:
        """Hours that would cover an instant or begin on its day, and whether they cover it."""
        for source in self.sources:
            window = source.window
            today = zone(window.zone).day_at(instant)
            # Where a clock goes back past midnight, hours of tomorrow have begun already.
            for day in window.days(today - 2, today + 1):
                starts, ends = window.spans([day])
                is_covered = bool(starts) and starts[0] <= instant < ends[0]
                if is_covered or day == today:
                    yield source, day, is_covered


def _deciding_by_day(special_hours: Sequence[SpecialHours]) -> dict[int, tuple[SpecialHours, ...]]:
    """For each day that any of them names, those of the highest rank."""
    deciding: dict[int, tuple[SpecialHours, ...]] = {}
    for special in special_hours:
        for day in special.days():
            others = deciding.get(day, ())
            if not others or others[0].rank < special.rank:
                deciding[day] = (special,)
            elif others[0].rank == special.rank:
                deciding[day] = (*others, special)
    return deciding


def _reason(rule: Rule, state: State, rulings: Sequence[tuple[Ruling, Window]]) -> Reason:
    return Reason(
        rule,
        state,
        _once(window for _, window in rulings),
        _once(each for ruling, _ in rulings for each in ruling.special_hours),
        holidays=_once(each for ruling, _ in rulings for each in ruling.holidays),
    )


def _once(items: Iterable[T]) -> tuple[T, ...]:
    """Each once, in the order in which they first come."""
    return tuple(dict.fromkeys(items))
