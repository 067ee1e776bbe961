"""Whole pages of the phrasebook: several desks, read by visitors of one or three languages."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from support.directory import DepartmentEntry, ServedLanguage, Text
from support.directory.exceptions import NO_EXCEPTIONS
from support.directory.hours import unscheduled_language
from support.locales.holiday_calendars import holiday_calendar
from tests.factories import department_entry, served
from tests.phrasebook.situation import BERLIN, DAILY, TOKYO, UTC, WEEK
from tests.schedule.notation import closed_on, closure, hours_on, window

_INITIAL = Path(__file__).resolve().parents[2] / "support" / "initial_data.toml"

_THURSDAY = "2026-11-26T11:00Z"
_ADVENT = "2026-12-10T12:00Z"
_NIGHT = "2026-11-26T23:30Z"


class Page(NamedTuple):
    """`reads` are the languages of the visitor, before that of the page.

    The days that visitors ask for by name are told where the page `has_days`.
    """

    words: str
    entries: tuple[DepartmentEntry, ...]
    at: str = _THURSDAY
    zone: str | None = None
    reads: tuple[str, ...] = ()
    has_days: bool = False


def pages() -> tuple[Page, ...]:
    """Return them in the order in which they are read."""
    return tuple(_pages())


def _pages() -> Iterator[Page]:
    sales = _desk("sales", served("ja", TOKYO), served("de", BERLIN))
    support = _desk("customer-support", served("en", UTC), served("fr", BERLIN))
    security = _desk("malware-abuse", served("en", f"{DAILY} 12:00-06:00 UTC"))
    late = _desk("finance", served("en", f"{WEEK} 01:00-23:00 UTC"))
    desks = (sales, support, security)
    yield Page("One of three languages is answered", desks, reads=("da", "fr"), has_days=True)
    yield Page("Nobody answers in three languages", desks, _NIGHT, None, ("ja", "de"))
    yield Page("Nobody serves the languages that are read", desks, reads=("ko",))
    yield Page("Nobody answers at all", (sales,), _NIGHT, None, ("ja",))
    yield Page("Nobody answers in a language without a desk", (sales,), _NIGHT, None, ("ko",))
    unset = _desk("affiliates", unscheduled_language("es", NO_EXCEPTIONS))
    yield Page("No set hours", (unset,), reads=("es",))
    yield Page("One desk opens tomorrow, one on Monday", (support, sales), "2026-11-27T22:00Z")
    for zone in ("Asia/Tokyo", "America/Sao_Paulo"):
        yield Page(f"Seen from {zone}", desks, _NIGHT, zone)
    everybody = [
        _desk(slug, served("en", UTC, special_hours=[closed_on("2026-12-24/2026-12-26")]))
        for slug in ("sales", "customer-support")
    ]
    yield Page("All departments closed on days to come", tuple(everybody), _ADVENT, has_days=True)
    some = (*everybody, late)
    yield Page("Two of three departments closed on days to come", some, _ADVENT, has_days=True)
    shifted = _desk(
        "sales", served("ja", TOKYO, special_hours=[hours_on("2026-12-24", "10:00-14:00 UTC")])
    )
    yield Page("One with other hours, one closed", (shifted, everybody[1]), _ADVENT, has_days=True)
    mixed = _desk("malware-abuse", served("en", UTC, special_hours=[closed_on("2026-12-24")]))
    yield Page(
        "A name with an “and”, closed with another",
        (mixed, everybody[0], late),
        "2026-12-10T12:00Z",
    )
    only_japanese = _desk(
        "sales", served("ja", TOKYO, special_hours=[closed_on("2026-12-24")]), served("en", UTC)
    )
    yield Page("One language of two is closed", (only_japanese,), "2026-12-23T12:00Z")
    interrupted = _desk(
        "sales",
        served("en", UTC, closures=[closure("2026-11-26T10:00", "2026-11-26T13:00")]),
        served("de", BERLIN),
    )
    yield Page("One language is interrupted", (interrupted,))
    for_good = _desk("sales", served("en", UTC, closures=[closure("2026-11-26T10:00", None)]))
    yield Page("Closed until further notice", (for_good,), has_days=True)
    over = _desk("sales", served("en", window(UTC, valid_through="2026-11-01")))
    yield Page("Hours that have ended", (over,))
    holiday = window(UTC, holidays=holiday_calendar("GB-SCT"))
    yield Page(
        "A holiday of Scotland", (_desk("sales", served("en", holiday)),), "2026-11-30T12:00Z"
    )
    short = window(UTC, holidays=holiday_calendar("US"), before_holidays="09:00-13:00")
    yield Page(
        "The day before a holiday of the United States",
        (_desk("sales", served("en", short)),),
        "2026-12-24T12:00Z",
    )
    yield Page("Round the clock", (_desk("sales", served("en", f"{DAILY} 00:00-24:00 UTC")),))
    changing = _desk("sales", served("en", f"{WEEK} 09:00-17:00 America/New_York"))
    yield Page("Before a change of the clock", (changing,), "2027-03-11T12:00Z", "Europe/Berlin")
    yield Page("Without any department", ())


def _desk(slug: str, *languages: ServedLanguage) -> DepartmentEntry:
    """Return a department by its shipped names."""
    return replace(department_entry(slug, *languages), name=Text(_shipped_names()[slug]))


@cache
def _shipped_names() -> dict[str, dict[str, str]]:
    departments = tomllib.loads(_INITIAL.read_text("utf-8"))["departments"]
    return {each["slug"]: each["name"] for each in departments}
