"""Departments are drafted, shown, hidden, renamed and copied at the desk."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from support.models import Channel, Department
from tests import factories
from tests.admin.form import read_form

pytestmark = pytest.mark.django_db

ADD = reverse("admin:support_department_add")


def text(response):
    return response.content.decode()


@pytest.fixture(autouse=True)
def monday(clock):
    clock.stop_at("2026-11-23T05:00:00+00:00")


@pytest.fixture
def hours_editor(initial_data):
    user = User.objects.create_user("editor", is_staff=True)
    user.groups.add(Group.objects.get(name="Hours editors"))
    client = Client()
    client.cookies["language"] = "en"
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client


def copy(client, department, name):
    url = reverse("admin:support_department_copy", args=[department.pk])
    return client.post(url, {"name": name}, follow=True)


def test_new_department_is_a_draft_until_staff_make_it_public(staff_client, client):
    form = read_form(staff_client.get(ADD)) | {"slug": ["press"], "name_en": ["Press"]}
    staff_client.post(ADD, form)

    press = Department.objects.get()
    assert press.visibility == "draft"
    assert client.get("/en/contact/press/").status_code == 404

    url = reverse("admin:support_department_change", args=[press.pk])
    staff_client.post(url, read_form(staff_client.get(url)) | {"visibility": ["public"]})
    assert client.get("/en/contact/press/").status_code == 200


def test_new_department_gets_a_short_name_and_stands_after_the_others(staff_client, sales):
    for name in ("name_ja", "name_en", "name_en"):
        value = {"name_ja": "見本市", "name_en": "Trade fair"}[name]
        staff_client.post(ADD, read_form(staff_client.get(ADD)) | {name: [value]})

    made = Department.objects.order_by("pk").values_list("slug", "position")[8:]
    assert list(made) == [("department", 9), ("trade-fair", 10), ("trade-fair-2", 11)]


def test_days_need_a_clock_an_order_and_a_year_that_can_be(staff_client, desk):
    form = desk.untouched() | {"public_from": ["2027-01-02"], "public_through": ["2027-01-01"]}
    assert "The last day can’t be before the first." in text(desk.save(form))
    form |= {"public_through": ["2027-01-03"]}
    assert "Choose the time zone in which these days begin and end." in text(desk.save(form))
    form |= {"public_through": ["9999-12-31"]}
    assert "Choose a year between 1900 and 2200." in text(desk.save(form))
    form |= {"public_through": ["2027-01-03"], "public_zone": ["Tokyo"]}
    assert desk.save(form).status_code == 302


def test_preview_says_what_hiding_does(desk, sales):
    form = desk.untouched() | {"visibility": ["hidden"], "_preview": ["Preview"]}

    page = text(desk.save(form))

    assert (
        "Sales is hidden: its page says it is no longer shown and links to the contact page, "
        "its calendars are empty, and the API leaves it out."
    ) in page
    sales.refresh_from_db()
    assert sales.visibility == "public"


def test_preview_says_from_when_until_when_it_is_public(desk):
    form = desk.untouched() | {
        "public_from": ["2027-01-01"],
        "public_through": ["2027-01-05"],
        "public_zone": ["Asia/Tokyo"],
        "_preview": ["Preview"],
    }

    assert (
        "Sales is public from Thu 31 Dec 2026, 15:00 (UTC) until Tue 5 Jan 2027, 15:00 (UTC)."
    ) in text(desk.save(form))


def test_preview_of_another_short_name_says_what_is_linked(desk):
    page = text(desk.save(desk.untouched() | {"slug": ["trade"], "_preview": ["Preview"]}))

    assert (
        "Links to “sales” will keep working and lead to “trade”: the page, the calendars, the "
        "badges and the API."
    ) in page
    assert "/en/contact/sales/, /en/contact/sales/en.ics, /badge/en/sales/en.svg" in page


def test_preview_without_a_change_says_nothing_of_it(desk):
    page = text(desk.save(desk.untouched() | {"_preview": ["Preview"]}))

    assert "Sales is public" not in page
    assert "will keep working" not in page


def test_short_name_that_another_department_had_is_refused(desk, sales, staff_client):
    desk.save(desk.untouched() | {"slug": ["trade"]})
    finance = Department.objects.get(slug="finance")
    url = reverse("admin:support_department_change", args=[finance.pk])

    answer = staff_client.post(url, read_form(staff_client.get(url)) | {"slug": ["sales"]})

    assert "“sales” was the short name of Sales, and links lead there by it." in text(answer)


def test_editor_of_hours_may_neither_rename_nor_hide(hours_editor, sales):
    url = reverse("admin:support_department_change", args=[sales.pk])
    form = read_form(hours_editor.get(url))
    assert "slug" not in form
    assert "visibility" not in form

    forged = form | {"slug": ["trade"], "visibility": ["hidden"], "note_en": ["New"]}
    assert hours_editor.post(url, forged).status_code == 302

    sales.refresh_from_db()
    assert (sales.slug, sales.visibility, sales.note_en) == ("sales", "public", "New")


def test_editor_of_hours_may_not_put_back_another_short_name(hours_editor, sales, clock):
    clock.stop_at("2026-11-23T06:00:00+00:00")
    sales.slug = "trade"
    sales.save()
    url = reverse("admin:put_back", args=["department", sales.pk])

    answer = hours_editor.get(f"{url}?at=2026-11-23T05:30:00Z")

    assert answer.status_code == 403


def test_putting_back_a_short_name_keeps_both(staff_client, sales, clock, client):
    clock.stop_at("2026-11-23T06:00:00+00:00")
    sales.slug = "trade"
    sales.save()
    url = f"{reverse('admin:put_back', args=['department', sales.pk])}?at=2026-11-23T05:30:00Z"

    staff_client.post(url, read_form(staff_client.get(url)))

    assert client.get("/en/contact/sales/").status_code == 200
    assert client.get("/en/contact/trade/").headers["Location"] == "/en/contact/sales/"


def test_copy_has_everything_and_is_a_draft(staff_client, sales, client):
    factories.closed_on("2026-12-24", department=sales)
    factories.closure("2026-12-28T09:00", None, department=sales)

    answer = copy(staff_client, sales, "Trade fair")

    made = Department.objects.get(slug="trade-fair")
    assert (
        "Trade fair has been created as a copy of Sales. It is a draft, so only staff can see it."
    ) in text(answer)
    assert (made.name_en, made.name_de, made.visibility) == ("Trade fair", "", "draft")
    assert made.summary_ja == sales.summary_ja
    assert list(map(str, made.windows.all())) == list(map(str, sales.windows.all()))
    assert made.specialhours_set.count() == 1
    assert made.closure_set.count() == 1
    assert made.questions.count() == sales.questions.count() == 1
    assert list(made.channels.all()) == list(sales.channels.all())
    assert client.get("/en/contact/trade-fair/").status_code == 404
    assert client.get("/en/contact/sales/").status_code == 200


def test_copy_gets_a_short_name_that_nobody_has_or_had(staff_client, sales):
    sales.slug = "trade"
    sales.save()

    copy(staff_client, sales, "Sales")
    copy(staff_client, sales, "Trade")
    copy(staff_client, sales, "見本市")

    assert list(Department.objects.filter(visibility="draft").values_list("slug", flat=True)) == [
        "sales-2",
        "trade-2",
        "trade-copy",
    ]


def test_name_of_a_copy_that_cannot_be_is_not_lost(staff_client, sales):
    name = "x" * 101

    answer = copy(staff_client, sales, name)

    assert "Ensure this value has at most 100 characters (it has 101)." in text(answer)
    assert f'value="{name}"' in text(answer)
    assert Department.objects.filter(visibility="draft").count() == 0


def test_copy_without_a_name_is_refused(staff_client, sales):
    assert "Enter a name in at least one language." in text(copy(staff_client, sales, " "))


def test_form_of_a_channel_that_a_copy_joined_is_not_saved_over_it(staff_client, sales):
    channel = Channel.objects.filter(departments=sales).first()
    version = channel.edit_version

    copy(staff_client, sales, "Trade fair")

    channel.refresh_from_db()
    assert channel.edit_version == version + 1


def test_editor_of_hours_may_not_copy(hours_editor, sales):
    url = reverse("admin:support_department_copy", args=[sales.pk])

    assert hours_editor.post(url, {"name": "Trade fair"}).status_code == 403
    page = text(hours_editor.get(reverse("admin:support_department_change", args=[sales.pk])))
    assert "Name of the copy" not in page


def test_department_is_closed_until_further_notice_with_one_button(staff_client, sales, client):
    url = reverse("admin:support_department_close_now", args=[sales.pk])

    answer = staff_client.post(url, {"until_further_notice": ""}, follow=True)

    assert "from Mon 23 Nov 2026, 05:00 UTC until further notice" in text(answer)
    assert sales.closure_set.get().ends_on is None
    assert client.get("/en/contact/sales/").status_code == 200


def test_list_tells_who_sees_each_department(staff_client):
    factories.department("one", visibility="draft")
    factories.department("two", visibility="hidden")
    factories.department("three")
    days = {"public_zone": "UTC", "public_from": "2026-12-01", "public_through": "2026-12-02"}
    factories.department("four", **days)
    past = {"public_zone": "UTC", "public_through": "2026-11-01"}
    factories.department("five", **past)

    page = text(staff_client.get(reverse("admin:support_department_changelist")))

    assert '<td class="field-shown">Draft</td>' in page
    assert '<td class="field-shown">Hidden</td>' in page
    assert '<td class="field-shown">Public</td>' in page
    assert '<td class="field-shown">Not yet public</td>' in page
    assert '<td class="field-shown">No longer public</td>' in page


def test_short_name_that_comes_back_leads_from_the_other_and_both_are_taken(
    desk, staff_client, client
):
    desk.save(desk.open() | {"slug": ["trade"]})
    desk.save(desk.open() | {"slug": ["sales"]})
    url = reverse("admin:support_department_add")
    form = read_form(staff_client.get(url)) | {"name_en": ["Trade"]}

    again = text(staff_client.post(url, form | {"slug": ["trade"]}))
    same = text(staff_client.post(url, form | {"slug": ["sales"]}))

    assert client.get("/en/contact/trade/").headers["Location"] == "/en/contact/sales/"
    assert "“trade” was the short name of Sales" in again
    assert "Department with this Short name already exists." in same


def test_short_name_of_a_draft_that_was_public_is_remembered(desk, sales, client):
    desk.save(desk.open() | {"visibility": ["draft"]})
    desk.save(desk.open() | {"slug": ["trade"]})
    desk.save(desk.open() | {"visibility": ["public"]})

    assert client.get("/en/contact/sales/").headers["Location"] == "/en/contact/trade/"
