"""The clock of a zone: what it shows, when it changes, and which instant a wall time means."""

import pytest

from support.schedule import UnknownZone
from support.schedule.zone import Zone, zone
from tests.schedule.notation import at


def seconds(text):
    """Seconds since 1970 of an instant, or of wall time written as if it were UTC."""
    return int(at(text).timestamp())


def test_clock_changes_of_a_year():
    changes = zone("Europe/London").clock_changes(
        seconds("2026-01-01T00:00Z"), seconds("2027-01-01T00:00Z")
    )
    assert changes == [seconds("2026-03-29T01:00Z"), seconds("2026-10-25T01:00Z")]


def test_clock_changes_include_the_start_of_the_range_and_exclude_its_end():
    london = zone("Europe/London")
    spring, autumn = seconds("2026-03-29T01:00Z"), seconds("2026-10-25T01:00Z")
    assert london.clock_changes(spring, autumn) == [spring]
    assert london.clock_changes(spring + 1, autumn + 1) == [autumn]


@pytest.mark.parametrize("key", ["UTC", "Asia/Tokyo", "Asia/Singapore", "Asia/Kolkata"])
def test_zone_without_summer_time_never_changes_its_clock(key):
    assert zone(key).clock_changes(seconds("2024-01-01T00:00Z"), seconds("2038-01-01T00:00Z")) == []


def test_clock_changes_do_not_depend_on_the_years_asked_about_before():
    fresh, used = Zone("America/New_York"), Zone("America/New_York")
    used.clock_changes(seconds("2040-01-01T00:00Z"), seconds("2041-01-01T00:00Z"))
    used.clock_changes(seconds("1990-01-01T00:00Z"), seconds("1991-01-01T00:00Z"))
    year = seconds("2026-01-01T00:00Z"), seconds("2027-01-01T00:00Z")
    assert used.clock_changes(*year) == fresh.clock_changes(*year)
    assert len(fresh.clock_changes(*year)) == 2


@pytest.mark.parametrize(
    ("wall", "opening", "closing"),
    [
        ("2026-03-29T00:30Z", "2026-03-29T00:30Z", "2026-03-29T00:30Z"),
        ("2026-03-29T01:30Z", "2026-03-29T01:00Z", "2026-03-29T01:00Z"),
        ("2026-03-29T02:00Z", "2026-03-29T01:00Z", "2026-03-29T01:00Z"),
        ("2026-10-25T01:00Z", "2026-10-25T00:00Z", "2026-10-25T00:00Z"),
        ("2026-10-25T01:30Z", "2026-10-25T00:30Z", "2026-10-25T01:30Z"),
        ("2026-10-25T02:00Z", "2026-10-25T02:00Z", "2026-10-25T02:00Z"),
    ],
)
def test_wall_time_means_one_instant_for_opening_and_one_for_closing(wall, opening, closing):
    london = zone("Europe/London")
    assert london.opening_instant(seconds(wall)) == seconds(opening)
    assert london.closing_instant(seconds(wall)) == seconds(closing)


def test_zone_is_kept():
    assert zone("Asia/Tokyo") is zone("Asia/Tokyo")


def test_unknown_zone_is_named():
    with pytest.raises(UnknownZone, match="“Mars/Olympus_Mons” is not an IANA time zone"):
        zone("Mars/Olympus_Mons")
