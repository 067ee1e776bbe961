from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from support.directory.exceptions import NO_EXCEPTIONS, Exceptions
from support.directory.text import Text
from support.schedule import Timetable, Unscheduled, Window


@dataclass(frozen=True, slots=True)
class Hours:
    """One window as staff stated it, with what they call it.

    `holidays_except` has the English names of the public holidays that do not count.
    """

    window: Window
    label: Text
    holidays_except: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class ServedLanguage:
    tag: str
    hours: tuple[Hours, ...]
    exceptions: Exceptions
    timetable: Timetable | Unscheduled

    @cached_property
    def zones(self) -> frozenset[str]:
        """Return the clocks by which anything about these hours is stated."""
        return frozenset(
            [
                *(hours.window.zone for hours in self.hours),
                *(entry.special.window.zone for entry in self.exceptions.special_hours),
                *(entry.zone for entry in self.exceptions.closures),
            ]
        )

    @cached_property
    def depends_on_dates(self) -> bool:
        """Tell whether one week can differ from another, other than by a change of the clock."""
        return self.exceptions != NO_EXCEPTIONS or any(
            not hours.window.is_every_week
            or hours.window.valid_from
            or hours.window.valid_through
            or hours.window.holidays
            for hours in self.hours
        )

    @cached_property
    def regular(self) -> Timetable:
        """Return the hours as they would be without special hours and closures."""
        return Timetable(hours.window for hours in self.hours)

    def is_regularly_open(self, at: datetime) -> bool:
        """Return whether the hours never end from `at` on, exceptions and holidays aside."""
        hours = self.without_holidays
        return hours.is_open(at) and hours.next_change(at) is None

    @cached_property
    def without_holidays(self) -> Timetable:
        """Return the hours as they would be without exceptions and public holidays."""
        return Timetable(replace(hours.window, holidays=None) for hours in self.hours)


def served_language(tag: str, hours: Iterable[Hours], exceptions: Exceptions) -> ServedLanguage:
    """Return a language with stated hours; `exceptions` can be all of its department's."""
    stated, ours = tuple(hours), exceptions.of_language(tag)
    timetable = Timetable(
        (each.window for each in stated),
        (entry.special for entry in ours.special_hours),
        (entry.closure for entry in ours.closures),
    )
    return ServedLanguage(tag, stated, ours, timetable)


def unscheduled_language(tag: str, exceptions: Exceptions) -> ServedLanguage:
    """Return a language without stated hours; `exceptions` can be all of its department's."""
    return ServedLanguage(tag, (), exceptions.of_language(tag), Unscheduled())
