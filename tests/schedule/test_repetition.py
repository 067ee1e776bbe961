"""Seasons, weekdays of a month, every n-th week, and special hours that repeat."""

from datetime import date

import pytest

from support.schedule import (
    DayHours,
    InvalidEveryWeeks,
    InvalidMonthly,
    InvalidSeason,
    InvalidSpecialHours,
    InvalidWallTime,
    Season,
    Timetable,
    UnreadableHours,
    Weekday,
    format_monthly,
    overlaps,
    parse_monthly,
    parse_weekday,
    parse_weekdays,
)
from tests.schedule.notation import at, closed_on, hours_on, like_on, window


def is_open(windows, special, instant):
    return Timetable(windows, special).is_open(at(instant))


@pytest.mark.parametrize("text", ["04-01..10-31", "11-01..03-31", "02-29..02-29"])
def test_season_is_written_as_it_is_read(text):
    assert str(Season.parse(text)) == text


@pytest.mark.parametrize("text", ["02-30..03-31", "04-31..05-31", "13-01..01-31", "00-01..01-31"])
def test_season_with_a_day_that_no_year_has_is_refused(text):
    with pytest.raises(InvalidSeason, match=f"No year has the day {text[:5]}"):
        Season.parse(text)


@pytest.mark.parametrize("text", ["", "04-01", "4-1..10-31", "04-01-10-31", "Apr 1..Oct 31"])
def test_season_that_cannot_be_read_is_refused(text):
    with pytest.raises(InvalidSeason, match=r"Write it as 04-01\.\.10-31"):
        Season.parse(text)


@pytest.mark.parametrize(
    ("season", "year", "days"),
    [
        ("04-01..10-31", 2027, (date(2027, 4, 1), date(2027, 10, 31))),
        ("11-01..03-31", 2027, (date(2027, 11, 1), date(2028, 3, 31))),
        ("12-01..02-29", 2026, (date(2026, 12, 1), date(2027, 2, 28))),
        ("12-01..02-29", 2027, (date(2027, 12, 1), date(2028, 2, 29))),
        ("02-29..03-01", 2027, (date(2027, 3, 1), date(2027, 3, 1))),
        ("02-29..02-29", 2027, None),
    ],
)
def test_days_of_a_season(season, year, days):
    assert Season.parse(season).in_year(year) == days


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        ("2027-10-31T10:00Z", False),
        ("2027-11-01T10:00Z", True),
        ("2028-01-01T10:00Z", True),
        ("2028-03-31T10:00Z", True),
        ("2028-04-01T10:00Z", False),
    ],
)
def test_season_runs_over_new_year(instant, expected):
    winter = window("MO-SU 09:00-17:00 UTC", season="11-01..03-31")
    assert is_open([winter], [], instant) is expected


@pytest.mark.parametrize(
    ("text", "places", "written"),
    [("1,-1", {1, -1}, "1,-1"), ("-1, 3,1", {1, 3, -1}, "1,3,-1"), ("", set(), "")],
)
def test_places_in_a_month_are_read_and_written(text, places, written):
    assert parse_monthly(text) == places
    assert format_monthly(parse_monthly(text)) == written


@pytest.mark.parametrize("place", ["0", "6", "-6"])
def test_place_that_no_month_has_is_refused(place):
    with pytest.raises(InvalidMonthly, match=f"no weekday number {place}.*from 1, the first, to 5"):
        parse_monthly(place)


def test_place_that_is_no_number_is_refused():
    with pytest.raises(InvalidMonthly, match="Write 1,-1 for the first and the last"):
        parse_monthly("first")


