"""The public holidays of a country or subdivision, as far as hours care for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from support.schedule.instant import date_of, day_number
from support.schedule.zone import zone as clock_of


class HolidayCalendar:
    """`code` is an ISO 3166 country or subdivision, "JP" or "GB-ENG".

    `of_year` gives the name of every holiday of a year by its date. It must always answer the same;
    each year is asked for once, when it is first needed. A holiday is a day on the clock of
    `zone`; None stands for the clock of whichever window observes the calendar. Raises UnknownZone.
    """

    def __init__(
        self, code: str, of_year: Callable[[int], Mapping[date, str]], zone: str | None = None
    ) -> None:
        self.code = code
        self.zone = clock_of(zone).key if zone else None
        self._of_year = of_year
        self._years: dict[int, dict[int, str]] = {}

    def __repr__(self) -> str:
        zone = f", zone={self.zone!r}" if self.zone else ""
        return f"HolidayCalendar({self.code!r}{zone})"

    def name(self, day: int) -> str | None:
        """Return the name of the holiday on a day number; None on any other day."""
        return self._year(date_of(day).year).get(day)

    def days(self, first: int, last: int) -> list[int]:
        """Return the holidays from `first` through `last`, as sorted day numbers."""
        years = range(date_of(first).year, date_of(last).year + 1)
        return sorted(day for year in years for day in self._year(year) if first <= day <= last)

    def _year(self, year: int) -> dict[int, str]:
        if year not in self._years:
            named = self._of_year(year)
            self._years[year] = {day_number(day): name for day, name in named.items()}
        return self._years[year]
