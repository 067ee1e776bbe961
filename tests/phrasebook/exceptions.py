"""Exceptions, public holidays, and hours that never change."""

from __future__ import annotations

from collections.abc import Iterator

from support.directory.exceptions import NO_EXCEPTIONS
from support.directory.hours import unscheduled_language
from support.locales.holiday_calendars import holiday_calendar
from tests.factories import served
from tests.phrasebook.situation import DAILY, TOKYO, UTC, WEEK, Situation
from tests.schedule.notation import (
    also_on,
    as_usual_on,
    closed_on,
    closure,
    hours_on,
    like_on,
    window,
)


def exceptions() -> Iterator[Situation]:
    def with_special(*special):  # type: ignore[no-untyped-def]
        return served("ja", TOKYO, special_hours=special)

    def with_closure(*times, zone="UTC"):  # type: ignore[no-untyped-def]
        return served("en", f"{DAILY} 00:00-24:00 UTC", closures=[closure(*times, zone)])

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
    for zone in ("America/Los_Angeles", "Asia/Tokyo"):
        yield Situation(
            f"A closed day of hours in UTC, seen from {zone}",
            served("en", UTC, special_hours=[closed_on("2026-12-01")]),
            "2026-11-30T20:00Z",
            zone,
        )
    yield Situation(
        "Closed every first Thursday",
        with_special(
            closed_on("2026-12-01/2099-12-31", weekdays="TH", repeats="monthly", monthly="1")
        ),
        "2026-12-03T03:00Z",
    )
    yield Situation(
        "Other hours on the weekdays of a month",
        with_special(hours_on("2026-12-01/2026-12-31", "12:00-20:00 Asia/Tokyo", WEEK)),
        "2026-11-30T03:00Z",
    )
    yield Situation(
        "Other hours on the weekdays of a month, seen from Berlin",
        with_special(hours_on("2026-12-01/2026-12-31", "12:00-20:00 Asia/Tokyo", WEEK)),
        "2026-12-02T06:00Z",
        "Europe/Berlin",
    )
    yield Situation(
        "Hours besides the regular ones, while they hold",
        with_special(also_on("2026-11-26", "19:00-21:00 Asia/Tokyo")),
        "2026-11-26T11:00Z",
    )
    yield Situation(
        "Two hours within closed days",
        with_special(
            closed_on("2026-12-24/2027-01-03"), hours_on("2026-12-29", "10:00-12:00 Asia/Tokyo")
        ),
        "2026-12-29T02:00Z",
    )
    yield Situation(
        "Closed from one year to the next",
        with_special(closed_on("2026-12-28/2027-01-04")),
        "2026-12-29T02:00Z",
    )
    yield Situation(
        "A closure seen from Tokyo",
        with_closure("2026-11-26T10:00", "2026-11-26T12:00"),
        "2026-11-26T11:00Z",
        "Asia/Tokyo",
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
        "A closure until further notice, seen from New York",
        with_closure("2026-11-26T10:00", None),
        "2026-11-26T11:00Z",
        "America/New_York",
    )
    yield Situation(
        "A closure until midnight",
        with_closure("2026-11-26T10:00", "2026-11-27T00:00"),
        "2026-11-26T11:00Z",
    )
    yield Situation(
        "A closure from one year to the next",
        with_closure("2026-12-28T10:00", "2027-01-04T09:00"),
        "2026-12-30T11:00Z",
    )
    yield Situation(
        "A closure over special hours",
        served(
            "ja",
            TOKYO,
            special_hours=[hours_on("2026-11-26", "12:00-20:00 Asia/Tokyo")],
            closures=[closure("2026-11-26T00:00", "2026-11-27T00:00")],
        ),
        "2026-11-26T04:00Z",
    )


def holidays() -> Iterator[Situation]:
    def observing(code, **fields):  # type: ignore[no-untyped-def]
        return window(UTC, holidays=holiday_calendar(code), **fields)

    for code, moment in (
        ("JP", "2027-01-11T10:00Z"),
        ("US", "2026-12-25T10:00Z"),
        ("DE", "2027-01-01T10:00Z"),
        ("NL", "2027-04-27T10:00Z"),
        ("GB-SCT", "2026-11-30T10:00Z"),
        ("FR", "2027-05-06T10:00Z"),
        ("IT", "2027-06-02T10:00Z"),
        ("ES", "2027-10-12T10:00Z"),
        ("PT", "2027-06-10T10:00Z"),
        ("BR", "2027-09-07T10:00Z"),
        ("SE", "2027-06-25T10:00Z"),
        ("DK", "2027-05-17T10:00Z"),
        ("AU", "2026-12-28T10:00Z"),
        ("CA-QC", "2027-06-24T10:00Z"),
        ("CN", "2027-02-08T10:00Z"),
        ("KR", "2027-09-15T10:00Z"),
        ("AE", "2027-03-10T10:00Z"),
        ("US-IL", "2027-03-01T10:00Z"),
        ("ZA", "2026-12-16T10:00Z"),
        ("GB-NIR", "2027-07-12T10:00Z"),
        ("CH-GE", "2027-05-06T10:00Z"),
        ("AT", "2027-10-26T10:00Z"),
        ("IN", "2027-01-26T10:00Z"),
        ("MX", "2027-03-15T10:00Z"),
        ("NO", "2027-05-17T10:00Z"),
        ("PL", "2027-05-03T10:00Z"),
        ("NZ", "2027-02-08T10:00Z"),
    ):
        yield Situation(f"On a holiday of {code}", served("en", observing(code)), moment)
    short = observing("US", on_holidays="12:00-15:00", before_holidays="09:00-13:00")
    yield Situation("Other hours on holidays and before", served("en", short), "2026-12-25T13:00Z")
    yield Situation("The day before a holiday", served("en", short), "2026-12-24T14:00Z")
    christmas = window(TOKYO, holidays=holiday_calendar("US", "America/New_York"))
    yield Situation(
        "A holiday of another country, seen from Berlin",
        served("en", christmas),
        "2026-12-25T20:00Z",
        "Europe/Berlin",
    )
    reopened = served(
        "en", observing("US"), special_hours=[hours_on("2026-12-25", "10:00-14:00 UTC")]
    )
    yield Situation("Special hours on a holiday", reopened, "2026-12-25T11:00Z")
    worked = served("en", observing("US"), special_hours=[as_usual_on("2026-12-25")])
    yield Situation("A holiday that is worked", worked, "2026-12-25T13:00Z")


def always() -> Iterator[Situation]:
    yield Situation(
        "Round the clock", served("en", f"{DAILY} 00:00-24:00 UTC"), "2026-11-26T12:00Z"
    )
    closed = served("en", f"{DAILY} 00:00-24:00 UTC", special_hours=[closed_on("2026-12-24")])
    yield Situation("Round the clock, until a closed day", closed, "2026-12-23T12:00Z")
    yield Situation(
        "Hours that have ended",
        served("en", window(UTC, valid_through="2026-11-01")),
        "2026-11-26T12:00Z",
    )
    yield Situation("No set hours", unscheduled_language("en", NO_EXCEPTIONS), "2026-11-26T12:00Z")
