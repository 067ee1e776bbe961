from __future__ import annotations

from datetime import UTC, datetime

import pytest

from support.directory import Text, load_directory, read_rows
from support.directory.current import CurrentDirectory
from support.models import Channel, Department, Product, UILocale
from support.schedule import State
from tests import factories

pytestmark = pytest.mark.django_db

MONDAY_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def test_text_is_read_in_the_wanted_language():
    assert Text({"en": "Sales", "ja": "営業"}).read("ja") == "営業"


def test_text_that_is_missing_falls_back_to_english_and_says_so():
    text = Text({"de": "Vertrieb", "en": "Sales", "ja": ""})

    assert (text.read("ja"), text.written_in("ja")) == ("Sales", "en")


def test_text_without_english_falls_back_to_what_there_is():
    text = Text({"de": "Vertrieb", "en": None})

    assert (text.read("ja"), text.written_in("ja")) == ("Vertrieb", "de")


def test_departments_stand_in_the_order_of_the_facts(initial_data):
    assert [entry.slug for entry in load_directory().departments] == [
        "customer-support",
        "beta-testing",
        "sales",
        "migrations",
        "finance",
        "account-management",
        "malware-abuse",
        "affiliates",
    ]


def test_language_served_without_hours_is_unscheduled(initial_data):
    beta = load_directory().departments[1]

    states = [served.timetable.status(MONDAY_NOON).state for served in beta.languages]
    assert states == [State.UNSCHEDULED]


def test_channel_for_one_language_takes_the_place_of_the_general_one(initial_data):
    sales = load_directory().departments[2]

    in_japanese = [c.slug for c in sales.channels_in("ja") if c.kind == "email"]
    in_german = [c.slug for c in sales.channels_in("de") if c.kind == "email"]
    assert (in_japanese, in_german) == (["sales-email-ja"], ["sales-email"])


def test_documentation_and_forum_lead_to_the_organisation_s_own(initial_data):
    addresses = {c.slug: c.address for c in load_directory().channels}

    assert addresses["documentation"] == "https://www.example.com/docs/"
    assert addresses["forum"] == "https://community.example.com/"


def test_number_of_queries_does_not_grow_with_the_rows(initial_data, django_assert_num_queries):
    with django_assert_num_queries(QUERIES):
        load_directory()

    for number in range(30):
        department = factories.department(f"d{number}", name_en="D")
        factories.window(department)
        channel = Channel.objects.create(slug=f"c{number}", name_en="C", kind="chat")
        channel.departments.add(department)
        UILocale.objects.create(
            product=Product.objects.create(slug=f"p{number}", name_en="P"), locale="ja-JP"
        )

    with django_assert_num_queries(QUERIES):
        load_directory()


# The revision before and after, and the tables.
QUERIES = 16


def test_edit_while_the_rows_are_read_is_seen(initial_data, monkeypatch):
    from support.directory import load

    def read_while_somebody_edits():
        rows = read_rows()
        if "customer-support" in rows[Department][0]:
            Department.objects.filter(slug="customer-support").update(slug="support")
        return rows

    monkeypatch.setattr(load, "read_rows", read_while_somebody_edits)

    assert load_directory().departments[0].slug == "support"


def test_directory_is_kept_until_somebody_edits(initial_data, django_assert_num_queries):
    directories = CurrentDirectory()
    first = directories.get()

    with django_assert_num_queries(1):
        assert directories.get() is first

    Department.objects.filter(slug="sales").update(name_en="Sales team")
    assert directories.get().departments[2].name.read("en") == "Sales team"


def test_empty_database_is_an_empty_directory(db):
    directory = load_directory()

    assert (directory.departments, directory.organization.name) == ((), "")
