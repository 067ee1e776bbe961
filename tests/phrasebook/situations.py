"""The situations of the phrasebook: hours, exceptions, moments and clocks that pages tell of."""

from __future__ import annotations

from collections.abc import Iterator

from tests.factories import served
from tests.phrasebook.exceptions import always, exceptions, holidays
from tests.phrasebook.situation import BERLIN, DAILY, TOKYO, UTC, WEEK, Situation
from tests.schedule.notation import window

_FAR_CLOCKS = (
    "Asia/Singapore",
    "Asia/Kolkata",
    "America/Sao_Paulo",
    "Australia/Sydney",
    "Europe/Lisbon",
    "Africa/Cairo",
    "Asia/Dubai",
    "America/Argentina/Buenos_Aires",
    "Pacific/Honolulu",
    "Europe/Istanbul",
)


def situations() -> dict[str, tuple[Situation, ...]]:
    """Return them under their headings."""
    return {
        "Open and closed": tuple(_ordinary()),
        "Clocks": tuple(_clocks()),
        "Which hours": tuple(_hours()),
        "Exceptions": tuple(exceptions()),
        "Public holidays": tuple(holidays()),
        "What never changes": tuple(always()),
    }


def _ordinary() -> Iterator[Situation]:
    plain = served("ja", TOKYO)
    yield Situation("Open, closes on the same day", plain, "2026-11-26T03:00Z")
    yield Situation("Open, one minute left", plain, "2026-11-26T08:59Z")
    yield Situation("Open, five minutes left", plain, "2026-11-26T08:55Z")
    yield Situation("Closed, opens on the next day", plain, "2026-11-26T10:00Z")
    yield Situation("Closed since Friday, opens on Monday", plain, "2026-11-28T03:00Z")
    yield Situation("Closed, opens in one minute", plain, "2026-11-26T00:59Z")
    yield Situation("Closed, opens in five minutes", plain, "2026-11-26T00:55Z")
    lunch = served("fr", f"{WEEK} 09:00-12:30 Europe/Paris", f"{WEEK} 13:30-18:00 Europe/Paris")
    yield Situation("Open until lunch", lunch, "2026-11-26T10:00Z")
    yield Situation("Closed at lunch", lunch, "2026-11-26T12:00Z")
    weekly = served("de", "WE 14:00-16:00 Europe/Berlin")
    yield Situation("Open on one day of the week only", weekly, "2026-11-26T10:00Z")
    yield Situation(
        "Opens on the last day of the year",
        served("en", window("TH 09:00-12:00 UTC", valid_from="2026-12-31")),
        "2026-11-26T10:00Z",
    )
    yield Situation(
        "Opens next year",
        served("en", window("MO 09:00-12:00 UTC", valid_from="2027-01-04")),
        "2026-11-26T10:00Z",
    )
    night = served("en", f"{WEEK} 12:00-06:00 UTC")
    yield Situation("Past midnight, before it", night, "2026-11-26T20:00Z")
    yield Situation("Past midnight, after it", night, "2026-11-27T02:00Z")
    late = served("en", "FR 14:00-24:00 UTC")
    yield Situation("Closes at midnight", late, "2026-11-27T20:00Z")
    yield Situation(
        "Closes at midnight of another day",
        served("en", f"{WEEK} 00:00-24:00 UTC"),
        "2026-11-25T12:00Z",
    )
    yield Situation("Closes at one", served("es", "TH 09:00-01:00 UTC"), "2026-11-26T20:00Z")
    yield Situation("Opens at one", served("es", "FR 01:00-09:00 UTC"), "2026-11-27T00:30Z")
    yield Situation(
        "Opens at one, on another day", served("es", "FR 01:00-09:00 UTC"), "2026-11-24T12:00Z"
    )


