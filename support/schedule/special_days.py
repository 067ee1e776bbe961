"""Which special hours decide on a day, and which lose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from support.schedule.instant import FIRST_DAY, LAST_DAY, date_of, new_year_day
from support.schedule.special_hours import Effect, SpecialHours, is_wider

# Repeating entries are laid out year by year. A search over centuries keeps no more than these.
_MOST_YEARS = 16

_CANCELS = (Effect.CLOSED, Effect.HOURS)


class Naming(NamedTuple):
    """Special hours that name a day, and the range of days in which they do."""

    special: SpecialHours
    range: tuple[int, int]


Named = dict[int, list[Naming]]
_NONE: Sequence[Naming] = ()


class Decision(NamedTuple):
    """What special hours say of a day.

    `instead` decide, together, in place of public holidays and weekly windows; the hours of `also`
    are added; `lost` are the entries that others go before.
    """

    instead: tuple[SpecialHours, ...] = ()
    also: tuple[SpecialHours, ...] = ()
    lost: tuple[SpecialHours, ...] = ()

    @property
    def winners(self) -> tuple[SpecialHours, ...]:
        return self.instead + self.also


NOTHING_SPECIAL = Decision()


class SpecialDays:
    """Special hours by the days that they name, each day looked up once, when it is asked for."""

    def __init__(self, special_hours: Sequence[SpecialHours]) -> None:
        once = [special for special in special_hours if special.repeats is None]
        self._once = _by_day(once, FIRST_DAY, LAST_DAY)
        self._repeating = [special for special in special_hours if special.repeats]
        self._as_weekday = [each for each in special_hours if each.effect is Effect.AS_WEEKDAY]
        self._years: dict[int, Named] = {}
        self._decisions: dict[int, Decision] = {}
        self._is_any = bool(self._once or self._repeating)

    def __bool__(self) -> bool:
        return self._is_any

    def on(self, day: int) -> Decision:
        """Return what is decided for a day number."""
        decision = self._decisions.get(day)
        if decision is None:
            named = self._named(day)
            if not named:
                return NOTHING_SPECIAL
            if len(self._decisions) > _MOST_YEARS * 366:
                self._decisions = {}
            decision = self._decisions[day] = _decision(named)
        return decision

    def as_weekday(self, first: int, last: int) -> list[int]:
        """Return the days from `first` through `last` that an entry likens to another weekday."""
        if not self._as_weekday:
            return []
        return [day for special in self._as_weekday for day in special.days(first, last)]

    def named_among(self, days: Sequence[int]) -> list[int]:
        """Return those of some sorted days that any entry names."""
        if not self._repeating or not days:
            return [day for day in days if day in self._once]
        years = range(date_of(days[0]).year, date_of(days[-1]).year + 1)
        named = set[int]().union(*(self._year(year) for year in years))
        return [day for day in days if day in named or day in self._once]

    def _named(self, day: int) -> Sequence[Naming]:
        named = self._once.get(day, _NONE)
        if self._repeating:
            return [*named, *self._year(date_of(day).year).get(day, _NONE)]
        return named

    def _year(self, year: int) -> Named:
        named = self._years.get(year)
        if named is None:
            first, last = new_year_day(year), new_year_day(year + 1) - 1
            named = _by_day(self._repeating, first, last)
            years = self._years if len(self._years) < _MOST_YEARS else {}
            self._years = {**years, year: named}
        return named


def _by_day(special_hours: Iterable[SpecialHours], first: int, last: int) -> Named:
    """Lay out the days from `first` through `last`, each with the entries that name it."""
    named: Named = {}
    for special in special_hours:
        for begins, ends in special.ranges(first, last):
            naming = Naming(special, (begins, ends))
            days = special.window.days_if_valid(max(begins, first), min(ends, last))
            for day in days:
                named.setdefault(day, []).append(naming)
    return named


def _decision(named: Sequence[Naming]) -> Decision:
    """Decide between the entries that name a day: rank first, then the narrower range.

    Added hours cancel nothing; they are lost where a day that is closed or has other hours goes
    before them.
    """
    if len(named) == 1 and named[0].special.effect is not Effect.ALSO:
        return Decision((named[0].special,))
    instead = [naming for naming in named if naming.special.effect is not Effect.ALSO]
    top = max((naming.special.rank for naming in instead), default=0)
    instead = [naming for naming in instead if naming.special.rank == top]
    if len(instead) > 1:
        instead = [one for one in instead if not any(_is_wider(one, each) for each in instead)]
    also = [
        naming
        for naming in named
        if naming.special.effect is Effect.ALSO
        and not any(_cancels(each, naming) for each in instead)
    ]
    winners = {id(naming) for naming in (*instead, *also)}
    lost = [naming for naming in named if id(naming) not in winners]
    return Decision(*(tuple(each.special for each in those) for those in (instead, also, lost)))


def _cancels(one: Naming, other: Naming) -> bool:
    """Return whether a day that is closed or has other hours goes before added hours."""
    if one.special.effect not in _CANCELS:
        return False
    ranks = one.special.rank, other.special.rank
    return ranks[0] > ranks[1] or (ranks[0] == ranks[1] and _is_wider(other, one))


def _is_wider(one: Naming, other: Naming) -> bool:
    return is_wider(one.special, one.range, other.special, other.range)
