"""A row, with what belongs to it, back to how it was."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from support.directory import NotRecorded
from support.history.edits import edit_keys, edits
from support.history.put_back import CannotPutBack, NotThere, put_back
from support.history.related_rows import records_about
from support.models import (
    Channel,
    Closure,
    Department,
    HolidayConfirmation,
    LanguageWindow,
    Organization,
    Product,
    SpecialHours,
    StaffProfile,
    UILocale,
    UnscheduledLanguage,
)
from support.models.history import history_of
from tests import factories
from tests.database import RECORDED_SINCE

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

    put_back(Department, sales.pk, MONDAY_NOON)

    sales.refresh_from_db()
    assert sales.note_en in ("", None)
    assert sales.windows.get(language="ja").closes == time(18)


def test_what_was_deleted_is_there_again_under_its_key(sales):
    row = sales.windows.get(language="ja")
    key = row.pk
    row.delete()

    put_back(Department, sales.pk, MONDAY_NOON)

    assert sales.windows.get(pk=key).language == "ja"


def test_what_came_since_is_gone(sales):
    UnscheduledLanguage.objects.create(department=sales, language="da")
    factories.closed_on("2026-12-24", department=sales)
    factories.closure("2026-12-01T09:00", "2026-12-01T10:00", department=sales)

    put_back(Department, sales.pk, MONDAY_NOON)

    assert not sales.unscheduled_languages.exists()
    assert not SpecialHours.objects.exists()
    assert not Closure.objects.exists()


def test_exceptions_of_all_departments_and_of_others_stay(sales):
    factories.closed_on("2026-12-24")
    factories.closed_on("2026-12-24", department=Department.objects.get(slug="finance"))

    put_back(Department, sales.pk, MONDAY_NOON)

    assert SpecialHours.objects.count() == 2


def test_special_hours_that_were_given_away_are_copied_and_not_taken_back(sales, clock):
    clock.stop_at("2026-11-23T11:00:00+00:00")
    row = factories.closed_on("2026-12-24", department=sales, reason_en="Party")
    clock.stop_at("2026-11-24T05:00:00+00:00")
    row.department = Department.objects.get(slug="finance")
    row.save()

    put_back(Department, sales.pk, MONDAY_NOON)

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

    put_back(Department, sales.pk, MONDAY_NOON)

    assert sales.windows.get(pk=japanese.pk).language == "ja"
    assert sales.windows.get(pk=english.pk).language == "en"


def test_edit_version_is_one_that_no_open_form_has_seen(sales):
    version = sales.edit_version
    put_back(Department, sales.pk, MONDAY_NOON)

    sales.refresh_from_db()
    assert sales.edit_version == version + 1


def test_special_hours_that_come_back_have_a_version_of_their_own(sales, clock):
    clock.stop_at("2026-11-23T11:00:00+00:00")
    row = factories.closed_on("2026-12-24", department=sales)
    clock.stop_at("2026-11-24T05:00:00+00:00")
    row.edit_version = 4
    row.save()
    row.delete()

    put_back(Department, sales.pk, MONDAY_NOON)

    assert SpecialHours.objects.get().edit_version == 5


def test_deleted_department_comes_back_with_all_that_belonged_to_it(sales):
    key, windows = sales.pk, sales.windows.count()
    sales.delete()

    put_back(Department, key, MONDAY_NOON)

    assert Department.objects.get(pk=key).slug == "sales"
    assert LanguageWindow.objects.filter(department=key).count() == windows


def test_contradiction_is_shown_and_nothing_is_half_done(sales):
    edit_window(sales, closes=time(15))
    Department.objects.filter(pk=sales.pk).update(slug="sold")
    Department.objects.create(slug="sales")

    with pytest.raises(CannotPutBack) as refusal:
        put_back(Department, sales.pk, MONDAY_NOON)

    assert refusal.value.problems == [
        "Department “Sales”: Department with this Short name already exists."
    ]
    assert sales.windows.get(language="ja").closes == time(15)


def test_before_the_first_record_it_cannot_be_put_back(sales):
    with pytest.raises(NotRecorded):
        put_back(Department, sales.pk, datetime(2026, 10, 31, tzinfo=UTC))


def test_department_that_was_not_there_then_cannot_be_put_back(sales):
    new = Department.objects.create(slug="new")

    with pytest.raises(NotThere):
        put_back(Department, new.pk, MONDAY_NOON)


def test_it_is_recorded_as_one_edit_with_its_reason(sales):
    edit_window(sales, closes=time(15))
    factories.closed_on("2026-12-24", department=sales)
    put_back(Department, sales.pk, MONDAY_NOON)

    keys = list(edit_keys(records_about(Department, sales.pk)))
    edit = next(
        each for each in edits(records_about(Department, sales.pk), keys, "en") if each.reason
    )
    assert edit.reason == "put-back 2026-11-23T12:00:00+00:00"
    assert [(change.kind, change.model_name) for change in edit.changes] == [
        ("changed", "Language window"),
        ("deleted", "Special hours"),
    ]


def test_it_can_itself_be_taken_back(sales, clock):
    edit_window(sales, closes=time(15))
    clock.stop_at("2026-11-25T05:00:00+00:00")
    put_back(Department, sales.pk, MONDAY_NOON)
    clock.stop_at("2026-11-26T05:00:00+00:00")
    put_back(Department, sales.pk, datetime(2026, 11, 24, 12, tzinfo=UTC))

    assert sales.windows.get(language="ja").closes == time(15)
    assert history_of(Department).filter(id=sales.pk).count() == 3
    assert RECORDED_SINCE < MONDAY_NOON


def test_what_pointed_at_a_deleted_department_does_so_again(sales, admin_user, clock):
    clock.stop_at("2026-11-23T11:00:00+00:00")
    chat = sales.channels.order_by("pk").first()
    version = chat.edit_version
    profile = StaffProfile.objects.create(user=admin_user, limited=True)
    profile.departments.add(sales)
    clock.stop_at("2026-11-24T05:00:00+00:00")
    key = sales.pk
    sales.delete()

    put_back(Department, key, MONDAY_NOON)

    chat.refresh_from_db()
    assert chat.departments.filter(pk=key).exists()
    assert chat.edit_version == version + 1
    assert profile.departments.filter(pk=key).exists()


def test_channels_of_a_department_that_is_there_are_their_own(sales):
    channels = [channel.pk for channel in sales.channels.all()]
    chat = sales.channels.order_by("pk").first()
    chat.departments.remove(sales)

    put_back(Department, sales.pk, MONDAY_NOON)

    assert [channel.pk for channel in sales.channels.all()] == [
        pk for pk in channels if pk != chat.pk
    ]


def test_confirmed_holidays_come_back_with_their_department(sales, clock):
    clock.stop_at("2026-11-23T11:00:00+00:00")
    HolidayConfirmation.objects.create(department=sales, calendar="JP", day="2027-01-11")
    clock.stop_at("2026-11-24T05:00:00+00:00")
    key = sales.pk
    sales.delete()

    put_back(Department, key, MONDAY_NOON)

    row = HolidayConfirmation.objects.get()
    assert (row.department_id, str(row)) == (key, "11 January 2027 · Japan")


def test_entry_for_all_departments_is_put_back(initial_data, clock):
    clock.stop_at("2026-11-23T11:00:00+00:00")
    row = factories.closed_on("2026-12-24", reason_en="Party")
    key = row.pk
    clock.stop_at("2026-11-24T05:00:00+00:00")
    row.delete()

    put_back(SpecialHours, key, MONDAY_NOON)

    back = SpecialHours.objects.get(pk=key)
    assert (back.department, back.reason_en, back.edit_version) == (None, "Party", 1)


def test_channel_is_put_back_with_its_departments(initial_data, clock):
    clock.stop_at("2026-11-24T05:00:00+00:00")
    chat = Channel.objects.order_by("pk").first()
    departments = list(chat.departments.values_list("slug", flat=True))
    key, address = chat.pk, chat.address
    chat.address = "https://example.com/"
    chat.save()
    chat.departments.clear()

    put_back(Channel, key, MONDAY_NOON)

    chat.refresh_from_db()
    assert chat.address == address
    assert list(chat.departments.values_list("slug", flat=True)) == departments


def test_deleted_product_comes_back_with_its_interface_languages(initial_data, clock):
    clock.stop_at("2026-11-24T05:00:00+00:00")
    product = Product.objects.get(slug="affiliate-dashboard")
    key, locales = product.pk, [row.locale for row in product.ui_locales.all()]
    product.delete()

    put_back(Product, key, MONDAY_NOON)

    assert [row.locale for row in Product.objects.get(pk=key).ui_locales.all()] == locales


def test_interface_languages_that_changed_places_change_back(initial_data, clock):
    clock.stop_at("2026-11-24T05:00:00+00:00")
    product = Product.objects.order_by("pk").first()
    one, other = product.ui_locales.order_by("pk")[:2]
    first, second = one.locale, other.locale
    UILocale.objects.filter(pk=one.pk).update(locale="zz")
    other.locale, one.locale = first, second
    other.save()
    one.save()

    put_back(Product, product.pk, MONDAY_NOON)

    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.locale, other.locale) == (first, second)


def test_organisation_is_put_back(initial_data, clock):
    clock.stop_at("2026-11-24T05:00:00+00:00")
    row = Organization.objects.get()
    name, row.name = row.name, "Somebody else"
    row.save()

    put_back(Organization, row.pk, MONDAY_NOON)

    row.refresh_from_db()
    assert row.name == name
