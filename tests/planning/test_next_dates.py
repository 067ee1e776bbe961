"""The next dates of a rule, however rare they are."""

from __future__ import annotations

from datetime import date

from support.planning.next_dates import next_dates, next_holiday_changes
from support.schedule import DayHours, HolidayCalendar, Window
from support.schedule import SpecialHours as Special
from support.schedule.special_hours import Effect, Repeats

MONDAY = date(2026, 11, 23)


def window(text, **rules):
    parsed = Window.parse(text)
    return Window(parsed.weekdays, parsed.opens, parsed.closes, parsed.zone, **rules)


def test_first_sundays_of_a_month():
    rule = window("SU 10:00-14:00 UTC", monthly=frozenset({1}))

    assert next_dates(rule, MONDAY) == [
        date(2026, 12, 6),
        date(2027, 1, 3),
        date(2027, 2, 7),
        date(2027, 3, 7),
        date(2027, 4, 4),
    ]


def test_today_is_the_first_of_them():
    assert next_dates(window("MO 10:00-14:00 UTC"), MONDAY, 1) == [MONDAY]


def test_window_that_has_run_out_has_none():
    assert next_dates(window("MO 10:00-14:00 UTC", valid_through=date(2026, 11, 22)), MONDAY) == []


def test_29_february_comes_in_leap_years():
    day = window(
        "MO-SU 00:00-24:00 UTC", valid_from=date(2028, 2, 29), valid_through=date(2028, 2, 29)
    )
    yearly = Special(Effect.CLOSED, day, repeats=Repeats.YEARLY)

    assert next_dates(yearly, MONDAY, 3) == [
        date(2028, 2, 29),
        date(2032, 2, 29),
        date(2036, 2, 29),
    ]


def test_what_the_next_holidays_do():
    calendar = HolidayCalendar("XX", lambda year: {date(year, 1, 6): "Epiphany"})
    rule = window("MO-FR 10:00-18:00 UTC", holidays=calendar, on_holidays=DayHours(720, 900))

    assert [(each.day, each.hours) for each in next_holiday_changes(rule, MONDAY, 2)] == [
        (date(2027, 1, 6), DayHours(720, 900)),
        (date(2028, 1, 6), DayHours(720, 900)),
    ]
