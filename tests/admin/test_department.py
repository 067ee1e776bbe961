from __future__ import annotations

import re
from datetime import time

import pytest
from django.urls import reverse
from django.utils.html import escape

from support.models import LanguageWindow
from support.schedule import parse_weekdays
from tests.admin.form import add_row, read_form

pytestmark = pytest.mark.django_db

DANISH = {
    "language": "da",
    "zone": "Europe/Copenhagen",
    "weekdays": ["MO", "TU"],
    "opens": "9:00",
    "closes": "24:00",
}


def body(response):
    return response.content.decode()


def test_hour_that_is_changed_is_on_the_page_with_the_next_request(client, desk, sales):
    form = desk.untouched()
    form["windows-1-hours"] = ["10:00-17:30"]

    assert desk.save(form).status_code == 302
    assert sales.windows.get(language="ja").closes == time(17, 30)
    assert "10:00～17:30" in body(client.get("/ja/contact/"))


def test_saving_without_a_change_changes_nothing(desk, sales):
    before = [str(row) for row in sales.windows.all()]

    assert desk.save(desk.open()).status_code == 302
    assert [str(row) for row in sales.windows.all()] == before


def test_window_is_added_by_names_and_ticks(desk, sales):
    form = desk.untouched()
    add_row(form, "windows", **DANISH)

    assert desk.save(form).status_code == 302
    added = sales.windows.get(language="da")
    assert (added.weekdays, added.opens, added.closes, added.zone) == (
        parse_weekdays("MO,TU"),
        time(9),
        time(0),
        "Europe/Copenhagen",
    )


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ({"language": "Danish (da)"}, ("da", "Europe/Copenhagen")),
        ({"language": "danish"}, ("da", "Europe/Copenhagen")),
        ({"language": "DA"}, ("da", "Europe/Copenhagen")),
        ({"zone": "Japan (Asia/Tokyo)"}, ("da", "Asia/Tokyo")),
        ({"zone": "japan time"}, ("da", "Asia/Tokyo")),
        ({"zone": "asia/tokyo"}, ("da", "Asia/Tokyo")),
        ({"zone": "USA – New York (America/New_York)"}, ("da", "America/New_York")),
    ],
)
def test_language_and_zone_are_found_by_name_or_tag(desk, sales, typed, stored):
    form = desk.untouched()
    add_row(form, "windows", **DANISH | typed)

    assert desk.save(form).status_code == 302
    added = sales.windows.latest("pk")
    assert (added.language, added.zone) == stored


def test_window_is_removed(desk, sales):
    form = desk.untouched()
    form["windows-1-DELETE"] = ["on"]

    assert desk.save(form).status_code == 302
    assert not sales.windows.filter(language="ja").exists()


def test_two_windows_may_change_places_in_one_save(desk, sales):
    form = desk.untouched()
    add_row(form, "windows", **DANISH | {"closes": "12:00", "label_en": "Early"})
    add_row(form, "windows", **DANISH | {"opens": "12:00", "closes": "15:00"})
    desk.save(form)

    form = desk.open()
    form["windows-7-hours"], form["windows-8-hours"] = ["12:00-15:00"], ["9:00-12:00"]

    assert desk.save(form).status_code == 302


def test_forty_windows_are_saved_in_one_go(desk, sales):
    form = desk.untouched()
    for minute in range(40):
        add_row(
            form,
            "windows",
            **DANISH | {"opens": f"09:{minute:02}", "closes": f"09:{minute + 1:02}"},
        )

    assert desk.save(form).status_code == 302
    assert sales.windows.filter(language="da").count() == 40


MISTAKES = [
    ({"language": "Klingonese"}, "“Klingonese” isn’t a language tag."),
    ({"language": ""}, "Choose a language."),
    ({"zone": "Atlantis"}, "“Atlantis” isn’t a time zone."),
    ({"opens": "25:00"}, "“25:00” isn’t a time of day."),
    ({"opens": "24:00"}, "Hours can’t open at 24:00. The day starts at 00:00."),
    ({"closes": "nine"}, "“nine” isn’t a time of day."),
    (
        {"valid_from": "2026-12-02", "valid_through": "2026-12-01"},
        "The last valid day can’t be before the first.",
    ),
    ({"valid_from": "soon"}, "“soon” isn’t a date we recognise"),
    (
        {"language": "ja", "zone": "Asia/Tokyo"},
        "These hours overlap with Mon–Fri 10:00–18:00 Asia/Tokyo.",
    ),
]


def test_mistakes_are_shown_beside_their_fields_and_what_was_typed_is_kept(desk, sales):
    form = desk.untouched()
    form["note_en"] = ["My careful <words>"]
    for typed, _message in MISTAKES:
        add_row(form, "windows", **DANISH | typed)

    response = desk.save(form)

    assert response.status_code == 200
    assert [message for _typed, message in MISTAKES if escape(message) not in body(response)] == []
    kept = ("Klingonese", "Atlantis", "25:00", "24:00", "9:00–nine", "2026-12-01", "soon")
    assert [typed for typed in kept if f'value="{typed}' not in body(response)] == []
    assert escape("My careful <words>") in body(response)
    assert sales.windows.count() == 7


