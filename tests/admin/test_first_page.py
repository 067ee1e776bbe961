"""The admin's first page: who is open now, what changes in a day, what needs attention."""

from __future__ import annotations

import html
import re
from datetime import date, time

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from support.models import (
    Channel,
    Department,
    LanguageWindow,
    SpecialHours,
    StaffProfile,
    UnscheduledLanguage,
)
from tests import factories
from tests.admin.form import read_form

pytestmark = pytest.mark.django_db

URL = reverse("admin:index")

MONDAY_IN_TOKYO = "2026-11-23T05:00:00+00:00"  # 14:00


@pytest.fixture(autouse=True)
def monday(clock):
    clock.stop_at(MONDAY_IN_TOKYO)


@pytest.fixture
def one_department(db):
    """Called Help, with a channel, Japanese hours and English without stated ones."""
    department = Department.objects.create(
        slug="help", **{f"name_{code}": "Help" for code in LANGUAGES}
    )
    factories.window(department, "MO,TU,WE,TH,FR 10:00-18:00 Asia/Tokyo", language="ja")
    UnscheduledLanguage.objects.create(department=department, language="en")
    channel = Channel.objects.create(
        slug="chat",
        kind="chat",
        address="https://chat.example.com/",
        **{f"name_{code}": "Chat" for code in LANGUAGES},
    )
    channel.departments.add(department)
    return department


LANGUAGES = ["ja", "en", "it", "pt", "fr", "de", "nl", "es", "sv", "da"]


@pytest.fixture
def in_tokyo(admin_user):
    StaffProfile.objects.create(user=admin_user, zone="Asia/Tokyo")


