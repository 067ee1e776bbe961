"""Who changed what, when; and back to how it was."""

from __future__ import annotations

from datetime import time
from html import unescape

import pytest
from django.contrib.auth.models import Permission, User
from django.urls import reverse

from support.models import Channel, Closure, Department, StaffProfile
from support.models.history import history_of
from tests import factories
from tests.admin.form import add_row, read_form

pytestmark = pytest.mark.django_db

MONDAY_NOON = "2026-11-23T12:00:00+00:00"
TUESDAY = "2026-11-24T05:00:00+00:00"


def body(response):
    return " ".join(unescape(response.content.decode()).split())


@pytest.fixture
def tuesday(clock):
    clock.stop_at(TUESDAY)


@pytest.fixture
def history(staff_client, sales):
    def page(row=sales, **query):
        name = f"admin:support_{row._meta.model_name}_history"
        return staff_client.get(reverse(name, args=[row.pk]), query)

    return page


@pytest.fixture
def put_back(staff_client, sales):
    """The page that puts sales back: look at it, confirm it."""

    class PutBack:
        url = reverse("admin:put_back", args=["department", sales.pk])

        def look(self, at=MONDAY_NOON, **query):
            return staff_client.get(self.url, query or {"at": at})

        def confirm(self, page):
            form = read_form(page)
            return staff_client.post(self.url, {name: form[name] for name in ("at", "seen_edits")})

    return PutBack()


def close_at(desk, closes):
    form = desk.open()
    form["windows-1-hours"] = [f"10:00-{closes}"]
    assert desk.save(form).status_code == 302


def test_save_is_shown_with_who_when_and_each_field_in_words(desk, history, tuesday):
    form = desk.untouched()
    form["windows-1-hours"] = ["10:00-24:00"]
    form["windows-1-weekdays"] = ["MO", "TU"]
    form["windows-1-zone"] = ["Europe/Paris"]
    form["name_de"] = ["Verkauf"]
    desk.save(form)

    page = body(history())
    assert "24 November 2026, 05:00:00 (UTC)</time> · admin" in page
    assert "Closes</th> <td>18:00</td> <td>24:00</td>" in page
    assert "Weekdays</th> <td>Mon–Fri</td> <td>Mon and Tue</td>" in page
    assert "<td>Japan (Asia/Tokyo)</td> <td>France (Europe/Paris)</td>" in page
    assert 'Name · Deutsch</th> <td lang="de">Vertrieb</td> <td lang="de">Verkauf</td>' in page


def test_moments_are_on_the_clock_of_the_reader(desk, history, tuesday):
    admin = User.objects.get(username="admin")
    StaffProfile.objects.create(user=admin, zone="Asia/Tokyo")
    close_at(desk, "17:00")

    assert "24 November 2026, 14:00:00 (Japan time)" in body(history())


def test_one_save_of_many_rows_is_one_entry(desk, history, tuesday):
    form = desk.untouched()
    form["windows-1-hours"] = ["10:00-17:00"]
    form["windows-2-DELETE"] = ["on"]
    add_row(form, "unscheduled_languages", language="da")
    desk.save(form)

    page = body(history())
    assert page.count("24 November 2026") == 1
    assert "Language window: Japanese: Mon–Fri 10:00–17:00 Asia/Tokyo" in page
    assert "Deleted · Language window: " in page
    assert "Added · Language without set hours: Danish" in page


def test_special_hours_and_closures_of_the_department_are_shown_with_it(
    staff_client, sales, history, tuesday
):
    staff_client.post(reverse("admin:support_department_close_now", args=[sales.pk]))
    Closure.objects.get().delete()
    factories.closed_on("2026-12-24", department=Department.objects.get(slug="finance"))

    page = body(history())
    assert "Added · Closure: Tue 24 Nov 2026, 05:00–05:30 UTC" in page
    assert "Deleted · Closure: Tue 24 Nov 2026, 05:00–05:30 UTC" in page
    assert "Added · Special hours" not in page


