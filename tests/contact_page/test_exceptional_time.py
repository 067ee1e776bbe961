"""When an exceptional rule decides: a pure walk over the hours of one language."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from support.contact_page.lines.exceptional_time import exceptional_times
from support.directory import (
    NO_TEXT,
    ClosureEntry,
    Exceptions,
    Hours,
    SpecialHoursEntry,
    served_language,
)
from support.schedule import (
    Closure,
    Effect,
    HolidayCalendar,
    Rule,
    SpecialHours,
    Window,
    parse_wall_time,
    parse_weekdays,
)

JANUARY = datetime(2027, 1, 1, tzinfo=UTC), datetime(2027, 1, 18, tzinfo=UTC)
WEEKDAYS = parse_weekdays("MO,TU,WE,TH,FR")
COMING_OF_AGE_DAY = date(2027, 1, 11)
CALENDAR = HolidayCalendar("JP", lambda year: {COMING_OF_AGE_DAY: "成人の日"})


def window(hours="10:00-18:00", zone="Asia/Tokyo", weekdays=WEEKDAYS, holidays=None):
    opens, closes = (parse_wall_time(each) for each in hours.split("-"))
    return Window(weekdays, opens, closes, zone, holidays=holidays)


def special(effect, first, last=None, hours="00:00-24:00", rank=0):
    plain = window(hours)
    days = Window(
        parse_weekdays("MO,TU,WE,TH,FR,SA,SU"),
        plain.opens,
        plain.closes,
        plain.zone,
        valid_from=first,
        valid_through=last or first,
    )
    return SpecialHoursEntry(SpecialHours(effect, days, rank), "", NO_TEXT)


def closure(first, starts, last, ends, zone="Asia/Tokyo"):
    times = parse_wall_time(starts), parse_wall_time(ends)
    return ClosureEntry(
        Closure.on_the_clock_of(zone, first, times[0], last, times[1]), zone, "", NO_TEXT
    )


def told(windows, special_hours=(), closures=(), between=JANUARY):
    served = served_language(
        "ja",
        [Hours(each, NO_TEXT) for each in windows],
        Exceptions(tuple(special_hours), tuple(closures)),
    )
    return [
        (
            f"{time.start:%d %H:%M}-{time.end:%d %H:%M}",
            time.reason.rule.value,
            time.reason.state.value,
            [str(each) for each in time.overridden.windows],
        )
        for time in exceptional_times(served, *between)
    ]


TOKYO = "MO,TU,WE,TH,FR 10:00-18:00 Asia/Tokyo"


def test_ordinary_hours_have_no_exceptional_time():
    assert told([window()]) == []


def test_holiday_decides_on_its_day_by_the_clock_of_the_hours():
    assert told([window(holidays=CALENDAR)]) == [
        ("10 15:00-11 15:00", "public-holiday", "closed", [TOKYO])
    ]


def test_closure_decides_from_its_beginning_to_its_end_whatever_would_hold():
    moving = closure(date(2027, 1, 7), "15:00", date(2027, 1, 12), "09:00")

    assert told([window()], closures=[moving]) == [
        ("07 06:00-12 00:00", "closure", "closed", [TOKYO])
    ]


def test_closure_outside_of_all_hours_overrides_nothing():
    night = closure(date(2027, 1, 7), "20:00", date(2027, 1, 7), "21:00")

    assert told([window()], closures=[night]) == [("07 11:00-07 12:00", "closure", "closed", [])]


def test_other_hours_of_a_day_decide_while_they_hold_and_for_the_rest_of_the_day():
    short = special(Effect.HOURS, date(2027, 1, 7), hours="11:00-15:00")

    assert told([window()], [short]) == [
        ("06 15:00-07 02:00", "special-hours", "closed", [TOKYO]),
        ("07 02:00-07 06:00", "special-hours", "open", [TOKYO]),
        ("07 06:00-07 15:00", "special-hours", "closed", [TOKYO]),
    ]


def test_holiday_that_is_worked_is_exceptional_while_it_is_open():
    worked = special(Effect.AS_USUAL, COMING_OF_AGE_DAY)

    assert told([window(holidays=CALENDAR)], [worked]) == [
        ("11 01:00-11 09:00", "special-hours", "open", [])
    ]


def test_days_of_one_range_are_one_time_and_two_entries_are_two():
    first = special(Effect.CLOSED, date(2027, 1, 5), date(2027, 1, 6))
    second = special(Effect.CLOSED, date(2027, 1, 7))

    assert told([window()], [first, second]) == [
        ("04 15:00-06 15:00", "special-hours", "closed", [TOKYO]),
        ("06 15:00-07 15:00", "special-hours", "closed", [TOKYO]),
    ]


def test_cancelled_night_shift_is_exceptional_until_it_would_have_ended():
    night = window("22:00-06:00", "UTC")
    closed = special(Effect.CLOSED, date(2027, 1, 7))

    assert told([night], [closed]) == [
        ("07 06:00-08 06:00", "special-hours", "closed", ["MO,TU,WE,TH,FR 22:00-06:00 UTC"])
    ]


def test_time_is_cut_at_both_ends():
    between = datetime(2027, 1, 8, tzinfo=UTC), datetime(2027, 1, 9, tzinfo=UTC)
    moving = closure(date(2027, 1, 7), "15:00", date(2027, 1, 12), "09:00")

    assert told([window()], closures=[moving], between=between) == [
        ("08 00:00-09 00:00", "closure", "closed", [TOKYO])
    ]


def test_closure_of_a_worked_holiday_tells_all_that_it_overrides():
    worked = special(Effect.AS_USUAL, COMING_OF_AGE_DAY)
    moving = closure(COMING_OF_AGE_DAY, "12:00", COMING_OF_AGE_DAY, "13:00")
    hours = window(holidays=CALENDAR)
    served = served_language("ja", [Hours(hours, NO_TEXT)], Exceptions((worked,), (moving,)))

    before, during, after = exceptional_times(served, *JANUARY)

    assert during.reason.closures == (moving.closure,)
    assert during.overridden.special_hours == (worked.special,)
    assert during.overridden.windows == (hours,)
    assert (before.end, after.start) == (during.start, during.end)


def test_walk_agrees_with_the_engine_at_every_moment():
    hours = [window(holidays=CALENDAR), window("20:00-02:00", "America/New_York")]
    exceptions = Exceptions(
        (
            special(Effect.CLOSED, date(2027, 1, 5), date(2027, 1, 6)),
            special(Effect.HOURS, date(2027, 1, 13), hours="12:00-14:00"),
        ),
        (closure(date(2027, 1, 8), "15:00", date(2027, 1, 9), "09:00"),),
    )
    served = served_language("ja", [Hours(each, NO_TEXT) for each in hours], exceptions)
    times = exceptional_times(served, *JANUARY)
    moments = [JANUARY[0] + number * timedelta(minutes=7) for number in range(3497)]

    assert [
        moment
        for moment in moments
        if [time.reason.rule for time in times if time.start <= moment < time.end]
        != [
            rule
            for rule in [served.timetable.status(moment).reason.rule]
            if rule in (Rule.CLOSURE, Rule.SPECIAL_HOURS, Rule.PUBLIC_HOLIDAY)
        ]
    ] == []
