"""What form and file state of hours, the API tells: column by column, and value by value."""

from __future__ import annotations

import tomllib

import pytest

from support.locales.languages import SITE_LANGUAGES
from support.models import Closure, Department, LanguageWindow, SpecialHours
from support.schedule_file import stored_configuration, write
from support.schedule_file.columns import content_fields
from tests import factories

pytestmark = pytest.mark.django_db

# By column, what the API has it in; what is not there is said by where the row stands, or is for
# staff alone.
OF_WINDOW = {
    "weekdays": "weekdays",
    "opens": "opens",
    "closes": "closes",
    "zone": "zone",
    "label": "label",
    "valid_from": "valid_from",
    "valid_through": "valid_through",
    "holidays": "holidays",
    "holidays_zone": "holidays_zone",
    "holidays_except": "holidays_except",
    "on_holidays": "on_holidays",
    "before_holidays": "before_holidays",
    "monthly": "monthly",
    "every_weeks": "every_weeks",
    "season": "season",
}
OF_SPECIAL_HOURS = {
    "languages": "languages",
    "reason": "reason",
    "first_day": "first_day",
    "last_day": "last_day",
    "repeats": "repeats",
    "monthly": "monthly",
    "weekdays": "weekdays",
    "effect": "effect",
    "opens": "hours",
    "closes": "hours",
    "zone": "hours",
    "like": "like",
}
OF_CLOSURE = {
    "languages": "languages",
    "reason": "reason",
    "starts_on": "start",
    "starts_at": "start",
    "ends_on": "end",
    "ends_at": "end",
    "zone": "zone",
}


def columns(model):
    endings = tuple(f"_{language}" for language in SITE_LANGUAGES)
    return {
        field.name[:-3] if field.name.endswith(endings) else field.name
        for field in content_fields(model)
    }


@pytest.mark.parametrize(
    ("model", "told", "for_staff_alone"),
    [
        (LanguageWindow, OF_WINDOW, {"language", "confirmed_until"}),
        (SpecialHours, OF_SPECIAL_HOURS, {"department"}),
        (Closure, OF_CLOSURE, {"department"}),
    ],
)
def test_every_column_of_the_form_and_the_file_is_told(model, told, for_staff_alone):
    assert columns(model) == {*told, *for_staff_alone}


@pytest.fixture
def desk(clock):
    clock.stop_at("2026-11-25T12:00:00+00:00")
    return factories.department("desk")


def told(client, at, rows):
    """The answer of the API about the rows that decide, and the same rows in the file."""
    answer = client.get("/api/v1/availability", {"at": at}).json()
    (row,) = answer["departments"][0]["languages"][0]["reason"][rows]
    return row


def in_file(*path):
    file = tomllib.loads(write(stored_configuration()))
    for key in path:
        file = file[key]
    return file[0]


def test_window_with_every_rule_is_told_as_the_file_has_it(client, desk):
    factories.window(
        desk,
        "WE 10:00-24:00 UTC",
        label_en="Day",
        valid_from="2026-11-25",
        valid_through="2027-12-31",
        holidays="US",
        holidays_zone="America/Denver",
        holidays_except=["Columbus Day"],
        on_holidays="12:00-15:00",
        before_holidays="09:00-24:00",
        monthly="4",
        season="11-01..03-31",
    )
    file = in_file("departments", 0, "windows")
    row = told(client, "2026-11-25T22:00:00Z", "windows")

    assert Department.objects.count() == 1
    assert file.pop("hours") == "10:00-24:00"
    assert (row.pop("opens"), row.pop("closes")) == ("10:00", "24:00")
    assert (file.pop("weekdays"), row.pop("weekdays")) == ("WE", ["WE"])
    assert (file.pop("label"), row.pop("label")) == ({"en": "Day"}, "Day")
    assert file.pop("language") == "en"
    assert (file.pop("valid_from").isoformat(), file.pop("valid_through").isoformat()) == (
        row.pop("valid_from"),
        row.pop("valid_through"),
    )
    assert row.pop("every_weeks") == 1
    assert row == file


def test_special_hours_are_told_as_the_file_has_them(client, desk):
    factories.window(desk, "TH 09:00-17:00 UTC")
    factories.hours_on(
        "2026-11-01",
        "10:00-14:00 UTC",
        weekdays="TH",
        repeats="monthly",
        monthly="4",
        languages=("en",),
        reason_en="Stocktaking",
    )
    file = in_file("special_hours")
    row = told(client, "2026-11-26T11:00:00Z", "special_hours")

    assert (file.pop("hours"), file.pop("zone"), row.pop("hours")) == (
        "10:00-14:00",
        "UTC",
        {"weekdays": ["TH"], "opens": "10:00", "closes": "14:00", "zone": "UTC"},
    )
    assert (file.pop("weekdays"), row.pop("weekdays")) == ("TH", ["TH"])
    assert (file.pop("reason"), row.pop("reason")) == ({"en": "Stocktaking"}, "Stocktaking")
    assert (file.pop("first_day").isoformat(), row.pop("last_day")) == (row.pop("first_day"), None)
    assert (file.pop("language"), row.pop("languages")) == ("en", ["en"])
    assert row.pop("like") is None
    assert row == file


def test_closure_is_told_as_the_file_has_it(client, desk):
    factories.window(desk, "TH 09:00-17:00 UTC")
    factories.closure("2026-11-26T10:00", "2026-11-26T21:00", "Asia/Tokyo", reason_en="Move")
    file = in_file("closures")
    row = told(client, "2026-11-26T11:00:00Z", "closures")

    assert (file["starts"].isoformat(), row["start"]) == (
        "2026-11-26T10:00:00",
        "2026-11-26T01:00:00Z",
    )
    assert (file["ends"].isoformat(), row["end"]) == ("2026-11-26T21:00:00", "2026-11-26T12:00:00Z")
    assert (file["zone"], file["reason"]) == (row["zone"], {"en": row["reason"]})
