"""The API and the page say the same of every rule: state, next change, and why."""

from __future__ import annotations

import re
from datetime import datetime

import pytest

from tests import factories

pytestmark = pytest.mark.django_db

OFFICE = "MO,TU,WE,TH,FR 09:00-17:00 UTC"
CHICAGO = "MO,TU,WE,TH,FR 09:00-17:00 America/Chicago"

_STATE = re.compile(
    r'<span class="state state-\w+" data-state="(\w+)">(.*?)'
    r'<(?:time|span) class="state-change"(?: datetime="([^"]+)")?',
    re.DOTALL,
)
_REASON = re.compile(r'<span class="state-reason">(.*?)</span>')


def instant_of(text):
    return text and datetime.fromisoformat(text)


@pytest.fixture
def desk(initial_data):
    return factories.department("desk")


@pytest.fixture
def told(client, clock):
    """What the page and the API tell at an instant: state, change, reason on the page, rule."""

    def ask(instant):
        clock.stop_at(instant)
        page = client.get("/en/contact/desk/").content.decode()
        state, words, change = _STATE.search(page).groups()
        reason = _REASON.search(words)
        where = {"department": "desk", "language": "en"}
        answer = client.get("/api/v1/availability", where).json()
        (language,) = answer["departments"][0]["languages"]
        assert (state, instant_of(change)) == (
            language["state"],
            instant_of(language["changes_at"]),
        )
        return state, language["changes_at"], reason and reason[1], language["reason"]["rule"]

    return ask


@pytest.mark.parametrize(
    ("hours", "rules", "instant", "expected"),
    [
        (
            "SU 10:00-14:00 Europe/Berlin",
            {"monthly": "1"},
            "2027-02-14T10:00:00+00:00",
            ("closed", "2027-03-07T09:00:00Z", None, "outside-hours"),
        ),
        (
            "MO 09:00-17:00 UTC",
            {"every_weeks": 2, "valid_from": "2026-11-30"},
            "2026-12-07T10:00:00+00:00",
            ("closed", "2026-12-14T09:00:00Z", None, "outside-hours"),
        ),
        (
            "MO,TU,WE,TH,FR 09:00-18:00 UTC",
            {"season": "04-01..10-31"},
            "2027-11-01T10:00:00+00:00",
            ("closed", "2028-04-03T09:00:00Z", None, "outside-hours"),
        ),
        (
            CHICAGO,
            {"holidays": "US", "on_holidays": "12:00-15:00"},
            "2026-11-26T16:00:00+00:00",
            ("closed", "2026-11-26T18:00:00Z", "Thanksgiving Day", "public-holiday"),
        ),
        (
            CHICAGO,
            {"holidays": "US", "before_holidays": "09:00-16:00"},
            "2026-11-25T22:00:00+00:00",
            (
                "closed",
                "2026-11-27T15:00:00Z",
                "day before a public holiday: Thanksgiving Day",
                "before-holiday",
            ),
        ),
        (
            CHICAGO,
            {"holidays": "US", "holidays_except": ("Thanksgiving Day",)},
            "2026-11-26T16:00:00+00:00",
            ("open", "2026-11-26T23:00:00Z", None, "window"),
        ),
        (
            "TU,WE,TH,FR,SA 00:00-08:00 UTC",
            {"holidays": "US", "holidays_zone": "America/Los_Angeles"},
            "2026-11-27T02:00:00+00:00",
            ("closed", "2026-11-28T00:00:00Z", "Thanksgiving Day", "public-holiday"),
        ),
    ],
)
def test_rules_of_windows(desk, told, hours, rules, instant, expected):
    factories.window(desk, hours, **rules)

    assert told(instant) == expected


SPECIAL_HOURS = "special hours"


@pytest.mark.parametrize(
    ("state", "instant", "expected"),
    [
        (
            lambda desk: factories.closed_on("2026-12-24", repeats="yearly", department=desk),
            "2031-12-24T10:00:00+00:00",
            ("closed", "2031-12-25T09:00:00Z", SPECIAL_HOURS, "special-hours"),
        ),
        (
            lambda desk: factories.also_on("2026-12-01", "19:00-21:00 UTC", department=desk),
            "2026-12-01T20:00:00+00:00",
            ("open", "2026-12-01T21:00:00Z", SPECIAL_HOURS, "special-hours"),
        ),
        (
            lambda desk: factories.like_on("2027-02-20", "MO", department=desk),
            "2027-02-20T10:00:00+00:00",
            ("open", "2027-02-20T17:00:00Z", SPECIAL_HOURS, "special-hours"),
        ),
        (
            lambda desk: factories.closed_on("2026-12-15", languages=("en", "ja"), department=desk),
            "2026-12-15T10:00:00+00:00",
            ("closed", "2026-12-16T09:00:00Z", SPECIAL_HOURS, "special-hours"),
        ),
        (
            lambda desk: factories.closure("2026-12-03T12:00", "2026-12-04T00:00", department=desk),
            "2026-12-03T12:30:00+00:00",
            ("closed", "2026-12-04T09:00:00Z", "temporary interruption", "closure"),
        ),
        (
            lambda desk: factories.closure("2026-12-01T12:00", None, department=desk),
            "2026-12-02T12:30:00+00:00",
            ("closed", None, "temporary interruption", "closure"),
        ),
    ],
)
def test_exceptions(desk, told, state, instant, expected):
    factories.window(desk, OFFICE)
    factories.window(desk, OFFICE, language="ja")
    state(desk)

    assert told(instant) == expected


def test_range_within_another(desk, told):
    factories.window(desk, OFFICE)
    factories.closed_on("2026-12-24/2027-01-03", department=desk)
    factories.hours_on("2026-12-29", "10:00-12:00 UTC", department=desk)

    assert told("2026-12-29T11:00:00+00:00") == (
        "open",
        "2026-12-29T12:00:00Z",
        None,
        "special-hours",
    )


def test_places_in_a_month(desk, told):
    factories.window(desk, "TH 10:00-14:00 UTC")
    factories.closed_on(
        "2026-12-01", weekdays="TH", repeats="monthly", monthly="3,-1", department=desk
    )

    assert told("2027-02-18T11:00:00+00:00") == (
        "closed",
        "2027-03-04T10:00:00Z",
        SPECIAL_HOURS,
        "special-hours",
    )
