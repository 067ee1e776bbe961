"""A department back to how it was."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from support.directory import NotRecorded
from support.history.edits import edit_keys, edits
from support.history.put_back import CannotPutBack, NotThere, put_back
from support.models import Closure, Department, LanguageWindow, SpecialHours, UnscheduledLanguage
from support.models.history import history_of
from tests import factories
from tests.conftest import RECORDED_SINCE

pytestmark = pytest.mark.django_db

MONDAY_NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def sales(initial_data, clock):
    """What follows happens on Tuesday."""
    clock.stop_at("2026-11-24T05:00:00+00:00")
    return Department.objects.get(slug="sales")


def edit_window(sales, **changes):
    row = sales.windows.get(language="ja")
    for name, value in changes.items():
        setattr(row, name, value)
    row.save()
    return row


def test_fields_and_windows_are_as_they_were(sales):
    sales.note_en = "We moved."
    sales.save()
    edit_window(sales, closes=time(15))

    put_back(sales.pk, MONDAY_NOON)

    sales.refresh_from_db()
    assert sales.note_en in ("", None)
    assert sales.windows.get(language="ja").closes == time(18)


def test_what_was_deleted_is_there_again_under_its_key(sales):
    row = sales.windows.get(language="ja")
    key = row.pk
    row.delete()

    put_back(sales.pk, MONDAY_NOON)

    assert sales.windows.get(pk=key).language == "ja"


def test_what_came_since_is_gone(sales):
    UnscheduledLanguage.objects.create(department=sales, language="da")
    factories.closed_on("2026-12-24", department=sales)
    factories.closure("2026-12-01T09:00", "2026-12-01T10:00", department=sales)

    put_back(sales.pk, MONDAY_NOON)

    assert not sales.unscheduled_languages.exists()
    assert not SpecialHours.objects.exists()
    assert not Closure.objects.exists()


def test_exceptions_of_all_departments_and_of_others_stay(sales):
    factories.closed_on("2026-12-24")
    factories.closed_on("2026-12-24", department=Department.objects.get(slug="finance"))

    put_back(sales.pk, MONDAY_NOON)

    assert SpecialHours.objects.count() == 2


def test_special_hours_that_were_given_away_are_copied_and_not_taken_back(sales, clock):
    clock.stop_at("2026-11-23T11:00:00+00:00")
    row = factories.closed_on("2026-12-24", department=sales, reason_en="Party")
    clock.stop_at("2026-11-24T05:00:00+00:00")
    row.department = Department.objects.get(slug="finance")
    row.save()

    put_back(sales.pk, MONDAY_NOON)

    assert [each.department.slug for each in SpecialHours.objects.order_by("pk")] == [
        "finance",
        "sales",
    ]


def test_windows_that_changed_places_change_back(sales):
    japanese, english = (sales.windows.get(language=tag) for tag in ("ja", "en"))
    LanguageWindow.objects.filter(pk=japanese.pk).update(language="zz")
    japanese.language, english.language = "en", "ja"
    english.save()
    japanese.save()

    put_back(sales.pk, MONDAY_NOON)

    assert sales.windows.get(pk=japanese.pk).language == "ja"
    assert sales.windows.get(pk=english.pk).language == "en"


def test_edit_version_is_one_that_no_open_form_has_seen(sales):
    version = sales.edit_version
    put_back(sales.pk, MONDAY_NOON)

    sales.refresh_from_db()
    assert sales.edit_version == version + 1


def test_special_hours_that_come_back_have_a_version_of_their_own(sales, clock):
    clock.stop_at("2026-11-23T11:00:00+00:00")
    row = factories.closed_on("2026-12-24", department=sales)
    clock.stop_at("2026-11-24T05:00:00+00:00")
    row.edit_version = 4
    row.save()
    row.delete()

    put_back(sales.pk, MONDAY_NOON)

    assert SpecialHours.objects.get().edit_version == 5


def test_deleted_department_comes_back_with_all_that_belonged_to_it(sales):
    key, windows = sales.pk, sales.windows.count()
    sales.delete()

    put_back(key, MONDAY_NOON)

    assert Department.objects.get(pk=key).slug == "sales"
    assert LanguageWindow.objects.filter(department=key).count() == windows


def test_contradiction_is_shown_and_nothing_is_half_done(sales):
    edit_window(sales, closes=time(15))
    Department.objects.filter(pk=sales.pk).update(slug="sold")
    Department.objects.create(slug="sales")

    with pytest.raises(CannotPutBack) as refusal:
        put_back(sales.pk, MONDAY_NOON)

    assert refusal.value.problems == [
        "Department “Sales”: Department with this Short name already exists."
    ]
    assert sales.windows.get(language="ja").closes == time(15)


def test_before_the_first_record_it_cannot_be_put_back(sales):
    with pytest.raises(NotRecorded):
        put_back(sales.pk, datetime(2026, 10, 31, tzinfo=UTC))


def test_department_that_was_not_there_then_cannot_be_put_back(sales):
    new = Department.objects.create(slug="new")

    with pytest.raises(NotThere):
        put_back(new.pk, MONDAY_NOON)


def test_it_is_recorded_as_one_edit_with_its_reason(sales):
    edit_window(sales, closes=time(15))
    factories.closed_on("2026-12-24", department=sales)
    put_back(sales.pk, MONDAY_NOON)

    keys = list(edit_keys(Department, sales.pk))
    edit = next(each for each in edits(Department, sales.pk, keys, "en") if each.reason)
    assert edit.reason == "put-back 2026-11-23T12:00:00+00:00"
    assert [(change.kind, change.model_name) for change in edit.changes] == [
        ("changed", "Language window"),
        ("deleted", "Special hours"),
    ]


def test_it_can_itself_be_taken_back(sales, clock):
    edit_window(sales, closes=time(15))
    clock.stop_at("2026-11-25T05:00:00+00:00")
    put_back(sales.pk, MONDAY_NOON)
    clock.stop_at("2026-11-26T05:00:00+00:00")
    put_back(sales.pk, datetime(2026, 11, 24, 12, tzinfo=UTC))

    assert sales.windows.get(language="ja").closes == time(15)
    assert history_of(Department).filter(id=sales.pk).count() == 3
    assert RECORDED_SINCE < MONDAY_NOON