@pytest.mark.parametrize(
    ("monthly", "instant", "expected"),
    [
        ("5", "2027-01-29T10:00Z", True),
        ("5", "2027-02-26T10:00Z", False),
        ("-1", "2027-02-26T10:00Z", True),
        ("-5", "2027-01-01T10:00Z", True),
        ("-5", "2027-02-05T10:00Z", False),
        ("2,4", "2027-02-12T10:00Z", True),
        ("2,4", "2027-02-19T10:00Z", False),
    ],
)
def test_fridays_of_a_month(monthly, instant, expected):
    assert is_open([window("FR 09:00-17:00 UTC", monthly=monthly)], [], instant) is expected


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        ("2026-12-02T10:00Z", True),
        ("2026-12-07T10:00Z", False),
        ("2026-12-21T10:00Z", True),
        ("2026-12-28T10:00Z", False),
        ("2026-11-30T10:00Z", False),
    ],
)
def test_every_third_week_counts_from_the_week_of_the_first_valid_day(instant, expected):
    shifts = window("MO,WE 09:00-17:00 UTC", "2026-12-01", every_weeks=3)
    assert is_open([shifts], [], instant) is expected


def test_every_second_week_needs_a_first_valid_day():
    with pytest.raises(InvalidEveryWeeks, match="every 2 weeks need a first valid day"):
        window("MO 09:00-17:00 UTC", every_weeks=2)


@pytest.mark.parametrize("weeks", [0, -1, 53])
def test_number_of_weeks_is_within_a_year(weeks):
    with pytest.raises(InvalidEveryWeeks, match=r"Use 1 for every week, .* up to 52"):
        window("MO 09:00-17:00 UTC", "2026-12-01", every_weeks=weeks)


def test_hours_of_a_day_are_written_as_they_are_read():
    assert str(DayHours.parse("9:00-24:00")) == "09:00-24:00"


def test_hours_of_a_day_that_cannot_be_read_are_refused():
    with pytest.raises(UnreadableHours, match="Write them as 12:00-17:00"):
        DayHours.parse("12:00")
    with pytest.raises(InvalidWallTime, match="Hours cannot open at 24:00"):
        DayHours.parse("24:00-12:00")


@pytest.mark.parametrize(
    ("text", "days"),
    [("MO-WE", "MO,TU,WE"), ("SA-MO", "SA,SU,MO"), ("fr-fr", "FR"), ("MO,TH-FR", "MO,TH,FR")],
)
def test_weekdays_can_be_a_range(text, days):
    assert parse_weekdays(text) == parse_weekdays(days)


def test_one_weekday_is_read():
    assert parse_weekday(" th ") is Weekday.TH


@pytest.mark.parametrize(
    ("days", "instant", "expected"),
    [
        ("2026-12-24/2027-01-02", "2030-12-31T10:00Z", False),
        ("2026-12-24/2027-01-02", "2031-01-02T10:00Z", False),
        ("2026-12-24/2027-01-02", "2031-01-03T10:00Z", True),
        ("2026-12-24/2027-01-02", "2025-12-31T10:00Z", True),
        ("2028-02-29", "2032-02-29T10:00Z", False),
        ("2028-02-29", "2029-02-28T10:00Z", True),
        ("2028-02-29", "2029-03-01T10:00Z", True),
        ("2028-02-27/2028-02-29", "2029-02-28T10:00Z", False),
        ("2028-02-27/2028-02-29", "2029-03-01T10:00Z", True),
        ("2028-02-29/2028-03-02", "2029-03-01T10:00Z", False),
        ("2027-02-27/2027-03-01", "2028-02-29T10:00Z", False),
    ],
)
def test_days_that_repeat_every_year(days, instant, expected):
    daily = [window("MO-SU 09:00-17:00 UTC")]
    assert is_open(daily, [closed_on(days, repeats="yearly")], instant) is expected


def test_leap_day_that_repeats_comes_in_leap_years_only():
    assert closed_on("2028-02-29", repeats="yearly").only_in_leap_years
    assert not closed_on("2028-02-28/2028-02-29", repeats="yearly").only_in_leap_years
    assert not closed_on("2028-02-29").only_in_leap_years


