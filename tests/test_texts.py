from __future__ import annotations

import pytest

from support.directory import read_rows
from support.models import Department, LanguageWindow, Organization, StaffQuestion
from support.texts import missing_texts, staff_texts
from tests import factories

pytestmark = pytest.mark.django_db


def test_initial_data_lacks_nothing(initial_data):
    assert set(missing_texts(read_rows()).values()) == {0}


def test_text_that_one_language_lacks_is_counted_for_it(initial_data):
    Department.objects.filter(slug="sales").update(name_da="", summary_da=None, name_sv="")

    missing = missing_texts(read_rows())

    assert (missing["da"], missing["sv"], missing["de"]) == (2, 1, 0)


def test_text_that_only_staff_read_is_counted_too(initial_data):
    Department.objects.filter(slug="sales").update(staff_note_en="Ask Anna.")
    StaffQuestion.objects.create(
        department=Department.objects.get(slug="sales"), text_de="Bis 18 Uhr?"
    )

    missing = missing_texts(read_rows())

    assert (missing["da"], missing["en"], missing["de"]) == (2, 1, 1)


def test_address_in_a_language_is_no_text(initial_data):
    Organization.objects.update(manual_url_en="https://www.example.com/", manual_url_ja="")

    assert set(missing_texts(read_rows()).values()) == {0}


def test_text_of_nothing_that_is_seen_is_missing(initial_data):
    Department.objects.filter(slug="sales").update(name_da="\n")

    assert missing_texts(read_rows())["da"] == 1


def test_text_that_no_language_has_is_not_missing(db):
    factories.department("press", name_ja="広報")

    (text,) = staff_texts()

    assert (text.field, text.key) == ("name", f"department-{text.row.pk}-name")
    assert [text.lacks(code) for code in ("en", "ja", "de")] == [False, False, True]


def test_text_knows_its_department(initial_data):
    LanguageWindow.objects.filter(department__slug="sales", language="ja").update(label_en="Tokyo")

    (label,) = [text for text in staff_texts() if text.text.read("en") == "Tokyo"]

    assert label.department.slug == "sales"


def test_number_of_queries_does_not_grow(initial_data, django_assert_num_queries):
    with django_assert_num_queries(12):
        list(staff_texts())


def test_rows_that_were_read_are_not_asked_for_again(initial_data, django_assert_num_queries):
    rows = read_rows()

    with django_assert_num_queries(2):
        missing_texts(rows)
