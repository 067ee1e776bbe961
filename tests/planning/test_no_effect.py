"""Exceptions that change nobody’s hours, and why."""

from __future__ import annotations

import pytest

from support.directory import NO_TEXT, Exceptions, SpecialHoursEntry
from support.directory.hours import unscheduled_language
from support.planning.no_effect import NoEffect, no_effect
from tests.factories import department_entry, served
from tests.schedule.notation import (
    also_on,
    as_usual_on,
    at,
    closed_on,
    closure,
    hours_on,
    like_on,
)

NOW, UNTIL = at("2026-11-27T10:00Z"), at("2027-11-28T10:00Z")
OFFICE = "MO,TU,WE,TH,FR 09:00-17:00 UTC"
ROUND_THE_CLOCK = "MO,TU,WE,TH,FR,SA,SU 00:00-24:00 UTC"

CLOSED, OPEN = NoEffect.CLOSED_ANYWAY, NoEffect.OPEN_ANYWAY
OVER, LATER = NoEffect.OVER, NoEffect.LATER


def why(exception, hours=OFFICE, special_hours=(), closures=()):
    is_special = hasattr(exception, "effect")
    entry = department_entry(
        "desk",
        served(
            "en",
            hours,
            special_hours=[*special_hours, *([exception] if is_special else [])],
            closures=[*closures, *([] if is_special else [exception])],
        ),
    )
    return no_effect([entry], exception, NOW, UNTIL)


@pytest.mark.parametrize(
    ("special", "expected"),
    [
        (closed_on("2026-12-24"), None),
        (closed_on("2026-12-05"), CLOSED),
        (closed_on("2026-11-26"), OVER),
        (closed_on("2029-12-24"), LATER),
        (closed_on("2029-12-29"), CLOSED),
        (closed_on("2026-12-24", repeats="yearly"), None),
        (closed_on("2020-02-29", repeats="yearly"), LATER),
        (closed_on("2026-12-01/", weekdays="SA", repeats="monthly", monthly="1"), CLOSED),
        (hours_on("2026-12-24", "09:00-17:00 UTC"), OPEN),
        (hours_on("2026-12-24", "09:00-16:59 UTC"), None),
        (also_on("2026-12-24", "10:00-12:00 UTC"), OPEN),
        (also_on("2026-12-24", "16:00-18:00 UTC"), None),
        (as_usual_on("2026-12-25"), OPEN),
        (like_on("2026-12-22", "MO"), OPEN),
        (like_on("2026-12-26", "MO"), None),
    ],
)
def test_special_hours(special, expected):
    assert why(special) is expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (closure("2026-12-03T12:00", "2026-12-04T00:00"), None),
        (closure("2026-12-05T12:00", "2026-12-06T00:00"), CLOSED),
        (closure("2026-12-03T17:00", "2026-12-04T09:00"), CLOSED),
        (closure("2026-11-26T12:00", "2026-11-27T10:00"), OVER),
        (closure("2026-11-26T12:00", None), None),
        (closure("2028-12-01T12:00", None), LATER),
    ],
)
def test_closures(stated, expected):
    assert why(stated) is expected


def test_closure_within_another_is_closed_anyway():
    until_further_notice = closure("2026-12-01T12:00", None)
    stated = closure("2026-12-03T12:00", "2026-12-04T00:00")
    assert why(stated, closures=[until_further_notice]) is CLOSED


def test_closed_day_within_a_closed_range_is_closed_anyway():
    holidays = closed_on("2026-12-24/2027-01-03")
    assert why(closed_on("2026-12-29"), special_hours=[holidays]) is CLOSED


def test_change_in_hours_round_the_clock_is_told_from_when_it_comes():
    assert why(closed_on("2029-12-24"), hours=ROUND_THE_CLOCK) is LATER


def test_languages_without_set_hours_have_none_to_change():
    special = closed_on("2026-12-24")
    exceptions = Exceptions((SpecialHoursEntry(special, (), NO_TEXT),))
    language = unscheduled_language("en", exceptions)
    assert no_effect([department_entry("desk", language)], special, NOW, UNTIL) is (
        NoEffect.NO_SET_HOURS
    )


def test_exception_of_nobody_here_has_no_reason():
    special = closed_on("2026-12-24")
    other = department_entry("desk", served("en", OFFICE))
    assert no_effect([other], special, NOW, UNTIL) is None