def test_special_hours_that_are_given_to_another_department_are_shown_to_both(
    sales, history, tuesday
):
    finance = Department.objects.get(slug="finance")
    special = factories.closed_on("2026-12-24", department=sales)
    special.department = finance
    special.save()

    moved = "Department</th> <td>Sales</td> <td>Finance</td>"
    assert moved in body(history())
    assert moved in body(history(finance))


def test_departments_of_a_channel_are_shown_by_name(staff_client, sales, history, tuesday):
    channel = Channel.objects.get(slug="sales-form")
    url = reverse("admin:support_channel_change", args=[channel.pk])
    form = read_form(staff_client.get(url))
    form["departments"] = [str(sales.pk), str(Department.objects.get(slug="finance").pk)]
    assert staff_client.post(url, form).status_code == 302

    assert "Departments</th> <td>Sales</td> <td>Sales and Finance</td>" in body(history(channel))


def test_history_reads_in_the_language_of_the_reader(staff_client, desk, history, tuesday):
    close_at(desk, "17:00")
    staff_client.cookies["language"] = "ja"

    page = body(history())
    assert "2026年11月24日 5:00:00" in page
    assert "日本語：月～金" in page


def test_history_is_paged(sales, history, clock):
    for minute in range(25):
        clock.stop_at(f"2026-11-24T05:{minute:02}:00+00:00")
        sales.position = minute + 50
        sales.save()

    first, second = body(history()), body(history(page=2))
    assert first.count('class="module edit"') == 20
    assert "Page 1 of 2" in first
    assert second.count('class="module edit"') == 6


def test_number_of_queries_is_the_same_for_one_edit_and_for_many(
    sales, history, clock, django_assert_max_num_queries
):
    with django_assert_max_num_queries(24):
        history()
    for minute in range(15):
        clock.stop_at(f"2026-11-24T05:{minute:02}:00+00:00")
        sales.position = minute + 50
        sales.save()
        factories.closed_on(f"2026-12-{minute + 1:02}", department=sales)
    with django_assert_max_num_queries(24):
        history()


def test_deleted_department_still_has_its_history(staff_client, sales, history, tuesday):
    key = sales.pk
    sales.delete()

    page = body(staff_client.get(reverse("admin:support_department_history", args=[key])))
    assert "This was deleted." in page
    assert "Deleted · Department: Sales" in page


def test_list_leads_to_what_was_deleted_of_late(staff_client, sales, tuesday):
    key = sales.pk
    url = reverse("admin:support_department_changelist")
    assert "Recently deleted" not in body(staff_client.get(url))
    staff_client.post(reverse("admin:support_department_delete", args=[key]), {"post": "yes"})

    page = body(staff_client.get(url))
    assert (
        f'<a href="/admin/support/department/{key}/history/">Sales</a> · '
        "24 November 2026, 05:00:00 (UTC) · admin" in page
    )


@pytest.mark.parametrize("key", ["999999", "x", "9" * 40, "-1", "²"])
def test_history_of_what_never_was_leads_to_the_first_page(staff_client, sales, key):
    response = staff_client.get(f"/admin/support/department/{key}/history/")

    assert response.status_code in (302, 404)


def test_history_is_for_staff_who_may_see_the_row(client, sales):
    clerk = User.objects.create_user("clerk", is_staff=True)
    client.force_login(clerk)
    url = reverse("admin:support_department_history", args=[sales.pk])

    assert client.get(url).status_code == 403
    clerk.user_permissions.add(Permission.objects.get(codename="view_department"))
    page = client.get(url)
    assert page.status_code == 200
    assert "put-back" not in page.content.decode()


# Put back


def test_what_would_change_is_shown_first_and_nothing_is_written(desk, put_back, tuesday, sales):
    close_at(desk, "15:00")
    before = history_of(Department).count()

    page = body(put_back.look())

    assert "As it was on 23 November 2026, 12:00:00 (UTC)" in page
    assert "Closes</th> <td>15:00</td> <td>18:00</td>" in page
    assert "adds 60 hours" in page
    assert sales.windows.get(language="ja").closes == time(15)
    assert history_of(Department).count() == before