def test_entry_that_repeats_has_no_last_day_of_all():
    assert closed_on("2026-12-24", repeats="yearly").ends is None
    assert closed_on("2026-12-24/2026-12-26").ends == date(2026, 12, 26)
    monthly = closed_on("2026-12-01/", weekdays="TH", repeats="monthly", monthly="1")
    assert (monthly.ends, monthly.last) == (None, date(2200, 12, 31))


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: closed_on("2026-12-01/", repeats="yearly"), "need a first and a last day"),
        (lambda: closed_on("2026-12-01/", repeats="monthly"), "need the weekdays of the month"),
        (lambda: closed_on("2026-12-01", monthly="1"), "must repeat monthly"),
    ],
)
def test_entry_that_does_not_say_how_it_repeats_is_refused(make, message):
    with pytest.raises(InvalidSpecialHours, match=message):
        make()


@pytest.mark.parametrize(
    ("special", "instant", "expected"),
    [
        # The narrower range decides, in either order.
        ([closed_on("2026-12-24/2027-01-03"), hours_on("2026-12-29", "10:00-12:00 UTC")],
         "2026-12-29T11:00Z", True),
        ([hours_on("2026-12-29", "10:00-12:00 UTC"), closed_on("2026-12-24/2027-01-03")],
         "2026-12-29T13:00Z", False),
        # Of equal ranges, that which does not repeat decides.
        ([closed_on("2026-12-24", repeats="yearly"), hours_on("2026-12-24", "10:00-12:00 UTC")],
         "2026-12-24T11:00Z", True),
        ([closed_on("2026-12-24", repeats="yearly"), hours_on("2026-12-24", "10:00-12:00 UTC")],
         "2027-12-24T11:00Z", False),
        # A day of every year lies within a month of one.
        ([hours_on("2026-12-01/2026-12-31", "10:00-12:00 UTC"),
          closed_on("2025-12-24", repeats="yearly")], "2026-12-24T11:00Z", False),
        # Rank goes before range.
        ([closed_on("2026-12-24/2027-01-03", rank=1), hours_on("2026-12-29", "10:00-12:00 UTC")],
         "2026-12-29T11:00Z", False),
    ],
)  # fmt: skip
def test_entry_whose_range_lies_within_another_decides(special, instant, expected):
    assert is_open([window("MO-FR 09:00-17:00 UTC")], special, instant) is expected


@pytest.mark.parametrize(
    ("hours", "instant", "expected"),
    [
        (window("MO 09:00-17:00 UTC", valid_through="2027-02-19"), "2027-02-20T10:00Z", False),
        (window("MO 09:00-17:00 UTC", monthly="3"), "2027-02-20T10:00Z", True),
        (window("MO 09:00-17:00 UTC", monthly="2"), "2027-02-20T10:00Z", False),
        (window("SA 09:00-17:00 UTC"), "2027-02-20T10:00Z", False),
    ],
)
def test_day_like_a_monday_has_the_hours_that_hold_on_mondays_of_that_time(
    hours, instant, expected
):
    assert is_open([hours], [like_on("2027-02-20", "MO")], instant) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (window("MO 09:00-12:00 UTC", season="04-01..10-31"),
         window("MO 10:00-17:00 UTC", season="11-01..03-31"), []),
        (window("MO 09:00-12:00 UTC", season="04-01..10-31"),
         window("MO 10:00-17:00 UTC", season="10-01..03-31"), [(0, 1)]),
        (window("MO 09:00-12:00 UTC", monthly="1"),
         window("MO 10:00-17:00 UTC", monthly="2,3"), []),
        (window("MO 09:00-12:00 UTC", monthly="4"),
         window("MO 10:00-17:00 UTC", monthly="-1"), [(0, 1)]),
        (window("MO 09:00-12:00 UTC", "2026-11-30", every_weeks=2),
         window("MO 10:00-17:00 UTC", "2026-12-07", every_weeks=2), []),
        (window("MO 09:00-12:00 UTC", "2026-11-30", every_weeks=2),
         window("MO 10:00-17:00 UTC", "2026-12-07", every_weeks=3), [(0, 1)]),
    ],
)  # fmt: skip
def test_windows_overlap_if_some_day_has_both(one, other, expected):
    assert list(overlaps([one, other])) == expected
