"""The picture of seven days, and the same in words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import translation

from support.contact_page import Viewpoint, contact_page
from support.contact_page.cards.department_card import department_card
from support.contact_page.lines.valid_until import valid_until
from support.contact_page.week.seven_days import seven_days
from support.directory import load_directory
from support.models import UnscheduledLanguage
from support.schedule import parse_weekdays
from tests import factories

pytestmark = pytest.mark.django_db

TUESDAY_15_UTC = datetime(2026, 11, 24, 15, tzinfo=UTC)
HOUR = timedelta(hours=1)
WORKING_DAYS = parse_weekdays("MO,TU,WE,TH,FR")


def page(at=TUESDAY_15_UTC, zone=None, language="en"):
    with translation.override(language):
        return contact_page(load_directory(), Viewpoint(language, at, zone))


def picture(at=TUESDAY_15_UTC, zone=None, language="en"):
    [department] = load_directory().departments
    with translation.override(language):
        return department_card(department, Viewpoint(language, at, zone)).week


def row(**options):
    [only] = picture(**options).rows
    return only


def bars(**options):
    return [(bar.x, bar.width) for bar in row(**options).bars if not bar.is_cancelled]


def words(**options):
    return in_words(row(**options))


def in_words(row):
    return [(days.weekdays, *map(line, days.lines)) for days in row.told]


def line(told):
    return f"{told.before}{told.name}{told.after}"


def test_days_are_those_from_today_on_the_clock_of_the_department(window):
    window("MO,TU,WE,TH,FR 10:00-18:00 Asia/Tokyo")

    assert picture().zone_name == "Japan time"
    assert [(day.weekday, day.number) for day in picture().frame.days] == [
        ("Wed", 25),
        ("Thu", 26),
        ("Fri", 27),
        ("Sat", 28),
        ("Sun", 29),
        ("Mon", 30),
        ("Tue", 1),
    ]
    assert words() == [("Mon–Fri", "10:00–18:00")]


def test_bars_lie_where_the_hours_do(window):
    window("TU,MO 12:00-18:00 UTC")

    assert bars() == [("7.14", "3.57"), ("92.86", "3.57")]


def test_another_clock_moves_them(window):
    window("TU 12:00-18:00 UTC")

    assert bars(zone="Asia/Kathmandu") == [("10.57", "3.57")]
    assert words(zone="Asia/Kathmandu") == [("Tue", "17:45–23:45")]


def test_clock_is_that_of_most_windows_and_of_the_first_where_they_are_even(window):
    window("MO,TU,WE,TH,FR 09:00-17:00 Europe/London")
    window("MO,TU,WE,TH,FR 09:00-17:00 Asia/Tokyo", language="de")
    assert picture().zone == "Europe/London"

    window("MO,TU,WE,TH,FR 09:00-17:00 Asia/Tokyo", language="ja")
    assert picture().zone == "Asia/Tokyo"


def test_hours_past_midnight_are_told_on_the_day_on_which_they_begin(window):
    window("MO,TU,WE,TH,FR 22:00-06:00 UTC")

    assert words() == [
        ("Tue", "until 06:00", "22:00–06:00 the next day"),
        ("Mon and Wed–Fri", "22:00–06:00 the next day"),
    ]


def test_what_lasts_longer_is_told_day_by_day(window):
    window("MO,TU,WE,TH,FR 00:00-24:00 UTC")
    window("SA 00:00-07:00 UTC")
    window("SU 21:00-24:00 UTC")

    assert words() == [
        ("Mon–Fri", "24 hours"),
        ("Sat", "00:00–07:00"),
        ("Sun", "21:00–24:00"),
    ]


def test_interval_that_holds_now_is_marked(window):
    window("MO,TU,WE,TH,FR 14:00-04:00 UTC")

    assert [bar.holds_now for bar in row().bars[:3]] == [False, True, False]


def test_week_without_hours_is_closed(window):
    window("MO,TU,WE,TH,FR 09:00-17:00 UTC", valid_from=date(2027, 1, 1))

    assert words() == [("", "closed")]


def test_cancelled_day_is_drawn_and_says_why(window):
    window("MO,TU,WE,TH,FR 09:00-17:00 UTC")
    factories.closed_on("2026-11-26", reason_en="Company meeting")
    cancelled = [(bar.x, bar.width) for bar in row().bars if bar.is_cancelled]

    assert cancelled == [("33.93", "4.76")]
    assert words() == [
        ("Mon–Wed and Fri", "09:00–17:00"),
        ("Thu", "closed (Company meeting)"),
    ]
    assert picture().has_cancelled


def test_hours_that_are_cancelled_in_part_are_told_with_the_rest(window):
    window("MO,TU,WE,TH,FR 09:00-17:00 UTC")
    factories.closure("2026-11-26T10:30", "2026-11-26T11:00", reason_de="Umzug")
    [_, _, when] = row().told[1].lines

    assert words()[1] == ("Thu", "09:00–10:30", "11:00–17:00", "closed 10:30–11:00 (Umzug)")
    assert (when.name, when.lang) == ("Umzug", "de")


def test_exception_without_a_reason_is_called_so(window):
    window("MO,TU,WE,TH,FR 09:00-17:00 UTC")
    factories.closed_on("2026-11-26")

    assert words()[1] == ("Thu", "closed (exceptionally)")


def test_extra_hours_are_hours(window):
    window("MO,TU,WE,TH,FR 09:00-17:00 UTC")
    factories.hours_on("2026-11-28", "10:00-12:00 UTC")

    assert words()[1] == ("Sat", "10:00–12:00")
    assert not picture().has_cancelled


def test_language_without_stated_hours_has_no_row(desk):
    UnscheduledLanguage.objects.create(department=desk, language="en")

    assert picture() is None
    assert page().week is None


def test_picture_of_all_has_the_hours_in_which_somebody_answers(window):
    other = factories.department("other")
    window("MO,TU,WE,TH,FR 09:00-17:00 UTC", language="de")
    window("MO,TU,WE,TH,FR 09:00-17:00 UTC")
    factories.window(other, "MO,TU,WE,TH,FR 16:00-20:00 UTC")
    factories.closed_on("2026-11-25", department=other, reason_en="Meeting")
    found = page(language="de").week

    assert (found.department, found.zone) == ("", "UTC")
    assert [each.tag for each in found.rows] == ["de", "en"]
    assert in_words(page().week.rows[0]) == [
        ("Mon, Tue, Thu and Fri", "09:00–20:00"),
        ("Wed", "09:00–17:00", "closed 17:00–20:00 (Meeting)"),
    ]


def test_hour_that_a_clock_repeats_has_its_place_in_a_longer_day():
    days = seven_days("Europe/Berlin", datetime(2026, 10, 24, 12, tzinfo=UTC))
    midnight = days.starts[1]  # Sunday the 25th

    assert days.starts[2] - midnight == 25 * 60
    assert [days.place(midnight + hour * 60) for hour in (0, 2, 3, 25)] == [1429, 1543, 1600, 2857]
    assert [days.place(tick) for tick in days.ticks[3:6]] == [1829, 2171, 2514]


def test_skipped_hour_takes_no_place_in_a_shorter_day():
    days = seven_days("Europe/Berlin", datetime(2026, 3, 28, 12, tzinfo=UTC))

    assert days.starts[2] - days.starts[1] == 23 * 60
    assert [days.place(tick) for tick in days.ticks[3:6]] == [1739, 2112, 2484]


def test_hours_on_the_day_of_a_clock_change_are_told_as_the_clock_reads(window):
    window("MO,TU,WE,TH,FR,SA,SU 01:00-04:00 Europe/Berlin")

    assert words(at=datetime(2026, 10, 24, 12, tzinfo=UTC)) == [("every day", "01:00–04:00")]
    assert bars(at=datetime(2026, 10, 24, 12, tzinfo=UTC))[:2] == [
        ("0.6", "1.78"),
        ("14.86", "2.28"),
    ]


def test_page_holds_until_the_next_day_on_the_clock_of_a_picture(window):
    window("MO,TU,WE,TH,FR 09:00-17:00 Europe/Berlin")
    evening = datetime(2026, 11, 24, 22, tzinfo=UTC)

    assert valid_until(load_directory(), evening) == datetime(2026, 11, 24, 23, tzinfo=UTC)


def test_page_by_a_chosen_clock_holds_until_its_next_day(window):
    window("MO,TU,WE,TH,FR 09:00-17:00 Europe/Berlin")
    evening = datetime(2026, 11, 24, 17, tzinfo=UTC)

    assert valid_until(load_directory(), evening, "Asia/Kathmandu") == datetime(
        2026, 11, 24, 18, 15, tzinfo=UTC
    )


def test_picture_that_shows_the_same_is_the_same_object(window):
    window("MO,TU,WE,TH,FR 09:00-17:00 UTC")

    assert page().week is page().week
    assert picture(at=TUESDAY_15_UTC + HOUR) is picture()