def test_confirmed_it_is_put_back_and_recorded(desk, put_back, history, tuesday, sales):
    close_at(desk, "15:00")

    response = put_back.confirm(put_back.look())

    assert response.status_code == 302
    assert sales.windows.get(language="ja").closes == time(18)
    assert "Restored to how it was on 23 November 2026, 12:00:00." in body(history())
    assert history_of(Department).filter(id=sales.pk).first().edited_by == "admin"


def test_form_that_was_open_meanwhile_is_warned(desk, put_back, tuesday):
    close_at(desk, "15:00")
    form = desk.untouched()
    put_back.confirm(put_back.look())

    assert "while you were editing" in body(desk.save(form))


def test_what_was_changed_after_the_look_is_looked_at_again(desk, put_back, tuesday, sales):
    close_at(desk, "15:00")
    page = put_back.look()
    close_at(desk, "14:00")

    assert put_back.confirm(page).status_code == 302
    assert sales.windows.get(language="ja").closes == time(14)


def test_every_entry_but_the_newest_offers_its_moment(desk, history, clock):
    clock.stop_at(TUESDAY)
    close_at(desk, "15:00")

    page = body(history())
    assert page.count("Restore this version") == 1
    assert "?at=2026-11-01T00%3A00%3A00%2B00%3A00" in page


def test_moment_is_chosen_by_date_time_and_zone(desk, put_back, tuesday):
    close_at(desk, "15:00")

    page = put_back.look(date="2026-11-23", time="21:00", zone="Japan (Asia/Tokyo)")
    assert "As it was on 23 November 2026, 12:00:00 (UTC)" in body(page)


def test_that_nothing_would_change_is_said(put_back, tuesday):
    page = body(put_back.look())

    assert "Nothing would change, because it is the same now as it was then." in page
    assert 'value="Put back"' not in page


def test_moment_before_the_first_record_is_shown(put_back, tuesday):
    page = body(put_back.look(at="2026-10-31T00:00:00+00:00"))

    assert (
        "There are no records that far back. The first is from 1 November 2026, 00:00:00 (UTC)."
        in page
    )


def test_contradiction_is_shown(put_back, sales, tuesday):
    Department.objects.filter(pk=sales.pk).update(slug="sold")
    Department.objects.create(slug="sales")

    page = body(put_back.look())
    assert "This version can’t be restored. Nothing was changed." in page
    assert "Department “Sales”: Department with this Short name already exists." in page


@pytest.mark.parametrize(
    "query",
    [
        {"at": "yesterday"},
        {"at": "2026-11-23T12:00:00"},
        {"date": "2026-02-30", "time": "12:00", "zone": "UTC"},
        {"date": "2026-11-23", "time": "12:00", "zone": "Nowhere"},
        {"date": "9999-12-31", "time": "12:00", "zone": "UTC"},
    ],
)
def test_moment_that_cannot_be_read_is_no_error_of_ours(put_back, query):
    page = put_back.look(**query)

    assert page.status_code == 200
    assert "As it was on" not in body(page)


def test_deleted_department_is_put_back_too(staff_client, put_back, sales, tuesday):
    key = sales.pk
    sales.delete()

    assert put_back.confirm(put_back.look()).status_code == 302
    assert Department.objects.get(pk=key).windows.count() == 7


def test_who_may_not_edit_the_department_may_not_put_it_back(client, sales, tuesday):
    editor = User.objects.create_user("editor", is_staff=True)
    editor.user_permissions.set(
        Permission.objects.filter(codename__in=["view_department", "change_department"])
    )
    profile = StaffProfile.objects.create(user=editor)
    profile.departments.set(Department.objects.filter(slug="finance"))
    client.force_login(editor)
    url = reverse("admin:put_back", args=["department", sales.pk])

    assert client.get(url, {"at": MONDAY_NOON}).status_code == 403
    assert client.post(url, {"at": MONDAY_NOON, "seen_edits": ""}).status_code == 403
    profile.departments.add(sales)
    assert client.get(url, {"at": MONDAY_NOON}).status_code == 200
