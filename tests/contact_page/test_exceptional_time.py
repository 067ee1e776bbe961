"""When an exceptional rule decides: a pure walk over the hours of one language."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from support.contact_page.lines.exceptional_time import exceptional_times
from support.schedule import HolidayCalendar, Rule
from tests.factories import served
from tests.schedule.notation import as_usual_on, closed_on, closure, hours_on, window

JANUARY = datetime(2027, 1, 1, tzinfo=UTC), datetime(2027, 1, 18, tzinfo=UTC)
COMING_OF_AGE_DAY = date(2027, 1, 11)
TOKYO = "MO,TU,WE,TH,FR 10:00-18:00 Asia/Tokyo"
CALENDAR = HolidayCalendar("JP", lambda year: {COMING_OF_AGE_DAY: "成人の日"})


def told(windows, special_hours=(), closures=(), between=JANUARY):
    language = served("ja", *windows, special_hours=special_hours, closures=closures)
    return [
        (
            f"{time.start:%d %H:%M}-{time.end:%d %H:%M}",
            time.reason.rule.value,
            time.reason.state.value,
            [str(each) for each in time.overridden.windows],
        )
        for time in exceptional_times(language, *between)
    ]


def test_ordinary_hours_have_no_exceptional_time():
    assert told([window(TOKYO)]) == []


def test_holiday_decides_on_its_day_by_the_clock_of_the_hours():
    assert told([window(TOKYO, holidays=CALENDAR)]) == [
        ("10 15:00-11 15:00", "public-holiday", "closed", [TOKYO])
    ]


def test_closure_decides_from_its_beginning_to_its_end_whatever_would_hold():
    moving = closure("2027-01-07T15:00", "2027-01-12T09:00", "Asia/Tokyo")

    assert told([window(TOKYO)], closures=[moving]) == [
        ("07 06:00-12 00:00", "closure", "closed", [TOKYO])
    ]


def test_closure_outside_of_all_hours_overrides_nothing():
    night = closure("2027-01-07T20:00", "2027-01-07T21:00", "Asia/Tokyo")

    assert told([window(TOKYO)], closures=[night]) == [
        ("07 11:00-07 12:00", "closure", "closed", [])
    ]


def test_other_hours_of_a_day_decide_while_they_hold_and_for_the_rest_of_the_day():
    short = hours_on("2027-01-07", "11:00-15:00 Asia/Tokyo")

    assert told([window(TOKYO)], [short]) == [
        ("06 15:00-07 02:00", "special-hours", "closed", [TOKYO]),
        ("07 02:00-07 06:00", "special-hours", "open", [TOKYO]),
        ("07 06:00-07 15:00", "special-hours", "closed", [TOKYO]),
    ]


def test_holiday_that_is_worked_is_exceptional_while_it_is_open():
    worked = as_usual_on("2027-01-11")

    assert told([window(TOKYO, holidays=CALENDAR)], [worked]) == [
        ("11 01:00-11 09:00", "special-hours", "open", [])
    ]


def test_days_of_one_range_are_one_time_and_two_entries_are_two():
    first = closed_on("2027-01-05/2027-01-06")
    second = closed_on("2027-01-07")

    assert told([window(TOKYO)], [first, second]) == [
        ("04 15:00-06 15:00", "special-hours", "closed", [TOKYO]),
        ("06 15:00-07 15:00", "special-hours", "closed", [TOKYO]),
    ]


def test_cancelled_night_shift_is_exceptional_until_it_would_have_ended():
    night = window("MO,TU,WE,TH,FR 22:00-06:00 UTC")
    closed = closed_on("2027-01-07")

    assert told([night], [closed]) == [
        ("07 06:00-08 06:00", "special-hours", "closed", ["MO,TU,WE,TH,FR 22:00-06:00 UTC"])
    ]


def test_time_is_cut_at_both_ends():
    between = datetime(2027, 1, 8, tzinfo=UTC), datetime(2027, 1, 9, tzinfo=UTC)
    moving = closure("2027-01-07T15:00", "2027-01-12T09:00", "Asia/Tokyo")

    assert told([window(TOKYO)], closures=[moving], between=between) == [
        ("08 00:00-09 00:00", "closure", "closed", [TOKYO])
    ]


def test_closure_of_a_worked_holiday_tells_all_that_it_overrides():
    worked = as_usual_on("2027-01-11")
    moving = closure("2027-01-11T12:00", "2027-01-11T13:00", "Asia/Tokyo")
    hours = window(TOKYO, holidays=CALENDAR)
    language = served("ja", hours, special_hours=[worked], closures=[moving])

    before, during, after = exceptional_times(language, *JANUARY)

    assert during.reason.closures == (moving,)
    assert during.overridden.special_hours == (worked,)
    assert during.overridden.windows == (hours,)
    assert (before.end, after.start) == (during.start, during.end)


def test_walk_agrees_with_the_engine_at_every_moment():
    hours = [
        window(TOKYO, holidays=CALENDAR),
        window("MO,TU,WE,TH,FR 20:00-02:00 America/New_York"),
    ]
    language = served(
        "ja",
        *hours,
        special_hours=[
            closed_on("2027-01-05/2027-01-06"),
            hours_on("2027-01-13", "12:00-14:00 Asia/Tokyo"),
        ],
        closures=[closure("2027-01-08T15:00", "2027-01-09T09:00", "Asia/Tokyo")],
    )
    times = exceptional_times(language, *JANUARY)
    moments = [JANUARY[0] + number * timedelta(minutes=7) for number in range(3497)]

    assert [
        moment
        for moment in moments
        if [time.reason.rule for time in times if time.start <= moment < time.end]
        != [
            rule
            for rule in [language.timetable.status(moment).reason.rule]
            if rule in (Rule.CLOSURE, Rule.SPECIAL_HOURS, Rule.PUBLIC_HOLIDAY)
        ]
    ] == []
