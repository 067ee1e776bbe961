from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from support.locales.holiday_calendars import (
    MakeUpDay,
    UnknownCalendar,
    base_name,
    holiday_calendar,
    make_up_days,
    parts_add,
)
from support.locales.holiday_names import holiday_names, native_language
from support.schedule import Timetable, Weekday, Window, day_number

COMING_OF_AGE_DAY = date(2027, 1, 11)


def test_holiday_is_called_by_its_own_name():
    assert holiday_calendar("JP").name(day_number(COMING_OF_AGE_DAY)) == "成人の日"
    assert native_language("JP") == "ja"


def test_ordinary_day_has_no_name():
    assert holiday_calendar("JP").name(day_number(date(2027, 1, 12))) is None


def test_subdivision_has_holidays_of_its_own():
    epiphany = day_number(date(2027, 1, 6))

    assert holiday_calendar("DE-BY").name(epiphany) == "Heilige Drei Könige"
    assert holiday_calendar("DE-BE").name(epiphany) is None


def test_names_do_not_depend_on_the_language_of_the_machine(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "en_US")

    assert holiday_calendar("SE").name(day_number(date(2031, 6, 6))) == ("Nationaldagen")


def test_day_off_that_everybody_takes_counts_though_no_law_names_it():
    assert holiday_calendar("SE").name(day_number(date(2027, 6, 25))) == "Midsommarafton"


@pytest.mark.parametrize(
    ("code", "day", "name"),
    [
        ("AU", date(2026, 12, 28), "Boxing Day (observed)"),
        ("AU", date(2027, 12, 27), "Christmas Day (observed)"),
        ("AU", date(2027, 12, 28), "Boxing Day (observed)"),
        ("AU", date(2028, 1, 3), "New Year's Day (observed)"),
        ("BA", date(2027, 5, 3), "Uskrsni ponedjeljak (Pravoslavni)"),
    ],
)
def test_country_has_the_days_on_which_all_of_its_parts_are_off(code, day, name):
    assert holiday_calendar(code).name(day_number(day)) == name


def test_sydney_is_closed_when_boxing_day_is_observed():
    australia = holiday_calendar("AU", "Australia/Sydney")
    office = Window.parse("MO-FR 09:00-17:00 Australia/Sydney")
    hours = Timetable([replace(office, holidays=australia)])
    assert not hours.is_open(datetime(2026, 12, 28, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("IT", date(2027, 11, 7)),
        ("IT-BZ", date(2027, 11, 7)),
        ("US-TX", date(2026, 3, 2)),
        ("US-TX", date(2026, 4, 3)),
        ("US-TX", date(2026, 8, 27)),
        ("US-CA", date(2026, 2, 15)),
        ("US-CA", date(2026, 11, 8)),
    ],
)
def test_days_on_which_most_offices_work_are_no_holidays(code, day):
    assert holiday_calendar(code).name(day_number(day)) is None


@pytest.mark.parametrize(
    ("code", "day", "name"),
    [
        ("IT", date(2026, 11, 1), "Ognissanti"),
        ("US-TX", date(2026, 1, 19), "Martin Luther King Jr. Day"),
        ("US-TX", date(2026, 6, 19), "Juneteenth National Independence Day"),
    ],
)
def test_holiday_that_shares_its_day_with_none_is_one(code, day, name):
    assert holiday_calendar(code).name(day_number(day)) == name


def test_holiday_that_is_left_out_goes_with_the_day_on_which_it_is_observed():
    without = ("Juneteenth National Independence Day",)
    all_days, fewer = holiday_calendar("US"), holiday_calendar("US", None, without)
    observed, itself = day_number(date(2027, 6, 18)), day_number(date(2027, 6, 19))
    labor_day = day_number(date(2027, 9, 6))
    assert (all_days.name(observed), fewer.name(observed)) == (f"{without[0]} (observed)", None)
    assert (all_days.name(itself), fewer.name(itself)) == (without[0], None)
    assert fewer.name(labor_day) == "Labor Day"


def test_holidays_are_left_out_by_their_english_names():
    assert (
        holiday_calendar("JP", None, ("Coming of Age Day",)).name(day_number(COMING_OF_AGE_DAY))
        is None
    )
    assert "Coming of Age Day" in holiday_names("JP", [2027])


@pytest.mark.parametrize(
    ("code", "name", "day_off"),
    [
        ("JP", "Vernal Equinox Day", date(2027, 3, 22)),
        ("JP", "Constitution Day", date(2026, 5, 6)),
        ("JP", "Substitute Holiday", date(2027, 3, 22)),
        ("KR", "Liberation Day", date(2026, 8, 17)),
        ("ES-MD", "All Saints' Day", date(2026, 11, 2)),
        ("AO", "National Heroes' Day", date(2030, 9, 16)),
        ("TH", "Chakri Memorial Day", date(2030, 4, 8)),
        ("GB-ENG", "Boxing Day", date(2026, 12, 28)),
        ("NZ", "Waitangi Day", date(2027, 2, 8)),
    ],
)
def test_name_covers_the_day_off_that_is_given_for_it(code, name, day_off):
    number = day_number(day_off)

    assert holiday_calendar(code).name(number) is not None
    assert holiday_calendar(code, None, (name,)).name(number) is None


def test_day_off_for_another_holiday_stays():
    golden_week = holiday_calendar("JP", None, ("Greenery Day",))

    assert golden_week.name(day_number(date(2026, 5, 4))) is None
    assert golden_week.name(day_number(date(2026, 5, 6))) is not None


def test_name_without_the_remark_that_it_is_observed_on_another_day():
    assert base_name("Boxing Day (observed)") == "Boxing Day"
    assert base_name("Chinese New Year (Spring Festival)") == "Chinese New Year (Spring Festival)"


def test_parts_add_their_own_days():
    added = parts_add("GB", 2026)
    assert added["GB-ENG"] == {
        date(2026, 4, 6): "Easter Monday",
        date(2026, 8, 31): "Late Summer Bank Holiday",
    }
    assert parts_add("JP", 2026) == {}


def test_make_up_days_are_worked_as_the_weekday_that_is_off_for_them():
    assert make_up_days("RU", 2027) == (MakeUpDay(date(2027, 2, 20), Weekday.MO),)
    assert make_up_days("CN", 2026)[:2] == (
        MakeUpDay(date(2026, 1, 4), Weekday.FR),
        MakeUpDay(date(2026, 2, 14), Weekday.FR),
    )
    assert make_up_days("JP", 2026) == ()


def test_unknown_country_is_refused():
    with pytest.raises(UnknownCalendar):
        holiday_calendar("XX")


def test_library_is_not_loaded_before_a_calendar_is_asked_for():
    script = (
        "import sys, django; django.setup(); import support.admin; print('holidays' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", script],
        env={"DJANGO_SETTINGS_MODULE": "tests.settings", "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )

    assert run.stdout == "False\n"
