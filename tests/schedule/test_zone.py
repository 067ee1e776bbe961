"""The clock of a zone: what it shows, when it changes, and which instant a wall time means."""

from datetime import date

import pytest

from support.schedule import UnknownZone
from support.schedule.instant import date_of, day_number
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


def test_clock_change_is_found_to_the_second():
    # Rarotonga gave up its mean time, 10:39:04 behind UTC, when 16 October 1952 began.
    assert Zone("Pacific/Rarotonga").clock_changes(
        seconds("1952-01-01T00:00Z"), seconds("1953-01-01T00:00Z")
    ) == [seconds("1952-10-16T10:39:04Z")]


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        ("2026-01-05T23:30Z", "2026-01-05"),
        ("2026-01-06T00:00Z", "2026-01-06"),
        ("2026-07-05T22:59:59Z", "2026-07-05"),
        ("2026-07-05T23:00:00Z", "2026-07-06"),
        ("2026-11-05T23:30Z", "2026-11-05"),
    ],
)
def test_day_at_an_instant_follows_the_clock_of_the_season(instant, day):
    assert f"{date_of(zone('Europe/London').day_at(seconds(instant)))}" == day


def test_day_at_the_first_second_of_1970_may_be_the_first_question():
    assert Zone("America/New_York").day_at(0) == -1


def test_day_at_a_clock_change_that_falls_on_new_year_is_that_after_the_change():
    # Lisbon went from 0:36:45 behind to Greenwich time when 1912 began in Greenwich.
    lisbon = Zone("Europe/Lisbon")
    lisbon.day_at(seconds("1910-06-01T00:00Z"))
    assert date_of(lisbon.day_at(seconds("1911-12-31T23:59:59Z"))) == date(1911, 12, 31)
    assert date_of(lisbon.day_at(seconds("1912-01-01T00:00:00Z"))) == date(1912, 1, 1)


def test_wall_time_a_day_before_the_end_of_the_years_looked_up_before():
    london = Zone("Europe/London")
    london.clock_changes(seconds("2026-01-01T00:00Z"), seconds("2026-12-31T00:00Z"))
    assert london.opening_instant(seconds("2027-12-31T00:00Z")) == seconds("2027-12-31T00:00Z")
    assert london.closing_instant(seconds("2027-12-31T00:00Z")) == seconds("2027-12-31T00:00Z")


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


def runs(key, first, last):
    """As written below: first and last day, and the offset in hours."""
    days = (seconds(f"{day}T00:00Z") // 86_400 for day in (first, last))
    return [
        (f"{date_of(begins)}", f"{date_of(until)}", offset and offset / 3600)
        for begins, until, offset in Zone(key).runs(*days)
    ]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("UTC", [("2026-01-01", "2026-12-31", 0)]),
        ("Asia/Tokyo", [("2026-01-01", "2026-12-31", 9)]),
        (
            "Europe/London",
            [
                ("2026-01-01", "2026-03-27", 0),
                ("2026-03-28", "2026-03-29", None),
                ("2026-03-30", "2026-10-23", 1),
                ("2026-10-24", "2026-10-25", None),
                ("2026-10-26", "2026-12-31", 0),
            ],
        ),
        (
            "Asia/Beirut",
            [
                ("2026-01-01", "2026-03-27", 2),
                ("2026-03-28", "2026-03-29", None),
                ("2026-03-30", "2026-10-22", 3),
                ("2026-10-23", "2026-10-24", None),
                ("2026-10-25", "2026-12-31", 2),
            ],
        ),
    ],
)
def test_days_of_a_year_whose_hours_no_clock_change_touches(key, expected):
    assert runs(key, "2026-01-01", "2026-12-31") == expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        # Back by 23 hours: every wall time from 01:00 on Tuesday to midnight came twice.
        (
            "Pacific/Kwajalein",
            [
                ("1969-09-20", "1969-09-28", 11),
                ("1969-09-29", "1969-09-30", None),
                ("1969-10-01", "1969-10-10", -12),
            ],
        ),
        ("Asia/Tokyo", [("1969-09-20", "1969-10-10", 9)]),
    ],
)
def test_days_whose_hours_no_clock_change_touches_where_a_day_comes_twice(key, expected):
    assert runs(key, "1969-09-20", "1969-10-10") == expected


def test_days_whose_hours_no_clock_change_touches_where_a_day_is_skipped():
    assert runs("Pacific/Apia", "2011-12-20", "2012-01-10") == [
        ("2011-12-20", "2011-12-28", -10),
        ("2011-12-29", "2011-12-30", None),
        ("2011-12-31", "2012-01-10", 14),
    ]


@pytest.mark.parametrize(
    ("day", "offset"),
    [
        ("2026-03-27", 0),
        ("2026-03-28", None),
        ("2026-03-29", None),
        ("2026-03-30", 1),
        ("2026-10-23", 1),
        ("2026-10-24", None),
        ("2026-10-25", None),
        ("2026-10-26", 0),
    ],
)
def test_offset_of_a_single_day_is_none_where_the_clock_changes_before_its_hours_can_end(
    day, offset
):
    assert runs("Europe/London", day, day) == [(day, day, offset)]


def test_days_long_before_any_asked_about_are_looked_up():
    assert runs("Asia/Tokyo", "1920-01-01", "1920-12-31") == [("1920-01-01", "1920-12-31", 9)]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2024, 12, 30), date(2025, 1, 2)),
        (date(2024, 12, 31), date(2024, 12, 31)),
        (date(2027, 12, 30), date(2028, 1, 2)),
        (date(2028, 1, 1), date(2028, 1, 1)),
    ],
)
def test_days_around_the_ends_of_the_years_looked_up_before_are_ordinary_days(first, last):
    london = Zone("Europe/London")
    london.clock_changes(seconds("2026-01-01T00:00Z"), seconds("2026-12-31T00:00Z"))
    days = day_number(first), day_number(last)
    assert list(london.runs(*days)) == [(*days, 0)]


def test_no_run_of_days_is_in_a_range_that_ends_before_it_starts():
    assert runs("Europe/London", "2026-05-02", "2026-05-01") == []


def test_zone_is_kept():
    assert zone("Asia/Tokyo") is zone("Asia/Tokyo")
    assert zone("Asia/Tokyo").key == "Asia/Tokyo"


def test_unknown_zone_is_named():
    with pytest.raises(UnknownZone, match="“Mars/Olympus_Mons” is not an IANA time zone"):
        zone("Mars/Olympus_Mons")
