"""The clocks in use, and what their next changes do to a window."""

from __future__ import annotations

import re
from datetime import date, time

import pytest
from django.urls import reverse

from support.models import LanguageWindow, StaffProfile
from tests import factories

pytestmark = pytest.mark.django_db

CLOCKS = reverse("admin:clock_changes")


@pytest.fixture(autouse=True)
def november(clock):
    clock.stop_at("2026-11-23T05:00:00+00:00")


@pytest.fixture
def window(db):
    department = factories.department("help")
    return factories.window(
        department, "MO,TU,WE,TH,FR,SA,SU 17:00-24:00 Asia/Tokyo", language="ja"
    )


def words(response):
    inside = response.content.decode().partition('id="content-main"')[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", inside.partition(">")[2]).split())


def page_of(client, window):
    return words(client.get(reverse("admin:clock_changes_of_window", args=[window.pk])))


def test_table_shows_what_each_clock_shows(staff_client, window):
    text = page_of(staff_client, window)

    assert "London, 28 Mar 2027: the clocks change from 01:00 to 02:00" in text
    assert "Day Tokyo London New York São Paulo UTC Length" in text
    assert (
        "Sun 28 Mar 17:00–24:00 09:00–16:00 04:00–11:00 05:00–12:00 08:00–15:00 7 hours"
    ) in text
    assert "No clock change in the next 12 months: Tokyo, São Paulo and UTC." in text


def test_what_has_moved_is_marked(staff_client, window):
    page = staff_client.get(reverse("admin:clock_changes_of_window", args=[window.pk]))

    assert "<mark>09:00–16:00</mark>" in page.content.decode()
    assert "<mark>17:00–24:00</mark>" not in page.content.decode()


def test_another_day_is_named(staff_client, window):
    LanguageWindow.objects.update(opens=time(7), closes=time(15))

    text = page_of(staff_client, window)

    assert "Sat 22:00, day before – Sun 06:00" in text


def test_own_clock_and_those_of_the_departments_other_windows_are_shown(
    staff_client, window, admin_user
):
    StaffProfile.objects.create(user=admin_user, zone="Asia/Singapore")
    factories.window(window.department, "MO 09:00-17:00 Australia/Sydney")

    text = page_of(staff_client, window)

    assert "Day Tokyo London New York São Paulo Singapore Sydney Length" in text


def test_hours_in_the_repeated_hour_show_their_real_length(staff_client, window, clock):
    clock.stop_at("2027-10-01T05:00:00+00:00")
    LanguageWindow.objects.update(opens=time(0, 30), closes=time(1, 30), zone="Europe/London")

    assert "2 hours instead of 1 hour" in page_of(staff_client, window)


def test_hours_round_the_clock_are_touched_by_nothing(staff_client, window):
    LanguageWindow.objects.update(opens=time(0), closes=time(0))

    assert "clock changes don’t affect them" in page_of(staff_client, window)


def test_hours_that_are_over_begin_on_no_day(staff_client, window):
    LanguageWindow.objects.update(valid_through=date(2026, 12, 1))

    assert "These hours don’t start on any day around this change." in page_of(staff_client, window)


def test_exceptions_count(staff_client, window):
    factories.closed_on("2027-03-28")

    assert "Sun 28 Mar" not in page_of(staff_client, window)


def test_clocks_in_use_are_listed_with_their_next_changes(staff_client, window):
    text = words(staff_client.get(CLOCKS))

    assert "Tokyo 1 There is no clock change in this time zone in the next 12 months." in text


def test_windows_of_a_clock_lead_to_their_page_of(staff_client, window):
    page = staff_client.get(CLOCKS, {"zone": "Asia/Tokyo"}).content.decode()

    assert f'href="/admin/clock-changes/{window.pk}/"' in page


@pytest.mark.parametrize("zone", ["Nowhere", "../etc", "\x00", "Asia/Tokyo,UTC"])
def test_clock_that_does_not_exist_shows_all_clocks(staff_client, window, zone):
    response = staff_client.get(CLOCKS, {"zone": zone})

    assert response.status_code == 200
    assert "Tokyo 1" in words(response)


def test_window_that_does_not_exist_is_not_found(staff_client):
    assert staff_client.get("/admin/clock-changes/999999/").status_code == 404


def test_departments_page_links_to_the_clock_changes_and_computes_none(staff_client, window):
    url = reverse("admin:support_department_change", args=[window.department_id])

    page = staff_client.get(url).content.decode()

    assert f'href="/admin/clock-changes/{window.pk}/"' in page


def test_number_of_queries_does_not_grow_with_windows(
    staff_client, window, django_assert_num_queries
):
    url = reverse("admin:clock_changes_of_window", args=[window.pk])
    with django_assert_num_queries(QUERIES):
        staff_client.get(url)
    for zone in ("Europe/London", "Europe/Paris"):
        window.pk, window.zone = None, zone
        window.save()
    with django_assert_num_queries(QUERIES):
        staff_client.get(url)


QUERIES = 9
