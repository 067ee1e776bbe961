"""How many departments answer in each hour of a week, and when none does."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from support.directory import (
    NO_TEXT,
    ContactChannel,
    DepartmentEntry,
    Exceptions,
    unscheduled_language,
)
from support.planning.coverage import Answering, Coverage, CoverageFilter, coverage
from support.planning.wall_week import wall_hours
from tests import factories
from tests.factories import department_entry, served
from tests.schedule.notation import closed_on, closure, holidays, interval, window

MONDAY = date(2026, 11, 23)
OFFICE_HOURS = "MO,TU,WE,TH,FR 09:00-18:00 Europe/Berlin"
NOBODY, ONE, TWO = Answering(0, 0), Answering(1, 1), Answering(2, 2)


def channel(slug: str, kind: str, language: str = ""):
    return ContactChannel(slug, kind, "paid", NO_TEXT, NO_TEXT, "", language)


def week(
    *departments: DepartmentEntry,
    zone: str = "Europe/Berlin",
    monday: date = MONDAY,
    counted: CoverageFilter | None = None,
) -> Coverage:
    return coverage(factories.directory(*departments), monday, zone, counted or CoverageFilter())


def of(tag: str, whole: Coverage):
    (cover,) = [cover for cover in whole.languages if cover.tag == tag]
    return cover


def day(cover, number: int, monday: date = MONDAY) -> list[Answering | None]:
    """The 24 hours of a day of the week."""
    return [cover.cells.get((monday + timedelta(days=number), hour)) for hour in range(24)]


def test_hours_are_counted_on_the_chosen_clock():
    italian = of(
        "it", week(department_entry("sales", served("it", OFFICE_HOURS)), zone="Asia/Tokyo")
    )

    assert day(italian, 0) == [*[NOBODY] * 17, *[ONE] * 7]
    assert day(italian, 1) == [*[ONE] * 2, *[NOBODY] * 15, *[ONE] * 7]
    assert day(italian, 5) == [*[ONE] * 2, *[NOBODY] * 22]


def test_departments_that_answer_at_once_are_added_up():
    late = served("it", "MO 12:00-20:00 Europe/Berlin")
    italian = of(
        "it", week(department_entry("a", served("it", OFFICE_HOURS)), department_entry("b", late))
    )

    assert day(italian, 0)[8:21] == [NOBODY, *[ONE] * 3, *[TWO] * 6, ONE, ONE, NOBODY]
    assert italian.departments == 2


def test_windows_of_one_department_count_once():
    overlapping = served("it", "MO 09:00-18:00 Europe/Berlin", "MO 07:00-12:00 Europe/London")

    assert day(of("it", week(department_entry("a", overlapping))), 0)[8:13] == [*[ONE] * 5]


def test_hour_that_is_answered_in_part_says_the_fewest_and_the_most():
    italian = of("it", week(department_entry("a", served("it", "MO 09:30-18:00 Europe/Berlin"))))

    assert day(italian, 0)[8:11] == [NOBODY, Answering(0, 1), ONE]


def test_hour_of_two_who_relieve_each_other_is_answered_throughout():
    first = department_entry("a", served("it", "MO 09:00-09:30 Europe/Berlin"))
    second = department_entry("b", served("it", "MO 09:30-10:00 Europe/Berlin"))

    assert day(of("it", week(first, second)), 0)[9] == ONE


def test_minute_without_anybody_within_an_hour_is_seen():
    first = department_entry("a", served("it", "MO 09:00-09:30 Europe/Berlin"))
    second = department_entry("b", served("it", "MO 09:31-10:00 Europe/Berlin"))

    assert day(of("it", week(first, second)), 0)[9] == Answering(0, 1)


def test_window_past_midnight_reaches_into_the_next_day_and_week():
    sunday_night = of(
        "it", week(department_entry("a", served("it", "SU 22:00-06:00 Europe/Berlin")))
    )

    assert day(sunday_night, 0) == [*[ONE] * 6, *[NOBODY] * 18]
    assert day(sunday_night, 6) == [*[NOBODY] * 22, ONE, ONE]
    assert sunday_night.gaps == (interval("2026-11-23T06:00+01:00", "2026-11-29T22:00+01:00"),)


def test_gaps_are_merged_over_the_week():
    italian = of("it", week(department_entry("a", served("it", "MO,TU 09:00-18:00 Europe/Berlin"))))

    assert italian.gaps == (
        interval("2026-11-23T00:00+01:00", "2026-11-23T09:00+01:00"),
        interval("2026-11-23T18:00+01:00", "2026-11-24T09:00+01:00"),
        interval("2026-11-24T18:00+01:00", "2026-11-30T00:00+01:00"),
    )


def test_no_gap_where_one_relieves_another():
    first = department_entry("a", served("it", "MO,TU,WE,TH,FR,SA,SU 00:00-12:00 UTC"))
    second = department_entry("b", served("it", "MO,TU,WE,TH,FR,SA,SU 12:00-24:00 UTC"))

    assert of("it", week(first, second)).gaps == ()


def test_hour_that_the_clock_skips_does_not_exist():
    monday = date(2027, 3, 22)
    night = served("it", "SU 01:00-04:00 Europe/Berlin")
    whole = week(department_entry("a", night), monday=monday)

    assert day(of("it", whole), 6, monday)[:5] == [NOBODY, ONE, None, ONE, NOBODY]
    assert len(whole.hours) == 167
    assert of("it", whole).gaps == (
        interval("2027-03-22T00:00+01:00", "2027-03-28T01:00+01:00"),
        interval("2027-03-28T04:00+02:00", "2027-03-29T00:00+02:00"),
    )


def test_hour_that_comes_twice_is_one_cell_of_both():
    monday = date(2026, 10, 19)
    until_the_first_pass_ends = served("it", "SU 00:00-01:00 UTC")
    whole = week(department_entry("a", until_the_first_pass_ends), monday=monday)

    assert day(of("it", whole), 6, monday)[:4] == [NOBODY, NOBODY, Answering(0, 1), NOBODY]
    assert [each for wall, each in of("it", whole).hours if wall.hour == 2][-2:] == [ONE, NOBODY]
    assert len(whole.hours) == 169


def test_clock_that_changes_by_half_an_hour_has_an_hour_of_half_or_one_and_a_half():
    shortened = [
        hour.interval
        for hour in wall_hours(date(2026, 9, 28), "Australia/Lord_Howe")
        if (hour.day, hour.hour) == (date(2026, 10, 4), 2)
    ]

    assert shortened == [interval("2026-10-04T02:30+11:00", "2026-10-04T03:00+11:00")]


def test_day_that_a_zone_left_out_has_no_hours():
    hours = wall_hours(date(2011, 12, 26), "Pacific/Apia")

    assert len(hours) == 6 * 24
    assert {hour.day for hour in hours} == {
        date(2011, 12, number) for number in (26, 27, 28, 29, 31)
    } | {date(2012, 1, 1)}


def test_exceptions_and_holidays_of_that_week_count():
    office_hours = served(
        "it",
        window(OFFICE_HOURS, holidays=holidays("2026-11-26 Thanksgiving")),
        special_hours=[closed_on("2026-11-24")],
        closures=[closure("2026-11-25T10:00", "2026-11-25T12:00", "Europe/Berlin")],
    )
    italian = of("it", week(department_entry("a", office_hours)))

    assert day(italian, 1) == [NOBODY] * 24
    assert day(italian, 2)[9:13] == [ONE, NOBODY, NOBODY, ONE]
    assert day(italian, 3) == [NOBODY] * 24
    assert day(italian, 4)[9] == ONE


def test_languages_are_those_of_the_site_and_those_that_anybody_serves():
    whole = week(
        department_entry("a", served("pt-BR", OFFICE_HOURS)), department_entry("b", served("fi"))
    )

    assert [cover.tag for cover in whole.languages][8:] == ["sv", "da", "fi", "pt-BR"]
    assert [cover.tag for cover in whole.languages if cover.is_covered] == ["pt-BR"]
    assert of("da", whole).gaps == (interval("2026-11-23T00:00+01:00", "2026-11-30T00:00+01:00"),)


def test_language_without_stated_hours_is_counted_apart():
    danish = of("da", week(department_entry("a", unscheduled_language("da", Exceptions()))))

    assert (danish.departments, danish.unscheduled, danish.is_covered) == (0, 1, False)


@pytest.mark.parametrize(
    ("counted", "italian", "german"),
    [
        (CoverageFilter(), 2, 1),
        (CoverageFilter(department="a"), 1, 1),
        (CoverageFilter(kind="chat"), 1, 1),
        (CoverageFilter(kind="email"), 1, 0),
        (CoverageFilter(channel="post"), 1, 0),
        (CoverageFilter(channel="posta"), 0, 0),
        (CoverageFilter(department="b", kind="chat"), 0, 0),
    ],
)
def test_only_those_count_who_are_asked_for(counted, italian, german):
    """A channel for one language takes the place of the general one of its kind."""
    chat = channel("live-chat", "chat")
    post = channel("post", "email")
    posta = channel("posta", "email", language="de")
    a = department_entry(
        "a", served("it", OFFICE_HOURS), served("de", OFFICE_HOURS), channels=(chat,)
    )
    b = department_entry("b", served("it", OFFICE_HOURS), channels=(post, posta))

    whole = week(a, b, counted=counted)

    assert (of("it", whole).departments, of("de", whole).departments) == (italian, german)


@pytest.mark.parametrize(
    ("monday", "hours"), [(date(1900, 1, 1), 168 - 9), (date(2200, 12, 29), 3 * 24 + 9)]
)
def test_week_is_cut_where_the_years_end_that_are_answered_for(monday, hours):
    japanese = of("ja", week(zone="Asia/Tokyo", monday=monday))

    assert len(japanese.hours) == hours