def test_mistakes_in_windows_that_are_there_are_all_shown_and_change_nothing(desk, sales):
    before = [str(row) for row in sales.windows.all()]
    wrong = {
        "windows-0-language": ["Klingonese"],
        "windows-0-valid_from": ["soon"],
        "windows-1-language": [""],
        "windows-1-hours": ["9:00"],
        "windows-2-zone": ["Atlantis"],
        "windows-3-zone": [""],
        "windows-4-weekdays": [],
        "windows-5-hours": ["25:00-26:00"],
        "windows-6-hours": [""],
    }

    response = desk.save(desk.untouched() | wrong)

    assert response.status_code == 200
    assert re.findall('<ul class="errorlist *" id="([^"]*)"', body(response)) == [
        "id_windows-0-language_error",
        "id_windows-0-valid_from_error",
        "id_windows-1-language_error",
        "windows-1-hours-error",
        "id_windows-2-zone_error",
        "id_windows-3-zone_error",
        "id_windows-4-weekdays_error",
        "windows-5-hours-error",
        "windows-6-hours-error",
    ]
    assert [str(row) for row in sales.windows.all()] == before


@pytest.mark.parametrize(
    ("ticked", "message"),
    [([], "Tick at least one weekday."), (["XX"], "XX is not one of the available choices.")],
)
def test_weekdays_that_are_none_are_refused(desk, sales, ticked, message):
    form = desk.untouched()
    add_row(form, "windows", **DANISH | {"weekdays": ticked})

    assert message in body(desk.save(form))
    assert sales.windows.count() == 7


def test_new_windows_that_overlap_each_other_are_both_shown(desk, sales):
    form = desk.untouched()
    add_row(form, "windows", **DANISH)
    add_row(form, "windows", **DANISH | {"opens": "10:00", "closes": "11:00"})

    response = desk.save(form)

    assert body(response).count("These hours overlap") == 2
    assert not sales.windows.filter(language="da").exists()


def test_mistake_is_shown_in_the_language_of_the_staff_member(staff_client, desk):
    form = desk.untouched()
    form["windows-1-hours"] = ["10:00-26:00"]
    staff_client.cookies["language"] = "ja"

    response = desk.save(form)

    assert "“26:00” isn’t a time of day" not in body(response)
    assert "26:00" in body(response)


def test_list_shows_at_a_glance_who_is_open(staff_client, initial_data, clock):
    clock.stop_at("2026-11-23T05:00:00+00:00")

    page = body(staff_client.get(reverse("admin:support_department_changelist")))

    assert '<span class="state state-open">English and Japanese</span>' in page
    assert '<span class="state state-unscheduled">No set hours</span>' in page


def test_list_names_no_language_where_all_are_closed(staff_client, initial_data, clock):
    clock.stop_at("2026-11-23T23:30:00+00:00")

    page = body(staff_client.get(reverse("admin:support_department_changelist")))

    assert page.count('<td class="field-open_now">–</td>') == 4
    assert 'class="state state-closed"' not in page


def test_page_asks_the_same_number_of_queries_for_more_windows(
    desk, sales, django_assert_num_queries
):
    desk.open()
    with django_assert_num_queries(16):
        desk.open()
    form = desk.open()
    add_row(form, "windows", **DANISH)
    desk.save(form)

    with django_assert_num_queries(16):
        desk.open()


def test_list_asks_the_same_number_of_queries_for_more_departments(
    staff_client, initial_data, django_assert_max_num_queries
):
    url = reverse("admin:support_department_changelist")

    with django_assert_max_num_queries(16):
        staff_client.get(url)


def test_window_shows_its_current_state(staff_client, desk, clock):
    clock.stop_at("2026-11-23T05:00:00+00:00")

    page = body(staff_client.get(desk.url))

    assert "Open</span></span> · until 18:00 (Japan time)" in page


def test_department_without_any_language_can_be_added(staff_client, initial_data):
    url = reverse("admin:support_department_add")
    form = read_form(staff_client.get(url)) | {"slug": ["new"], "name_en": ["New"]}

    assert staff_client.post(url, form).status_code == 302
    assert LanguageWindow.objects.filter(department__slug="new").count() == 0


def test_department_without_a_name_is_refused(staff_client, initial_data):
    url = reverse("admin:support_department_add")
    form = read_form(staff_client.get(url)) | {"slug": ["new"]}

    response = staff_client.post(url, form)

    assert response.status_code == 200
    assert "Enter a name in at least one language." in body(response)


@pytest.mark.parametrize(
    ("kind", "other"),
    [
        ("department", {}),
        ("channel", {"kind": ["chat"]}),
        ("product", {}),
    ],
)
def test_name_in_one_language_is_enough_whichever_it_is(staff_client, kind, other):
    url = reverse(f"admin:support_{kind}_add")
    form = read_form(staff_client.get(url)) | {"slug": ["new"], "name_fr": ["Vente"]} | other

    assert staff_client.post(url, form).status_code == 302


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("England", "GB-ENG"), ("Berlin", "DE-BE"), ("Texas", "US-TX"), ("UK", "GB")],
)
def test_calendar_is_found_by_a_part_of_its_name(desk, sales, typed, stored):
    desk.save(desk.untouched() | {"windows-0-holidays": [typed]})

    assert sales.windows.order_by("pk").first().holidays == stored


def test_calendars_are_offered_where_several_match(desk):
    page = body(desk.save(desk.untouched() | {"windows-0-holidays": ["Virgin"]}))

    assert "“Virgin” could mean" in page
    assert "British Virgin Islands (VG)" in page


def test_page_of_a_department_leads_to_the_site(staff_client, desk, client, sales):
    assert sales.get_absolute_url() == "/#sales"
    assert "View on site" in body(staff_client.get(desk.url))


def test_assumption_to_confirm_is_shown_to_staff(staff_client, initial_data):
    from support.models import Department

    migrations = Department.objects.get(slug="migrations")
    page = staff_client.get(reverse("admin:support_department_change", args=[migrations.pk]))

    assert "is an assumption. Please confirm or correct it." in body(page)
