"""What changes of the clock do to hours, as people elsewhere see it; dates of 2027."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from support.planning.clock_changes import (
    CLOCKS_OF_VISITORS,
    clock_change_effect,
    coming_clock_changes,
    steady_clocks,
)
from support.schedule import ClockChange, Season, Timetable, Window, clock_changes
from tests.schedule.notation import at

NOVEMBER = at("2026-11-23T05:00Z")

NEW_YORK = ClockChange(
    at("2027-03-14T07:00Z"), "America/New_York", timedelta(hours=-5), timedelta(hours=-4)
)
LONDON = ClockChange(at("2027-03-28T01:00Z"), "Europe/London", timedelta(0), timedelta(hours=1))
LONDON_BACK = ClockChange(
    at("2027-10-31T01:00Z"), "Europe/London", timedelta(hours=1), timedelta(0)
)


def hours(text):
    return Timetable([Window.parse(text)])


def rows(effect, column):
    """Day, what the clock of that column shows, and whether it has moved."""
    return [
        (
            day.day.isoformat(),
            day.on_clocks[column].start.isoformat(" ", "minutes"),
            day.on_clocks[column].end.isoformat(" ", "minutes"),
            day.on_clocks[column].has_moved,
        )
        for day in effect.days
    ]


def test_clock_change_shows_what_the_clock_showed_and_shows():
    assert clock_changes("Europe/London", NOVEMBER, at("2027-11-23T05:00Z")) == [
        LONDON,
        LONDON_BACK,
    ]
    assert LONDON.shown_before.isoformat() == "2027-03-28T01:00:00"
    assert LONDON.shown_after.isoformat() == "2027-03-28T02:00:00"


def test_next_two_changes_of_any_clock_concern_a_window_in_tokyo():
    assert coming_clock_changes("Asia/Tokyo", CLOCKS_OF_VISITORS, NOVEMBER) == [
        (NEW_YORK,),
        (LONDON,),
    ]


def test_clocks_that_change_at_one_instant_stand_together():
    (_new_york, london) = coming_clock_changes("Europe/Paris", CLOCKS_OF_VISITORS, NOVEMBER)

    assert [change.zone for change in london] == ["Europe/Paris", "Europe/London"]


def test_next_change_of_the_windows_own_clock_is_shown_though_others_come_before():
    found = coming_clock_changes("Australia/Sydney", CLOCKS_OF_VISITORS, NOVEMBER)

    assert [change.zone for changes in found for change in changes] == [
        "America/New_York",
        "Europe/London",
        "Australia/Sydney",
    ]


def test_clocks_of_japan_and_brazil_stay():
    assert steady_clocks(CLOCKS_OF_VISITORS, NOVEMBER) == ["Asia/Tokyo", "America/Sao_Paulo"]


def test_hours_in_tokyo_move_for_london_on_the_day_its_clock_goes_forward():
    effect = clock_change_effect(
        hours("MO,TU,WE,TH,FR,SA,SU 17:00-24:00 Asia/Tokyo"),
        [LONDON],
        ["Asia/Tokyo", "Europe/London"],
    )

    assert rows(effect, 0) == [
        ("2027-03-27", "2027-03-27 17:00", "2027-03-28 00:00", False),
        ("2027-03-28", "2027-03-28 17:00", "2027-03-29 00:00", False),
        ("2027-03-29", "2027-03-29 17:00", "2027-03-30 00:00", False),
    ]
    assert rows(effect, 1) == [
        ("2027-03-27", "2027-03-27 08:00", "2027-03-27 15:00", False),
        ("2027-03-28", "2027-03-28 09:00", "2027-03-28 16:00", True),
        ("2027-03-29", "2027-03-29 09:00", "2027-03-29 16:00", True),
    ]
    assert effect.moves_anything


def test_days_on_which_the_window_does_not_open_are_left_out():
    effect = clock_change_effect(
        hours("MO,TU,WE,TH,FR 09:00-17:00 Europe/London"), [LONDON], ["Europe/London", "Asia/Tokyo"]
    )

    assert rows(effect, 1) == [
        ("2027-03-26", "2027-03-26 18:00", "2027-03-27 02:00", False),
        ("2027-03-29", "2027-03-29 17:00", "2027-03-30 01:00", True),
    ]


def test_first_hours_after_the_change_are_shown_though_they_are_days_later():
    effect = clock_change_effect(
        hours("TH 09:00-17:00 America/New_York"), [NEW_YORK], ["America/New_York", "Asia/Tokyo"]
    )

    assert rows(effect, 1) == [
        ("2027-03-11", "2027-03-11 23:00", "2027-03-12 07:00", False),
        ("2027-03-18", "2027-03-18 22:00", "2027-03-19 06:00", True),
    ]


def test_day_is_shown_against_the_day_of_the_window():
    effect = clock_change_effect(
        hours("MO 10:00-18:00 America/New_York"), [NEW_YORK], ["Asia/Tokyo", "America/Sao_Paulo"]
    )

    tokyo, sao_paulo = effect.days[0].on_clocks
    assert effect.days[0].day == date(2027, 3, 8)
    assert (tokyo.start_shift, tokyo.end_shift) == (1, 1)
    assert (sao_paulo.start_shift, sao_paulo.end_shift) == (0, 0)


def test_hours_in_the_repeated_hour_last_through_both_of_its_passes():
    effect = clock_change_effect(
        hours("MO,TU,WE,TH,FR,SA,SU 00:30-01:30 Europe/London"),
        [LONDON_BACK],
        ["Europe/London", "Asia/Tokyo"],
    )

    assert rows(effect, 0) == [
        ("2027-10-30", "2027-10-30 00:30", "2027-10-30 01:30", False),
        ("2027-10-31", "2027-10-31 00:30", "2027-10-31 01:30", False),
        ("2027-11-01", "2027-11-01 00:30", "2027-11-01 01:30", False),
    ]
    assert rows(effect, 1) == [
        ("2027-10-30", "2027-10-30 08:30", "2027-10-30 09:30", False),
        ("2027-10-31", "2027-10-31 08:30", "2027-10-31 10:30", True),
        ("2027-11-01", "2027-11-01 09:30", "2027-11-01 10:30", True),
    ]
    assert [day.length for day in effect.days] == [
        timedelta(hours=1),
        timedelta(hours=2),
        timedelta(hours=1),
    ]


def test_hours_in_the_skipped_hour_have_no_row_on_that_day():
    effect = clock_change_effect(
        hours("SA,SU 01:00-02:00 Europe/London"), [LONDON], ["Europe/London"]
    )

    assert [day.day for day in effect.days] == [date(2027, 3, 27), date(2027, 4, 3)]


def test_night_shift_over_the_change_is_compared_with_the_night_before():
    effect = clock_change_effect(
        hours("MO,TU,WE,TH,FR,SA,SU 22:00-06:00 Europe/London"), [LONDON], ["Asia/Tokyo"]
    )

    assert rows(effect, 0) == [
        ("2027-03-26", "2027-03-27 07:00", "2027-03-27 15:00", False),
        ("2027-03-27", "2027-03-28 07:00", "2027-03-28 14:00", True),
        ("2027-03-28", "2027-03-29 06:00", "2027-03-29 14:00", True),
        ("2027-03-29", "2027-03-30 06:00", "2027-03-30 14:00", True),
    ]


def test_window_that_is_over_has_no_days():
    ended = Window.parse("MO 09:00-17:00 Asia/Tokyo")
    ended = Window(
        ended.weekdays, ended.opens, ended.closes, ended.zone, valid_through=date(2026, 1, 1)
    )

    effect = clock_change_effect(Timetable([ended]), [LONDON], ["Asia/Tokyo"])

    assert effect.days == ()
    assert not effect.moves_anything


def test_nothing_moves_for_a_clock_that_does_not_change():
    effect = clock_change_effect(
        hours("MO,TU,WE,TH,FR 10:00-18:00 Asia/Tokyo"),
        [LONDON],
        ["Asia/Tokyo", "America/Sao_Paulo"],
    )

    assert not effect.moves_anything


def test_hours_of_some_weeks_are_compared_with_the_last_ones_however_long_ago():
    last_sunday = replace(Window.parse("SU 10:00-14:00 Europe/London"), monthly=frozenset({-1}))

    effect = clock_change_effect(Timetable([last_sunday]), (LONDON,), ["Asia/Tokyo"])

    assert rows(effect, 0) == [
        ("2027-02-28", "2027-02-28 19:00", "2027-02-28 23:00", False),
        ("2027-03-28", "2027-03-28 18:00", "2027-03-28 22:00", True),
    ]
    assert effect.moves_anything


def test_hours_that_begin_a_season_later_are_compared_with_those_of_the_last_season():
    summer = replace(
        Window.parse("MO 10:00-14:00 Europe/London"), season=Season.parse("06-01..08-31")
    )

    effect = clock_change_effect(Timetable([summer]), (LONDON,), ["Asia/Tokyo"])

    assert rows(effect, 0) == [
        ("2026-08-31", "2026-08-31 18:00", "2026-08-31 22:00", False),
        ("2027-06-07", "2027-06-07 18:00", "2027-06-07 22:00", False),
    ]
    assert not effect.moves_anything
