"""What was the case at an instant in the past."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest

from support.directory import NotRecorded, directory_of, load_directory, read_rows, rows_at
from support.directory.revision import current_revision
from support.history.recording import one_edit
from support.models import Channel, Department, LanguageWindow, SpecialHours
from support.models.history import history_of
from tests import factories
from tests.database import RECORDED_SINCE

pytestmark = pytest.mark.django_db

MONDAY = "2026-11-23T05:00:00+00:00"
TUESDAY = "2026-11-24T05:00:00+00:00"
MONDAY_NIGHT = datetime(2026, 11, 23, 22, tzinfo=UTC)


def at(rows):
    return directory_of(rows, 0)


def departments_at(instant):
    return {entry.slug: entry for entry in at(rows_at(instant)).departments}


def channel_names(entry):
    return [channel.slug for channel in entry.channels]


def hours_in(entry, language):
    (served,) = (served for served in entry.languages if served.tag == language)
    return [str(hours.window) for hours in served.hours]


def test_directory_of_now_is_the_one_of_the_records(initial_data):
    now = directory_of(read_rows(), 0)
    then = at(rows_at(MONDAY_NIGHT))

    assert [entry.slug for entry in then.departments] == [entry.slug for entry in now.departments]
    assert [entry.name.texts for entry in then.departments] == [
        entry.name.texts for entry in now.departments
    ]
    assert [
        [(served.tag, served.hours and served.hours[0].window) for served in entry.languages]
        for entry in then.departments
    ] == [
        [(served.tag, served.hours and served.hours[0].window) for served in entry.languages]
        for entry in now.departments
    ]
    assert [channel_names(entry) for entry in then.departments] == [
        channel_names(entry) for entry in now.departments
    ]
    assert then.organization.name == now.organization.name
    assert [product.locales for product in then.products] == [
        product.locales for product in now.products
    ]


def test_hours_are_those_that_were_saved_by_then(initial_data, clock):
    clock.stop_at(TUESDAY)
    window = LanguageWindow.objects.get(department__slug="sales", language="ja")
    window.closes = time(15)
    window.save()

    before = departments_at(MONDAY_NIGHT)["sales"]
    after = departments_at(datetime.fromisoformat(TUESDAY))["sales"]
    assert hours_in(before, "ja") == ["MO,TU,WE,TH,FR 10:00-18:00 Asia/Tokyo"]
    assert hours_in(after, "ja") == ["MO,TU,WE,TH,FR 10:00-15:00 Asia/Tokyo"]


def test_what_was_deleted_since_is_there_and_what_came_since_is_not(initial_data, clock):
    clock.stop_at(TUESDAY)
    Department.objects.get(slug="finance").delete()
    factories.department("press")

    before, after = at(rows_at(MONDAY_NIGHT)), load_directory()
    assert "finance" in [entry.slug for entry in before.departments]
    assert "press" not in [entry.slug for entry in before.departments]
    assert "finance" not in [entry.slug for entry in after.departments]
    assert [entry.slug for entry in at(rows_at(datetime.fromisoformat(TUESDAY))).departments] == [
        entry.slug for entry in after.departments
    ]


def test_special_hours_and_closures_are_those_of_then(initial_data, clock):
    clock.stop_at(MONDAY)
    special = SpecialHours(first_day="2026-12-24", effect="closed", reason_en="Christmas Eve")
    special.full_clean()
    special.save()
    clock.stop_at(TUESDAY)
    special.delete()
    factories.closure("2026-12-01T09:00", "2026-12-01T10:00")

    before = departments_at(MONDAY_NIGHT)["sales"].exceptions
    assert [entry.reason.read("en") for entry in before.special_hours] == ["Christmas Eve"]
    assert before.closures == ()


def test_channels_have_the_departments_of_then(initial_data, clock):
    clock.stop_at(TUESDAY)
    Channel.objects.get(slug="sales-form").departments.set([])

    before = departments_at(MONDAY_NIGHT)["sales"]
    after = departments_at(datetime.fromisoformat(TUESDAY))["sales"]
    assert "sales-form" in channel_names(before)
    assert "sales-form" not in channel_names(after)


def test_channel_saved_twice_in_one_edit_is_there_once(initial_data, clock):
    form = Channel.objects.get(slug="sales-form")
    clock.stop_at(MONDAY)
    with one_edit():
        form.position = 99
        form.save()
        form.departments.set(Department.objects.filter(slug="sales"))

    then = at(rows_at(MONDAY_NIGHT))
    assert [channel.slug for channel in then.channels if channel.slug == "sales-form"] == [
        "sales-form"
    ]
    assert then.channels[-1].slug == "sales-form"
    assert [entry.slug for entry in then.departments if "sales-form" in channel_names(entry)] == [
        "sales"
    ]


def test_texts_are_those_of_then_in_every_language_whoever_asks(initial_data, clock, settings):
    clock.stop_at(TUESDAY)
    sales = Department.objects.get(slug="sales")
    sales.name_ja = "新しい名前"
    sales.save()

    before = departments_at(MONDAY_NIGHT)["sales"]
    assert before.name.read("ja") == "営業部門"
    assert before.name.read("en") == "Sales"


def test_before_the_first_record_nothing_is_known(initial_data):
    with pytest.raises(NotRecorded) as refusal:
        rows_at(RECORDED_SINCE - timedelta(microseconds=1))

    assert refusal.value.since == RECORDED_SINCE


def test_without_any_record_nothing_is_known(db):
    with pytest.raises(NotRecorded) as refusal:
        rows_at(MONDAY_NIGHT)

    assert refusal.value.since is None


def test_number_of_queries_does_not_grow_with_the_rows(
    initial_data, django_assert_num_queries, clock
):
    with django_assert_num_queries(27):
        rows_at(MONDAY_NIGHT)
    clock.stop_at(MONDAY)
    for number in range(3):
        factories.window(
            Department.objects.create(slug=f"new-{number}"),
            "MO 10:00-18:00 Asia/Tokyo",
            language="ja",
        )
    with django_assert_num_queries(27):
        rows_at(MONDAY_NIGHT)


def test_records_do_not_raise_the_public_revision(initial_data):
    sales = history_of(Department).filter(slug="sales").get()
    before = current_revision()
    sales.position = 99
    sales.save()

    assert current_revision() == before


def test_loading_the_initial_data_is_one_edit(initial_data):
    edits = {
        record.edit
        for model in (Department, LanguageWindow, Channel)
        for record in history_of(model).all()
    }

    assert len(edits) == 1


def test_what_is_saved_by_itself_is_an_edit_by_itself(initial_data):
    sales = Department.objects.get(slug="sales")
    sales.save()
    sales.save()

    assert len({record.edit for record in history_of(Department).filter(slug="sales")}) == 3
