"""The n-th weekdays of a month: 1 is the first, -1 the last."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from support.schedule.errors import InvalidMonthly
from support.schedule.instant import date_of, new_year_day
from support.schedule.weekday import Weekday

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


def monthly_days(
    first: int, last: int, weekdays: frozenset[Weekday], monthly: frozenset[int]
) -> list[int]:
    """Return the day numbers from `first` through `last` with these weekdays and places, sorted."""
    years = range(date_of(first).year, date_of(last).year + 1)
    days = list(chain.from_iterable(_days_of_year(year, weekdays, monthly) for year in years))
    return days[bisect_left(days, first) : bisect_right(days, last)]


@lru_cache(maxsize=1024)
def _days_of_year(
    year: int, weekdays: frozenset[Weekday], monthly: frozenset[int]
) -> tuple[int, ...]:
    """Return what the calendar of a year has, as it has its leap day; kept for all timetables."""
    days = range(new_year_day(year), new_year_day(year + 1))
    return tuple(
        day for day in days if date_of(day).weekday() in weekdays and has_place(day, monthly)
    )