def _clocks() -> Iterator[Situation]:
    plain = served("en", BERLIN)
    for zone in ("Europe/London", "America/New_York", "America/Los_Angeles", "America/Chicago"):
        yield Situation(
            f"Hours of {zone}", served("en", f"{WEEK} 09:00-17:00 {zone}"), "2026-11-26T20:00Z"
        )
    for zone in _FAR_CLOCKS:
        yield Situation(
            f"Hours of {zone}", served("en", f"{WEEK} 09:00-17:00 {zone}"), "2026-11-28T12:00Z"
        )
    yield Situation("On another clock", plain, "2026-11-26T12:00Z", "Asia/Tokyo")
    yield Situation("On another clock, behind", plain, "2026-11-26T20:00Z", "America/Los_Angeles")
    yield Situation("On a clock that goes by UTC", plain, "2026-11-26T20:00Z", "Etc/GMT+3")
    yield Situation(
        "On another clock, before a change of it", plain, "2027-03-10T12:00Z", "America/New_York"
    )
    for zone in ("Asia/Tokyo", "America/Sao_Paulo", "Pacific/Auckland"):
        night = served("en", f"{DAILY} 18:00-02:00 UTC")
        yield Situation(f"Past midnight, seen from {zone}", night, "2026-11-26T20:00Z", zone)
        yield Situation(f"Closed, seen from {zone}", plain, "2026-11-27T20:00Z", zone)
    yield Situation("In UTC, seen from UTC", served("en", UTC), "2026-11-26T12:00Z", "UTC")
    yield Situation(
        "Round the clock on weekdays, seen from Tokyo",
        served("en", f"{WEEK} 00:00-24:00 UTC"),
        "2026-11-26T12:00Z",
        "Asia/Tokyo",
    )
    three = served(
        "en",
        f"{WEEK} 09:00-17:00 Asia/Singapore",
        f"{WEEK} 09:00-17:00 Europe/London",
        f"{WEEK} 09:00-17:00 America/New_York",
        "SA,SU 13:00-21:00 UTC",
    )
    yield Situation("Several windows on several clocks", three, "2026-11-26T12:00Z")
    yield Situation("Several windows, seen from Tokyo", three, "2026-11-26T12:00Z", "Asia/Tokyo")


def _hours() -> Iterator[Situation]:
    at = "2026-11-23T12:00Z"
    yield Situation("Two separate days", served("en", "SA,SU 13:00-21:00 UTC"), at)
    yield Situation("A range of days and one more", served("en", "MO,TU,WE,FR 09:00-17:00 UTC"), at)
    yield Situation("One day and a range", served("en", "MO,WE,TH,FR 09:00-17:00 UTC"), at)
    yield Situation("Every day", served("en", f"{DAILY} 09:00-17:00 UTC"), at)
    yield Situation("24 hours on weekdays", served("en", f"{WEEK} 00:00-24:00 UTC"), at)
    for monthly in ("1", "1,-1", "2,4", "-2"):
        yield Situation(
            f"Fridays of the month: {monthly}",
            served("en", window("FR 10:00-14:00 UTC", monthly=monthly)),
            at,
        )
    for weeks in (2, 4):
        stated = window("MO 09:00-17:00 UTC", valid_from="2026-11-30", every_weeks=weeks)
        yield Situation(f"Every {weeks} weeks", served("en", stated), at)
    for weeks in (2, 3):
        stated = window("TU,TH 09:00-12:00 UTC", valid_from="2026-11-03", every_weeks=weeks)
        yield Situation(f"Two days of every {weeks} weeks", served("en", stated), at)
    yield Situation(
        "First Monday and Tuesday of the month",
        served("en", window("MO,TU 09:00-12:00 UTC", monthly="1")),
        at,
    )
    yield Situation(
        "A season over New Year",
        served("en", window(UTC, season="11-01..03-31")),
        "2026-07-01T10:00Z",
    )
    seasons = served(
        "de",
        window(BERLIN, season="04-01..10-31"),
        window(f"{WEEK} 10:00-16:00 Europe/Berlin", season="11-01..03-31"),
    )
    yield Situation("Two seasons", seasons, "2026-11-26T12:00Z")
    yield Situation(
        "In a season", served("en", window(UTC, season="04-01..10-31")), "2026-07-01T10:00Z"
    )
    yield Situation("Until a date", served("en", window(UTC, valid_through="2026-12-31")), at)
    yield Situation("From a date", served("en", window(UTC, valid_from="2026-12-01")), at)
    yield Situation(
        "From a date to another", served("en", window(UTC, "2026-12-01", "2027-01-01")), at
    )
