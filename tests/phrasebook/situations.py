"""The situations of the phrasebook: hours, exceptions, moments and clocks that pages tell of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from support.directory import ServedLanguage
from support.directory.exceptions import NO_EXCEPTIONS
from support.directory.hours import unscheduled_language
from support.locales.holiday_calendars import holiday_calendar
from tests.factories import served
from tests.schedule.notation import (
    also_on,
    as_usual_on,
    closed_on,
    closure,
    hours_on,
    like_on,
    window,
)

_WEEK = "MO,TU,WE,TH,FR"
_DAILY = "MO,TU,WE,TH,FR,SA,SU"
_TOKYO = f"{_WEEK} 10:00-18:00 Asia/Tokyo"
_BERLIN = f"{_WEEK} 09:00-17:00 Europe/Berlin"
_UTC = f"{_WEEK} 09:00-17:00 UTC"


class Situation(NamedTuple):
    """What is the case, in a few words, and from where it is looked at."""

    words: str
    served: ServedLanguage
    at: str
    zone: str | None = None


def situations() -> dict[str, tuple[Situation, ...]]:
    """Return them under their headings."""
    return {
        "Open and closed": tuple(_ordinary()),
        "Clocks": tuple(_clocks()),
        "Which hours": tuple(_hours()),
        "Exceptions": tuple(_exceptions()),
        "Public holidays": tuple(_holidays()),
        "What never changes": tuple(_always()),
    }


def _ordinary() -> Iterator[Situation]:
    plain = served("ja", _TOKYO)
    yield Situation("Open, closes on the same day", plain, "2026-11-26T03:00Z")
    yield Situation("Open, one minute left", plain, "2026-11-26T08:59Z")
    yield Situation("Open, five minutes left", plain, "2026-11-26T08:55Z")
    yield Situation("Closed, opens on the next day", plain, "2026-11-26T10:00Z")
    yield Situation("Closed since Friday, opens on Monday", plain, "2026-11-28T03:00Z")
    night = served("en", f"{_WEEK} 12:00-06:00 UTC")
    yield Situation("Past midnight, before it", night, "2026-11-26T20:00Z")
    yield Situation("Past midnight, after it", night, "2026-11-27T02:00Z")
    late = served("en", "FR 14:00-24:00 UTC")
    yield Situation("Closes at midnight", late, "2026-11-27T20:00Z")
    yield Situation(
        "Closes at midnight of another day",
        served("en", f"{_WEEK} 00:00-24:00 UTC"),
        "2026-11-25T12:00Z",
    )
    yield Situation("Closes at one", served("es", "TH 09:00-01:00 UTC"), "2026-11-26T20:00Z")
    yield Situation("Opens at one", served("es", "FR 01:00-09:00 UTC"), "2026-11-27T00:30Z")
    yield Situation(
        "Opens at one, on another day", served("es", "FR 01:00-09:00 UTC"), "2026-11-24T12:00Z"
    )


def _clocks() -> Iterator[Situation]:
    plain = served("en", _BERLIN)
    for zone in ("Europe/London", "America/New_York", "America/Los_Angeles", "America/Chicago"):
        yield Situation(
            f"Hours of {zone}", served("en", f"{_WEEK} 09:00-17:00 {zone}"), "2026-11-26T20:00Z"
        )
    for zone in ("Asia/Singapore", "Asia/Kolkata", "America/Sao_Paulo", "Australia/Sydney"):
        yield Situation(
            f"Hours of {zone}", served("en", f"{_WEEK} 09:00-17:00 {zone}"), "2026-11-28T12:00Z"
        )
    yield Situation("On another clock", plain, "2026-11-26T12:00Z", "Asia/Tokyo")
    yield Situation("On another clock, behind", plain, "2026-11-26T20:00Z", "America/Los_Angeles")
    yield Situation("On a clock that goes by UTC", plain, "2026-11-26T20:00Z", "Etc/GMT+3")
    yield Situation(
        "On another clock, before a change of it", plain, "2027-03-10T12:00Z", "America/New_York"
    )
    three = served(
        "en",
        f"{_WEEK} 09:00-17:00 Asia/Singapore",
        f"{_WEEK} 09:00-17:00 Europe/London",
        f"{_WEEK} 09:00-17:00 America/New_York",
        "SA,SU 13:00-21:00 UTC",
    )
    yield Situation("Several windows on several clocks", three, "2026-11-26T12:00Z")
    yield Situation("Several windows, seen from Tokyo", three, "2026-11-26T12:00Z", "Asia/Tokyo")


def _hours() -> Iterator[Situation]:
    at = "2026-11-23T12:00Z"
    yield Situation("Two separate days", served("en", "SA,SU 13:00-21:00 UTC"), at)
    yield Situation("A range of days and one more", served("en", "MO,TU,WE,FR 09:00-17:00 UTC"), at)
    yield Situation("One day and a range", served("en", "MO,WE,TH,FR 09:00-17:00 UTC"), at)
    yield Situation("Every day", served("en", f"{_DAILY} 09:00-17:00 UTC"), at)
    yield Situation("24 hours on weekdays", served("en", f"{_WEEK} 00:00-24:00 UTC"), at)
    for monthly in ("1", "1,-1", "2,4", "-2"):
        yield Situation(
            f"Fridays of the month: {monthly}",
            served("en", window("FR 10:00-14:00 UTC", monthly=monthly)),
            at,
        )
    for weeks in (2, 4):
        stated = window("MO 09:00-17:00 UTC", valid_from="2026-11-30", every_weeks=weeks)
        yield Situation(f"Every {weeks} weeks", served("en", stated), at)
    yield Situation(
        "In a season", served("en", window(_UTC, season="04-01..10-31")), "2026-07-01T10:00Z"
    )
    yield Situation("Until a date", served("en", window(_UTC, valid_through="2026-12-31")), at)
    yield Situation("From a date", served("en", window(_UTC, valid_from="2026-12-01")), at)
    yield Situation(
        "From a date to another", served("en", window(_UTC, "2026-12-01", "2027-01-01")), at
    )


def _exceptions() -> Iterator[Situation]:
    def with_special(*special):  # type: ignore[no-untyped-def]
        return served("ja", _TOKYO, special_hours=special)

    def with_closure(*times, zone="UTC"):  # type: ignore[no-untyped-def]
        return served("en", f"{_DAILY} 00:00-24:00 UTC", closures=[closure(*times, zone)])

    yield Situation(
        "Closed on a day, without a reason",
        with_special(closed_on("2026-11-26")),
        "2026-11-26T03:00Z",
    )
    yield Situation(
        "Closed on days to come",
        with_special(closed_on("2026-12-01/2026-12-03")),
        "2026-11-26T03:00Z",
    )
    yield Situation(
        "Closed every year",
        with_special(closed_on("2026-12-24", repeats="yearly")),
        "2026-12-24T03:00Z",
    )
    yield Situation(
        "Other hours",
        with_special(hours_on("2026-11-26", "12:00-20:00 Asia/Tokyo")),
        "2026-11-26T10:00Z",
    )
    yield Situation(
        "Other hours past midnight",
        with_special(hours_on("2026-12-01", "20:00-02:00 Asia/Tokyo")),
        "2026-11-26T10:00Z",
    )
    yield Situation(
        "Hours besides the regular ones",
        with_special(also_on("2026-11-28", "12:00-15:00 Asia/Tokyo")),
        "2026-11-26T10:00Z",
    )
    yield Situation(
        "Hours of another weekday", with_special(like_on("2026-11-28", "MO")), "2026-11-26T10:00Z"
    )
    yield Situation(
        "A closed day, on another clock",
        with_special(closed_on("2026-12-01")),
        "2026-11-26T03:00Z",
        "Europe/Berlin",
    )
    yield Situation(
        "A closure within a day",
        with_closure("2026-11-26T10:00", "2026-11-26T12:00"),
        "2026-11-26T11:00Z",
    )
    yield Situation(
        "A closure of days",
        with_closure("2026-11-26T10:00", "2026-12-01T01:00"),
        "2026-11-26T11:00Z",
    )
    yield Situation(
        "A closure to come",
        with_closure("2026-12-10T10:00", "2026-12-10T12:00"),
        "2026-11-26T11:00Z",
    )
    yield Situation(
        "A closure until further notice",
        with_closure("2026-11-26T10:00", None),
        "2026-11-26T11:00Z",
    )
    yield Situation(
        "A closure over special hours",
        served(
            "ja",
            _TOKYO,
            special_hours=[hours_on("2026-11-26", "12:00-20:00 Asia/Tokyo")],
            closures=[closure("2026-11-26T00:00", "2026-11-27T00:00")],
        ),
        "2026-11-26T04:00Z",
    )


def _holidays() -> Iterator[Situation]:
    def observing(code, **fields):  # type: ignore[no-untyped-def]
        return window(_UTC, holidays=holiday_calendar(code), **fields)

    for code, moment in (
        ("JP", "2027-01-11T10:00Z"),
        ("US", "2026-12-25T10:00Z"),
        ("DE", "2027-01-01T10:00Z"),
        ("NL", "2027-04-27T10:00Z"),
        ("GB-SCT", "2026-11-30T10:00Z"),
    ):
        yield Situation(f"On a holiday of {code}", served("en", observing(code)), moment)
    short = observing("US", on_holidays="12:00-15:00", before_holidays="09:00-13:00")
    yield Situation("Other hours on holidays and before", served("en", short), "2026-12-25T13:00Z")
    yield Situation("The day before a holiday", served("en", short), "2026-12-24T14:00Z")
    worked = served("en", observing("US"), special_hours=[as_usual_on("2026-12-25")])
    yield Situation("A holiday that is worked", worked, "2026-12-25T13:00Z")


def _always() -> Iterator[Situation]:
    yield Situation(
        "Round the clock", served("en", f"{_DAILY} 00:00-24:00 UTC"), "2026-11-26T12:00Z"
    )
    closed = served("en", f"{_DAILY} 00:00-24:00 UTC", special_hours=[closed_on("2026-12-24")])
    yield Situation("Round the clock, until a closed day", closed, "2026-12-23T12:00Z")
    yield Situation(
        "Hours that have ended",
        served("en", window(_UTC, valid_through="2026-11-01")),
        "2026-11-26T12:00Z",
    )
    yield Situation("No set hours", unscheduled_language("en", NO_EXCEPTIONS), "2026-11-26T12:00Z")
