"""What can be wrong with a question to the engine or with the hours it is given.

Each broken rule has a class; the message names what was given and what would be right.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Self


class ScheduleError(ValueError):
    """Base of everything the engine refuses."""


class NaiveInstant(ScheduleError):
    @classmethod
    def given(cls, at: datetime) -> Self:
        return cls(
            f"{at.isoformat()} has no time zone, so it is not an instant. "
            "Pass an aware datetime, such as one with tzinfo=datetime.UTC."
        )


class InstantOutOfRange(ScheduleError):
    @classmethod
    def given(cls, at: datetime, earliest: datetime, latest: datetime) -> Self:
        return cls(
            f"{at.isoformat()} is outside the years the engine answers for, "
            f"{earliest.year} to {latest.year - 1}."
        )


class BackwardsRange(ScheduleError):
    @classmethod
    def given(cls, start: datetime, end: datetime) -> Self:
        return cls(f"The range ends at {end.isoformat()}, before it starts at {start.isoformat()}.")


class InvalidWallTime(ScheduleError):
    @classmethod
    def given(cls, text: object) -> Self:
        return cls(f"“{text}” isn’t a time of day. Write it like 09:30, between 00:00 and 24:00.")

    @classmethod
    def opening(cls, text: object) -> Self:
        return cls(
            f"Hours cannot open at {text}. A day begins at 00:00 and its last minute is 23:59."
        )


class InvalidWeekdays(ScheduleError):
    @classmethod
    def unknown(cls, code: str) -> Self:
        return cls(f"“{code}” is not a weekday. Use MO, TU, WE, TH, FR, SA, SU, or a range: MO-FR.")

    @classmethod
    def empty(cls) -> Self:
        return cls("A window needs at least one weekday.")


class UnknownZone(ScheduleError):
    @classmethod
    def given(cls, key: str) -> Self:
        return cls(f"“{key}” is not an IANA time zone. Use a name such as Asia/Tokyo or UTC.")


class UnreadableWindow(ScheduleError):
    @classmethod
    def given(cls, text: str) -> Self:
        return cls(f"“{text}” is not a window. Write it as MO,TU 10:00-18:00 Asia/Tokyo.")


class UnreadableHours(ScheduleError):
    @classmethod
    def given(cls, text: str) -> Self:
        return cls(f"“{text}” are not hours of a day. Write them as 12:00-17:00.")


class InvalidMonthly(ScheduleError):
    @classmethod
    def given(cls, place: int) -> Self:
        return cls(
            f"A month has no weekday number {place}. "
            "Count from 1, the first, to 5, or from -1, the last, to -5."
        )

    @classmethod
    def unreadable(cls, text: str) -> Self:
        return cls(f"“{text}” are not weekdays of a month. Write 1,-1 for the first and the last.")


class InvalidEveryWeeks(ScheduleError):
    @classmethod
    def given(cls, weeks: int, most: int) -> Self:
        return cls(
            f"Hours cannot hold every {weeks} weeks. Use 1 for every week, 2 for every second, "
            f"up to {most}."
        )

    @classmethod
    def without_first_day(cls, weeks: int) -> Self:
        return cls(
            f"Hours of every {weeks} weeks need a first valid day: its week is the first in which "
            "they hold."
        )


class InvalidSeason(ScheduleError):
    @classmethod
    def no_such_day(cls, day: str) -> Self:
        return cls(
            f"No year has the day {day}. Write months before days; the end of February is 02-29."
        )

    @classmethod
    def unreadable(cls, text: str) -> Self:
        return cls(f"“{text}” is not a season. Write it as 04-01..10-31, months before days.")


class InvalidValidity(ScheduleError):
    @classmethod
    def given(cls, valid_from: date, valid_through: date) -> Self:
        return cls(
            f"The validity ends on {valid_through.isoformat()}, "
            f"before it starts on {valid_from.isoformat()}."
        )


class InvalidSpecialHours(ScheduleError):
    @classmethod
    def endless(cls) -> Self:
        return cls(
            "Special hours need a first and a last day. "
            "Those of a weekday of each month can go on without a last."
        )

    @classmethod
    def too_long(cls, first: date, last: date, longest: timedelta) -> Self:
        return cls(
            f"Special hours from {first.isoformat()} through {last.isoformat()} are longer than "
            f"{longest.days} days. For so long, state the hours as a window with a validity."
        )

    @classmethod
    def monthly_without_places(cls) -> Self:
        return cls(
            "Special hours of every month need the weekdays of the month: "
            "1 for the first, -1 for the last."
        )

    @classmethod
    def places_without_monthly(cls) -> Self:
        return cls("Special hours on certain weekdays of a month must repeat monthly.")

    @classmethod
    def without_like(cls) -> Self:
        return cls("A day with the hours of a weekday needs that weekday, such as MO.")

    @classmethod
    def superfluous_like(cls, effect: str) -> Self:
        return cls(
            f"Special hours of the kind {effect} are like no other weekday. "
            "Leave the weekday out, or use the kind as-weekday."
        )


class InvalidClosure(ScheduleError):
    @classmethod
    def backwards(cls, start: datetime, end: datetime) -> Self:
        return cls(
            f"The closure ends at {end.isoformat()}, which is not after its start at "
            f"{start.isoformat()}."
        )
