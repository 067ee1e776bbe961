from __future__ import annotations

from datetime import date

import pytest

from support.directory import load_directory
from support.models import Department, LanguageWindow
from support.planning.holidays_ahead import observed_holidays
from support.schedule import DayHours
from tests import factories

pytestmark = pytest.mark.django_db

COMING_OF_AGE_DAY = date(2027, 1, 11)


@pytest.fixture
def japanese_calendar(initial_data) -> None:
    LanguageWindow.objects.filter(language="ja").update(holidays="JP")


def of_day(day):
    return observed_holidays(load_directory(), day, day)


def test_holiday_is_listed_for_every_department_that_observes_it(japanese_calendar):
    found = of_day(COMING_OF_AGE_DAY)

    assert [(each.entry.slug, each.closed, each.otherwise) for each in found] == [
        ("customer-support", ("ja",), ()),
        ("sales", ("ja",), ()),
    ]
    assert found[0].holiday.name == "成人の日"


def test_special_hours_say_otherwise(japanese_calendar):
    sales = Department.objects.get(slug="sales")
    factories.as_usual_on("2027-01-11", department=sales, language="ja")

    sales = of_day(COMING_OF_AGE_DAY)[1]

    assert (sales.closed, sales.otherwise, len(sales.special_hours)) == ((), ("ja",), 1)


def test_holiday_at_the_weekend_cancels_nothing_and_is_left_out(japanese_calendar):
    assert of_day(date(2027, 5, 1)) == []


def test_nothing_is_listed_where_no_window_observes_a_calendar(initial_data):
    assert observed_holidays(load_directory(), date(2027, 1, 1), date(2027, 12, 31)) == []


def test_days_are_sorted(japanese_calendar):
    found = observed_holidays(load_directory(), date(2027, 1, 1), date(2027, 2, 11))

    assert [each.holiday.day.day for each in found if each.entry.slug == "sales"] == [1, 11, 11]


def test_hours_of_a_holiday_are_listed_in_place_of_the_usual_ones(japanese_calendar):
    LanguageWindow.objects.filter(department__slug="sales", language="ja").update(
        on_holidays="12:00-15:00"
    )

    sales = of_day(COMING_OF_AGE_DAY)[1]

    assert (sales.closed, sales.shortened) == ((), (("ja", (DayHours(720, 900),)),))
    assert sales.observing == ("ja",)


def test_holiday_that_does_not_count_is_left_out(japanese_calendar):
    LanguageWindow.objects.update(holidays_except="Coming of Age Day")

    assert of_day(COMING_OF_AGE_DAY) == []
