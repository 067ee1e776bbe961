"""The n-th weekdays of a month: 1 is the first, -1 the last."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from functools import lru_cache

from support.schedule.errors import InvalidMonthly
from support.schedule.instant import date_of

MONTHLY_PLACES = frozenset({1, 2, 3, 4, 5, -1, -2, -3, -4, -5})


def parse_monthly(text: str) -> frozenset[int]:
    """Read "1,-1"; spaces do not matter, and nothing means every week. Raises InvalidMonthly."""
    try:
        numbers = [int(place) for place in text.split(",") if place.strip()]
    except ValueError as error:
        raise InvalidMonthly.unreadable(text) from error
    return checked_monthly(numbers)


def format_monthly(monthly: Iterable[int]) -> str:
    """Write "1,3,-1", counted from the beginning of the month first."""
    return ",".join(map(str, sort_monthly(monthly)))


def sort_monthly(monthly: Iterable[int]) -> list[int]:
    """Sort as a calendar would: first, second, … and the last one last."""
    return sorted(monthly, key=lambda place: (place < 0, place))


def checked_monthly(monthly: Iterable[int]) -> frozenset[int]:
    """Return the places if every one of them is 1 to 5 or -1 to -5. Raises InvalidMonthly."""
    places = frozenset(monthly)
    for place in places - MONTHLY_PLACES:
        raise InvalidMonthly.given(place)
    return places


def has_place(day: int, monthly: frozenset[int]) -> bool:
    """Return whether a day number is one of these among the same weekdays of its month."""
    month_day = date_of(day)
    if (month_day.day - 1) // 7 + 1 in monthly:
        return True
    days_left = monthrange(month_day.year, month_day.month)[1] - month_day.day
    return -(days_left // 7 + 1) in monthly


def places(first: int, last: int, monthly: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield the seven days or fewer that have each of these places, month by month.

    The months are those of the days from `first` through `last`; the blocks can overlap.
    """
    month_day = date_of(first)
    year, month, begins = month_day.year, month_day.month, first - month_day.day + 1
    while begins <= last:
        length = monthrange(year, month)[1]
        for start, end in _blocks(length, monthly):
            yield begins + start, begins + end
        year, month, begins = year + month // 12, month % 12 + 1, begins + length


@lru_cache(maxsize=256)
def _blocks(length: int, monthly: frozenset[int]) -> tuple[tuple[int, int], ...]:
    """Return the first and last days of the places, counted from 0, in a month of so many days."""
    starts = [7 * (place - 1) if place > 0 else length + 7 * place for place in monthly]
    return tuple((max(start, 0), min(start + 6, length - 1)) for start in sorted(starts))
