"""The words for the values of a row, the same wherever they are shown."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.utils import translation

from support.models import Channel, Department, LanguageWindow, Organization, SpecialHours
from support.rows.columns import editable_fields, label, text_language
from support.rows.words import Words
from support.schedule import parse_weekdays


def words(model, name, value, language="en"):
    with translation.override(language):
        return Words(language).value(model._meta.get_field(name), value)


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "Labor Day and Christmas Day"), ("ja", "労働の日、クリスマス")],
)
def test_holidays_are_named_by_the_calendar_of_the_row(language, expected):
    column = LanguageWindow._meta.get_field("holidays_except")
    with translation.override(language):
        named = Words(language).value(column, ("Labor Day", "Christmas Day"), "US")

    assert named == expected


def test_holidays_without_a_known_calendar_keep_their_names():
    assert words(LanguageWindow, "holidays_except", ("Labor Day",), "ja") == "Labor Day"


@pytest.mark.parametrize(
    ("language", "expected"), [("en", "24:00"), ("da", "24.00"), ("ja", "24:00"), ("fr", "24:00")]
)
def test_midnight_at_the_end_of_a_day_is_24_00(language, expected):
    assert words(LanguageWindow, "closes", time(0), language) == expected
    assert words(SpecialHours, "closes", time(0), language) == expected


def test_midnight_at_the_beginning_of_a_day_is_00_00():
    assert words(LanguageWindow, "opens", time(0)) == "00:00"
    assert words(LanguageWindow, "opens", time(0), "da") == "00.00"


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("weekdays", parse_weekdays("MO,TU"), "Mon and Tue"),
        ("language", "ja", "Japanese"),
        ("zone", "Asia/Tokyo", "Japan (Asia/Tokyo)"),
        ("zone", "UTC", "UTC"),
        ("zone", "Mars/Olympus", "Mars/Olympus"),
        ("holidays", "JP", "Japan"),
        ("holidays", "", "–"),
        ("valid_from", date(2026, 11, 23), "23 November 2026"),
        ("valid_from", None, "–"),
        ("label", "Night shift", "Night shift"),
    ],
)
def test_value_of_a_window(name, value, expected):
    assert words(LanguageWindow, name, value) == expected


def test_choice_has_its_name():
    assert words(SpecialHours, "effect", "closed") == "Closed all day"


def test_no_department_means_all_of_them_where_a_row_is_for_departments():
    assert words(SpecialHours, "department", None) == "All departments"
    assert words(Organization, "control_panel", None) == "–"


def test_other_rows_have_their_names(initial_data):
    sales = Department.objects.get(slug="sales")
    finance = Department.objects.get(slug="finance")

    assert words(SpecialHours, "department", sales.pk) == "Sales"
    assert words(SpecialHours, "department", Department(slug="new", name_en="New")) == "New"
    assert words(Channel, "departments", (sales.pk, finance.pk)) == "Sales and Finance"
    assert words(SpecialHours, "department", 999_999) == "#999999"


def test_columns_are_what_staff_can_change_with_a_text_once_per_language():
    names = [field.name for field in editable_fields(Department)]

    assert names[:3] == ["slug", "former_slugs", "visibility"]
    assert {"name_ja", "name_en"} <= set(names)
    assert "name" not in names
    assert "edit_version" not in names
    assert [field.name for field in editable_fields(Channel)][-1] == "departments"


def test_owner_that_a_row_keeps_for_good_is_no_column():
    assert "department" not in [field.name for field in editable_fields(LanguageWindow)]
    assert "department" in [field.name for field in editable_fields(SpecialHours)]


def test_text_is_called_by_its_language():
    field = Department._meta.get_field("name_de")

    assert (label(field), text_language(field)) == ("Name · Deutsch", "de")


def test_other_column_is_called_as_in_the_form():
    field = LanguageWindow._meta.get_field("closes")

    assert (label(field), text_language(field)) == ("Closes", "")
