"""After an edit, what it did not touch is the same object as before."""

from __future__ import annotations

from datetime import time

import pytest

from support.directory import directory_of, load_directory, read_rows
from support.models import (
    Channel,
    Department,
    LanguageWindow,
    Organization,
    Product,
    UILocale,
    UnscheduledLanguage,
)
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def before(initial_data):
    return load_directory()


def department(directory, slug):
    (found,) = (entry for entry in directory.departments if entry.slug == slug)
    return found


def served(directory, slug, language):
    (found,) = (each for each in department(directory, slug).languages if each.tag == language)
    return found


def kept(before, after):
    """The short names of the departments that are the same objects in both directories."""
    objects = set(map(id, before.departments))
    return [entry.slug for entry in after.departments if id(entry) in objects]


def test_without_an_edit_every_entry_is_kept(before):
    after = load_directory(before)

    assert after.organization is before.organization
    assert len(kept(before, after)) == 8
    assert after.channels == before.channels
    assert after.products == before.products


def test_text_of_a_department_makes_its_entry_anew_and_keeps_its_hours(before):
    Department.objects.filter(slug="sales").update(note_en="Ask for Jo.")

    after = load_directory(before)
    assert kept(before, after) == [
        "customer-support",
        "beta-testing",
        "migrations",
        "finance",
        "account-management",
        "malware-abuse",
        "affiliates",
    ]
    assert department(after, "sales").note.read("en") == "Ask for Jo."
    assert department(after, "sales").languages == department(before, "sales").languages
    assert served(after, "sales", "ja") is served(before, "sales", "ja")
    assert after.organization is before.organization
    assert after.channels == before.channels
    assert after.products == before.products


def test_hours_of_a_language_keep_those_of_the_others_with_their_timetables(before):
    LanguageWindow.objects.filter(department__slug="sales", language="ja").update(closes=time(15))

    after = load_directory(before)
    assert served(after, "sales", "ja") is not served(before, "sales", "ja")
    assert served(after, "sales", "en") is served(before, "sales", "en")
    assert served(after, "sales", "en").timetable is served(before, "sales", "en").timetable
    assert served(after, "finance", "en") is served(before, "finance", "en")
    assert len(kept(before, after)) == 7


def test_what_only_staff_see_touches_nothing(before):
    Department.objects.filter(slug="sales").update(staff_note_en="Ring first.", edit_version=9)
    LanguageWindow.objects.filter(department__slug="sales").update(confirmed_until="2027-01-01")

    after = load_directory(before)
    assert after.revision > before.revision
    assert department(after, "sales") is department(before, "sales")


def test_another_order_touches_no_entry(before):
    Department.objects.filter(slug="affiliates").update(position=0)

    after = load_directory(before)
    assert after.departments[0].slug == "affiliates"
    assert len(kept(before, after)) == 8


def test_edit_of_a_channel_touches_the_departments_that_it_leads_to(before):
    Channel.objects.filter(slug="sales-form").update(instructions_en="Scroll down.")

    after = load_directory(before)
    assert "sales" not in kept(before, after)
    assert len(kept(before, after)) == 7
    assert [channel.slug for channel in after.channels if channel not in before.channels] == [
        "sales-form"
    ]
    assert department(after, "sales").languages == department(before, "sales").languages


def test_department_that_joins_a_channel_touches_no_other(before):
    Channel.objects.get(slug="sales-form").departments.add(Department.objects.get(slug="finance"))

    after = load_directory(before)
    assert "finance" not in kept(before, after)
    assert len(kept(before, after)) == 7
    assert after.channels == before.channels


def test_new_department_touches_no_other(before):
    factories.department("press", position=99)

    after = load_directory(before)
    assert len(kept(before, after)) == 8
    assert after.departments[8].slug == "press"


def test_edit_of_the_organisation_touches_no_department(before):
    Organization.objects.update(platform="Plone")

    after = load_directory(before)
    assert after.organization.platform == "Plone"
    assert len(kept(before, after)) == 8
    assert after.products == before.products


def test_organisation_s_documentation_is_the_address_of_its_channel(before):
    Organization.objects.update(documentation_url="https://docs.example.com/")

    after = load_directory(before)
    assert [channel.slug for channel in after.channels if channel not in before.channels] == [
        "documentation"
    ]


def test_locale_of_a_product_touches_that_product(before):
    UILocale.objects.create(product=Product.objects.get(slug=before.products[0].slug), locale="fi")

    after = load_directory(before)
    assert [after.products[0] is before.products[0], after.products[1] is before.products[1]] == [
        False,
        True,
    ]
    assert len(kept(before, after)) == 8


def test_special_hours_for_all_touch_every_department(before):
    factories.closed_on("2026-12-24")

    after = load_directory(before)
    assert kept(before, after) == []
    assert after.channels == before.channels


def test_special_hours_for_one_language_touch_only_who_serves_it(before):
    factories.closed_on(
        "2026-12-24", department=Department.objects.get(slug="sales"), language="ja"
    )

    after = load_directory(before)
    assert len(kept(before, after)) == 7
    assert served(after, "sales", "ja") is not served(before, "sales", "ja")
    assert served(after, "sales", "en") is served(before, "sales", "en")


def test_closure_of_one_department_touches_no_other(before):
    factories.closure(
        "2026-11-24T10:00", "2026-11-24T11:00", department=Department.objects.get(slug="finance")
    )

    after = load_directory(before)
    assert "finance" not in kept(before, after)
    assert len(kept(before, after)) == 7


def test_what_is_edited_back_is_as_it_was_read_last(before):
    Department.objects.filter(slug="sales").update(name_en="Sellers")
    between = load_directory(before)
    Department.objects.filter(slug="sales").update(name_en="Sales")

    after = load_directory(between)
    assert department(after, "sales").name.read("en") == "Sales"
    assert served(after, "sales", "ja") is served(before, "sales", "ja")


def test_nothing_is_held_of_a_department_that_is_no_more(before):
    Department.objects.get(slug="sales").delete()

    after = load_directory(before)
    assert department(before, "sales") not in after.made.values()


def test_directory_of_other_rows_shares_nothing_that_differs(before):
    rows = read_rows()

    assert kept(before, directory_of(rows, 0)) == []
    assert len(kept(before, directory_of(rows, 0, before))) == 8


def test_languages_without_hours_are_each_department_s_own(db):
    for slug in ("one", "two"):
        department = factories.department(slug, name_en="D")
        UnscheduledLanguage.objects.create(department=department, language="en")

    one, two = load_directory().departments
    assert one.languages[0] is not two.languages[0]


@pytest.mark.parametrize("departments", [1, 200])
def test_number_of_queries_is_the_same_after_an_edit(db, django_assert_num_queries, departments):
    for number in range(departments):
        factories.window(factories.department(f"d{number}", name_en="D"))
    before = load_directory()
    Department.objects.filter(slug="d0").update(name_en="First")

    # The revision before and after, and the tables.
    with django_assert_num_queries(16):
        after = load_directory(before)

    assert len(kept(before, after)) == departments - 1
