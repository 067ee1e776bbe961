from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from support.locales.holiday_calendars import (
    UnknownCalendar,
    all_calendars,
    calendar_codes,
    calendar_name,
    holiday_calendar,
    holiday_name,
    native_language,
)
from support.schedule import day_number

COMING_OF_AGE_DAY = date(2027, 1, 11)


def test_holiday_is_called_by_its_own_name():
    assert holiday_calendar("JP").name(day_number(COMING_OF_AGE_DAY)) == "成人の日"
    assert native_language("JP") == "ja"


def test_ordinary_day_has_no_name():
    assert holiday_calendar("JP").name(day_number(date(2027, 1, 12))) is None


@pytest.mark.parametrize(
    ("site_language", "name"),
    [
        ("en", ("Coming of Age Day", "en-US")),
        ("ja", ("成人の日", "ja")),
        ("de", ("Coming of Age Day", "en-US")),
    ],
)
def test_name_is_in_the_page_language_where_known_else_in_english(site_language, name):
    assert holiday_name("JP", COMING_OF_AGE_DAY, site_language) == name


def test_subdivision_has_holidays_of_its_own():
    epiphany = day_number(date(2027, 1, 6))

    assert holiday_calendar("DE-BY").name(epiphany) == "Heilige Drei Könige"
    assert holiday_calendar("DE-BE").name(epiphany) is None


def test_names_do_not_depend_on_the_language_of_the_machine(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "en_US")

    assert holiday_calendar("SE").name(day_number(date(2031, 6, 6))) == ("Nationaldagen")


def test_day_off_that_everybody_takes_counts_though_no_law_names_it():
    assert holiday_calendar("SE").name(day_number(date(2027, 6, 25))) == "Midsommarafton"


def test_calendars_are_called_by_country_and_region():
    assert calendar_name("JP", "de") == "Japan"
    assert calendar_name("GB-ENG", "de") == "Vereinigtes Königreich, England"


def test_every_calendar_can_be_chosen_once():
    codes = [code for code, _ in all_calendars("ja")]

    assert len(codes) == len(set(codes)) == len(calendar_codes())
    assert {"JP", "GB-ENG", "US-CA"} <= set(codes)


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