@pytest.fixture
def colleague(client, django_user_model):
    """Signs in with permissions, limited to departments if any are named."""

    def sign_in(*permissions, departments=()):
        user = django_user_model.objects.create_user("colleague", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
        StaffProfile.objects.create(user=user, zone="Asia/Tokyo").departments.set(departments)
        client.force_login(user)
        client.cookies["language"] = "en"
        return client

    return sign_in


def section(client, name):
    """What a section of the page says, without its markup."""
    page = client.get(URL).content.decode()
    inside = page.partition(f'aria-labelledby="{name}"')[2].partition("</section>")[0]
    text = re.sub(r"<[^>]+>", " ", inside.partition(">")[2])
    return " ".join(html.unescape(text).split())


def test_open_languages_are_shown_with_their_end_on_ones_own_clock(
    staff_client, one_department, in_tokyo
):
    text = section(staff_client, "open-now")

    assert "Japanese – special hours until 18:00" in text
    assert "English – special hours Availability varies." in text
    assert "Times are shown in Japan time." in staff_client.get(URL).content.decode()


def test_clock_is_utc_where_nobody_set_it(staff_client, one_department):
    assert "until 09:00" in section(staff_client, "open-now")
    assert "Times are shown in UTC." in staff_client.get(URL).content.decode()


def test_closed_languages_are_shown_with_their_opening(
    staff_client, one_department, in_tokyo, clock
):
    clock.stop_at("2026-11-27T10:00:00+00:00")

    assert "opens on Monday at 10:00" in section(staff_client, "open-now")


def test_hours_without_end_or_beginning_are_stated(staff_client, one_department, in_tokyo):
    LanguageWindow.objects.update(weekdays="MO,TU,WE,TH,FR,SA,SU", opens=time(0), closes=time(0))

    assert "24 hours" in section(staff_client, "open-now")


def test_department_without_hours_is_stated(staff_client):
    factories.department("press")

    assert "Press No hours have been entered yet." in section(staff_client, "open-now")


def test_special_hours_of_a_department_and_language_are_one_click_away(
    staff_client, one_department
):
    page = staff_client.get(URL).content.decode()
    query = f"department={one_department.pk}&amp;languages=ja&amp;zone=Asia%2FTokyo"
    address = f"/admin/support/specialhours/add/?{query}"
    assert f'href="{address}"' in page

    form = staff_client.get(html.unescape(address)).content.decode()
    assert f'<option value="{one_department.pk}" selected>' in form
    assert 'name="languages" value="ja" id="id_languages_1" checked' in form
    assert 'value="Japan (Asia/Tokyo)"' in form


def test_clock_is_not_filled_in_where_there_are_several(staff_client, one_department):
    factories.window(one_department, "SA 10:00-18:00 Europe/London", language="ja")

    assert "zone=" not in staff_client.get(URL).content.decode()


def test_clock_that_was_filled_in_is_no_obstacle_to_a_closed_day(staff_client, one_department):
    address = f"{reverse('admin:support_specialhours_add')}?zone=Asia%2FTokyo"
    form = read_form(staff_client.get(address))
    form |= {"effect": ["closed"], "first_day": ["2026-12-24"], "last_day": ["2026-12-24"]}

    staff_client.post(address, form)

    assert SpecialHours.objects.get().zone == ""


def test_first_twenty_departments_are_shown_and_the_others_counted(staff_client):
    Department.objects.bulk_create(
        Department(slug=f"team-{number}", name_en=f"Team {number}", position=number)
        for number in range(200)
    )

    text = section(staff_client, "open-now")

    assert "Team 19" in text
    assert "Team 20" not in text
    assert "and 180 more" in text


def test_coming_day_is_shown_in_order_of_time(staff_client, one_department, in_tokyo):
    factories.window(one_department, "MO,TU,WE,TH,FR 18:00-20:00 Asia/Tokyo", language="fr")

    assert section(staff_client, "coming-changes") == (
        "Changes in the next 24 hours 18:00 Help closes in Japanese Help opens in French 20:00 "
        "Help closes in French Tuesday, 10:00 Help opens in Japanese"
    )


def test_languages_that_change_together_are_shown_together(staff_client, one_department, in_tokyo):
    window = LanguageWindow.objects.get()
    window.pk, window.language = None, "fr"
    window.save()

    assert "18:00 Help closes in Japanese and French" in section(staff_client, "coming-changes")


def test_many_changes_at_one_moment_are_folded(staff_client, one_department, in_tokyo):
    for number in range(5):
        department = factories.department(f"team-{number}", name_en=f"Team {number}")
        window = LanguageWindow.objects.filter(department=one_department).get()
        window.pk, window.department = None, department
        window.save()

    assert "18:00 6 changes" in section(staff_client, "coming-changes")


def test_nothing_that_changes_is_stated(staff_client):
    assert section(staff_client, "coming-changes") == (
        "Changes in the next 24 hours Nothing opens or closes."
    )


def test_closures_and_special_hours_that_begin_are_shown(staff_client, one_department, in_tokyo):
    factories.closure(
        "2026-11-23T16:00",
        "2026-11-23T17:00",
        "Asia/Tokyo",
        department=one_department,
        reason_en="Maintenance",
    )
    factories.closed_on("2026-11-24")

    assert section(staff_client, "coming-changes") == (
        "Changes in the next 24 hours 16:00 Closure starts (Help): Mon 23 Nov 2026, 16:00–17:00 "
        "Asia/Tokyo · Maintenance Help closes in Japanese 17:00 Help opens in Japanese 18:00 Help "
        "closes in Japanese Tuesday, 00:00 Special hours start (All departments): 24 Nov 2026 · "
        "Closed all day"
    )


def test_what_is_farther_away_than_a_day_is_not_shown(staff_client, one_department, in_tokyo):
    factories.closed_on("2026-11-25")

    assert "Special hours begin" not in section(staff_client, "coming-changes")


def test_nothing_that_needs_attention_is_stated(staff_client, one_department):
    assert section(staff_client, "attention") == ("Needs attention Nothing needs your attention.")


def test_department_without_hours_or_channel_needs_attention(staff_client, one_department):
    Department.objects.create(slug="press", **{f"name_{code}": "Press" for code in LANGUAGES})

    assert section(staff_client, "attention") == (
        "Needs attention Departments with no hours (1) Press Departments with no channel (1) Press"
    )


def test_hours_that_end_in_a_fortnight_need_attention(staff_client, one_department):
    LanguageWindow.objects.update(valid_through=date(2026, 12, 7))

    assert "Help · Japanese: hours end on 7 Dec 2026" in section(staff_client, "attention")


def test_hours_that_end_later_do_not(staff_client, one_department):
    LanguageWindow.objects.update(valid_through=date(2026, 12, 8))

    assert "Nothing needs your attention." in section(staff_client, "attention")


def test_hours_with_others_after_them_do_not(staff_client, one_department):
    window = LanguageWindow.objects.get()
    LanguageWindow.objects.update(valid_through=date(2026, 12, 7))
    window.pk, window.valid_from = None, date(2026, 12, 8)
    window.save()

    assert "Nothing needs your attention." in section(staff_client, "attention")


def test_hours_that_are_over_need_attention(staff_client, one_department):
    LanguageWindow.objects.update(valid_through=date(2026, 11, 22))

    assert section(staff_client, "attention") == (
        "Needs attention Expired hours (1) Help · Japanese: Mon–Fri 10:00–18:00 Asia/Tokyo "
        "· until 22 November 2026"
    )


def test_special_hours_that_others_overrule_need_attention(staff_client, one_department):
    factories.closed_on("2026-12-23/2026-12-24", department=one_department)
    factories.closed_on("2026-12-24")

    assert section(staff_client, "attention") == (
        "Needs attention Special hours that have no effect (1) All departments · 24 Dec 2026 · "
        "Closed all day"
    )


def test_people_who_stay_open_on_a_day_that_is_closed_for_all_need_attention(
    staff_client, one_department
):
    factories.hours_on(
        "2026-12-01/2026-12-31", "11:00-19:00 Asia/Tokyo", department=one_department, language="ja"
    )
    entry = factories.closed_on("2026-12-24/2026-12-26")

    assert section(staff_client, "attention") == (
        "Needs attention Special hours that don’t apply to everyone (1) Thu 24 Dec – Sat 26 Dec · "
        "closed · All departments: Help in Japanese stays open on 24–26 Dec 2026, 11:00–19:00 "
        "(Japan time), because of other special hours: Tue 1 Dec – Thu 31 Dec · 11:00–19:00 "
        "(Japan time) · Help: Japanese"
    )
    assert (
        f"/admin/special-hours/close-too/?entry={entry.pk}"
        in staff_client.get(URL).content.decode()
    )


def test_special_hours_of_a_language_without_stated_hours_do_not(staff_client, one_department):
    factories.closed_on("2026-12-24", language="en")

    assert "Nothing needs your attention." in section(staff_client, "attention")


def test_clock_change_in_a_fortnight_needs_attention(staff_client, one_department, clock):
    LanguageWindow.objects.update(zone="Europe/London")
    clock.stop_at("2027-03-15T05:00:00+00:00")

    page = staff_client.get(URL).content.decode()

    assert "London, 28 Mar 2027: the clocks change from 01:00 to 02:00" in page
    assert "/admin/clock-changes/?zone=Europe%2FLondon" in page


def test_clock_change_that_touches_no_hours_does_not(staff_client, one_department, clock):
    clock.stop_at("2027-03-15T05:00:00+00:00")

    assert "Nothing needs your attention." in section(staff_client, "attention")


def test_missing_texts_need_attention(staff_client, one_department):
    one_department.summary_en = "Helps."
    one_department.save()

    text = section(staff_client, "attention")

    assert "Languages with missing texts (9)" in text
    assert "日本語: 1 missing text" in text


def test_copy_for_a_lost_database_that_is_not_there_needs_attention(
    staff_client, one_department, settings, tmp_path
):
    settings.LAST_GOOD_FILE = tmp_path / "file" / "last-good.json"
    (tmp_path / "file").touch()

    assert "The backup copy of the hours" in section(staff_client, "attention")


def test_first_five_of_a_kind_are_shown_and_the_rest_is_on_a_page_of_its_own(staff_client):
    Department.objects.bulk_create(
        Department(slug=f"team-{number}", name_en=f"Team {number}", position=number)
        for number in range(60)
    )

    assert "Departments with no hours (60)" in section(staff_client, "attention")
    assert "and 55 more" in section(staff_client, "attention")

    url = reverse("admin:attention", args=["no-hours"])
    assert "Team 49<" in staff_client.get(url).content.decode()
    assert "Team 59<" in staff_client.get(url, {"page": 2}).content.decode()


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999999999999"])
def test_page_that_does_not_exist_is_the_nearest_one(staff_client, page):
    url = reverse("admin:attention", args=["no-hours"])

    assert staff_client.get(url, {"page": page}).status_code == 200


def test_kind_that_does_not_exist_is_not_found(staff_client):
    assert staff_client.get("/admin/attention/nonsense/").status_code == 404


def test_viewer_sees_all_three_and_may_change_nothing(colleague, one_department):
    factories.department("press")
    LanguageWindow.objects.update(confirmed_until=date(2026, 10, 31))
    client = colleague("view_department")

    page = client.get(URL).content.decode()

    assert "until 18:00" in section(client, "open-now")
    assert "Departments with no hours (1) Press" in section(client, "attention")
    assert "/add/" not in page
    assert "close-now/" not in page
    assert "/confirm/" not in page
    assert 'href="/admin/support/department/' not in section_markup(page, "attention")


def section_markup(page, name):
    return page.partition(f'aria-labelledby="{name}"')[2].partition("</section>")[0]


def test_editor_of_some_departments_gets_links_for_those_only(colleague, one_department):
    press = factories.department("press")
    client = colleague(
        "view_department",
        "change_department",
        "add_specialhours",
        "add_closure",
        departments=[press],
    )

    page = client.get(URL).content.decode()

    assert f"specialhours/add/?department={press.pk}" in page
    assert f"specialhours/add/?department={one_department.pk}" not in page
    assert f"/department/{press.pk}/close-now/" in page
    assert f"/department/{one_department.pk}/close-now/" not in page


def test_staff_who_may_see_no_hours_get_the_menu_alone(colleague, one_department):
    page = colleague().get(URL).content.decode()

    assert 'class="desk-menu ' in page
    assert "Help" not in page


def test_number_of_queries_does_not_grow_with_departments(
    staff_client, one_department, django_assert_num_queries, in_tokyo
):
    LanguageWindow.objects.update(confirmed_until=date(2026, 10, 31))
    staff_client.get(URL)  # what is read once per process
    with django_assert_num_queries(QUERIES):
        staff_client.get(URL)
    for number in range(2):
        department = factories.department(f"team-{number}", name_en=f"Team {number}")
        window = LanguageWindow.objects.filter(department=one_department).get()
        window.pk, window.department = None, department
        window.save()
        factories.closed_on("2026-11-24", department=department)
    staff_client.get(URL)
    with django_assert_num_queries(QUERIES):
        staff_client.get(URL)


QUERIES = 28
