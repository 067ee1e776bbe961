"""A department's hours, typed and ticked as lines of a week."""

from __future__ import annotations

import gzip
import re
from datetime import date, time

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils.html import escape

from support.models import LanguageWindow
from support.models.history import history_of
from tests.admin.form import add_row, read_form

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def monday(clock):
    clock.stop_at("2026-11-23T05:00:00+00:00")


def body(response):
    return response.content.decode()


def hours_of(sales, language="ja"):
    rows = sales.windows.filter(language=language).order_by("opens")
    return [(f"{row.opens:%H:%M}", f"{row.closes:%H:%M}", row.zone) for row in rows]


def test_break_is_typed_into_the_hours_of_a_day(desk, sales):
    assert desk.save(desk.open() | {"windows-1-hours": ["10-12, 13-18"]}).status_code == 302

    assert hours_of(sales) == [
        ("10:00", "12:00", "Asia/Tokyo"),
        ("13:00", "18:00", "Asia/Tokyo"),
    ]
    assert str(sales.windows.filter(language="ja")[0].weekdays) == str(
        sales.windows.filter(language="ja")[1].weekdays
    )


def test_hours_that_differ_in_nothing_else_are_one_line(desk, sales):
    desk.save(desk.untouched() | {"windows-1-hours": ["10-12, 13-18"]})

    form = desk.open()

    assert form["windows-1-hours"] == ["10:00–12:00, 13:00–18:00"]
    assert "windows-7-hours" not in form
    assert form["windows-7-with"] == form["windows-1-id"]


def test_page_that_is_saved_as_it_stands_changes_nothing(desk, sales):
    desk.save(desk.untouched() | {"windows-1-hours": ["10-12, 13-18"]})
    before = list(LanguageWindow.objects.values())

    assert desk.save(desk.open()).status_code == 302

    assert list(LanguageWindow.objects.values()) == before


def test_break_is_taken_away_again(desk, sales):
    first = sales.windows.get(language="ja").pk
    desk.save(desk.untouched() | {"windows-1-hours": ["10-12, 13-18"]})

    desk.save(desk.open() | {"windows-1-hours": ["10-18"]})

    assert hours_of(sales) == [("10:00", "18:00", "Asia/Tokyo")]
    assert sales.windows.get(language="ja").pk == first


def test_hours_that_stay_keep_their_window(desk, sales):
    desk.save(desk.untouched() | {"windows-1-hours": ["10-12, 13-18"]})
    afternoon = sales.windows.get(language="ja", opens=time(13)).pk
    records = history_of(LanguageWindow).filter(id=afternoon).count()

    desk.save(desk.open() | {"windows-1-hours": ["13-18"]})

    assert sales.windows.get(language="ja").pk == afternoon
    assert history_of(LanguageWindow).filter(id=afternoon).count() == records


def test_days_of_a_line_are_those_of_all_its_hours(desk, sales):
    desk.save(desk.untouched() | {"windows-1-hours": ["10-12, 13-18"]})

    desk.save(desk.open() | {"windows-1-weekdays": ["SA"], "windows-1-zone": ["UTC"]})

    assert hours_of(sales) == [("10:00", "12:00", "UTC"), ("13:00", "18:00", "UTC")]
    assert {str(row.weekdays) for row in sales.windows.filter(language="ja")} == {
        str(sales.windows.filter(language="ja")[0].weekdays)
    }


def test_line_is_deleted_with_all_its_hours(desk, sales):
    desk.save(desk.untouched() | {"windows-1-hours": ["10-12, 13-18"]})

    desk.save(desk.open() | {"windows-1-DELETE": ["on"], "windows-1-hours": ["nonsense"]})

    assert hours_of(sales) == []


def test_new_line_has_several_hours(desk, sales):
    form = desk.untouched()
    add_row(
        form,
        "windows",
        language="Danish",
        zone="Europe/Copenhagen",
        weekdays=["MO"],
        hours="9-12, 22-6",
        label_en="Early",
    )

    assert desk.save(form).status_code == 302
    assert hours_of(sales, "da") == [
        ("09:00", "12:00", "Europe/Copenhagen"),
        ("22:00", "06:00", "Europe/Copenhagen"),
    ]
    assert {row.label_en for row in sales.windows.filter(language="da")} == {"Early"}


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            "10:00",
            "“10:00” is only one time. Enter when you open and when you close, like 9-12, "
            "13-17:30.",
        ),
        ("10-18x", "“18x” isn’t a time of day. Enter hours like 9-12, 13-17:30, or 24h."),
        ("", "Enter hours like 9-12, 13-17:30."),
        ("24-6", "Hours can’t open at 24:00. The day starts at 00:00."),
        (
            "9-12,13,14-17",
            "“12,13,14” can be read in two ways. Write minutes after a colon, like 9-12, 13-17:30.",
        ),
        ("9-12, 11-17", "These hours overlap with Mon–Fri 11:00–17:00 Asia/Tokyo."),
    ],
)
def test_mistake_in_the_hours_is_told_and_they_stay_as_typed(desk, sales, typed, told):
    page = body(desk.save(desk.untouched() | {"windows-1-hours": [typed]}))

    assert escape(told) in page
    assert "This field is required." not in page
    assert f'name="windows-1-hours" id="id_windows-1-hours" value="{escape(typed)}"' in page
    assert hours_of(sales) == [("10:00", "18:00", "Asia/Tokyo")]


def test_mistake_elsewhere_leaves_one_line_of_several_hours(desk, sales):
    form = desk.untouched() | {"windows-1-hours": ["10-12, 13-18"], "windows-0-zone": ["Atlantis"]}

    again = read_form(desk.save(form))

    assert again["windows-1-hours"] == ["10-12, 13-18"]
    assert again["windows-TOTAL_FORMS"] == ["7"]
    assert "windows-7-id" not in again
    assert desk.save(again | {"windows-0-zone": ["UTC"]}).status_code == 302
    assert len(hours_of(sales)) == 2


def test_fields_that_say_nothing_are_not_on_the_page(desk, sales):
    form = desk.untouched()

    assert "windows-1-language" in form
    assert "windows-1-valid_from" not in form
    assert "windows-1-season" not in form


def test_fields_that_say_something_are_on_the_page(desk, sales):
    sales.windows.filter(language="ja").update(valid_from="2026-01-01")

    form = desk.open()

    assert form["windows-1-valid_from"] == ["2026-01-01"]
    assert "windows-1-season" not in form


def test_folded_fields_are_asked_for_without_javascript(desk, sales):
    page = desk.save(
        desk.untouched() | {"windows-1-hours": ["10-12"], "_unfold": ["windows-1-valid_from"]}
    )

    again = read_form(page)
    assert again["windows-1-hours"] == ["10-12"]
    assert again["windows-1-valid_from"] == [""]
    assert "windows-1-season" not in again
    desk.save(again | {"windows-1-valid_from": ["2027-01-01"]})
    assert sales.windows.get(language="ja").valid_from == date(2027, 1, 1)


def test_what_one_editor_states_survives_another_whose_page_left_it_out(desk, sales):
    mine = desk.untouched() | {"windows-1-hours": ["10-12, 13-18"]}
    desk.save(desk.open() | {"windows-1-valid_from": ["2027-01-01"]})

    merged = read_form(desk.save(mine))
    assert desk.save(merged).status_code == 302

    rows = sales.windows.filter(language="ja").order_by("opens")
    assert hours_of(sales) == [
        ("10:00", "12:00", "Asia/Tokyo"),
        ("13:00", "18:00", "Asia/Tokyo"),
    ]
    assert rows[0].valid_from == date(2027, 1, 1)


def test_line_says_exactly_what_is_stored(desk, sales, staff_client):
    desk.save(desk.untouched() | {"windows-1-hours": ["10-12, 22-6"]})

    page = re.sub(r"\s+", " ", body(staff_client.get(desk.url)))

    assert "Japanese: Mon–Fri 10:00–12:00 and 22:00–06:00 (Asia/Tokyo)" in page


def test_months_are_named_in_the_language_of_the_staff_member(staff_client, desk):
    staff_client.cookies["language"] = "ja"
    staff_client.get(desk.url)
    staff_client.cookies["language"] = "de"

    assert ">März</option>" in body(staff_client.get(desk.url))


def test_page_of_seven_languages_is_small(staff_client, desk, sales):
    sales.windows.update(holidays="JP", holidays_zone="Asia/Tokyo")

    page = staff_client.get(desk.url).content

    assert sales.windows.count() == 7
    assert len(page) < 180_000
    assert len(gzip.compress(page, 6)) < 25_000


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (
            {"hours": "9-12, 22-6", "weekdays": ["SA", "SU"]},
            {"words": "Danish: Sat and Sun 09:00–12:00 and 22:00–06:00 (UTC)", "mistake": ""},
        ),
        (
            {"hours": "24h", "weekdays": ["MO"], "language": "Klingonese"},
            {"words": "", "mistake": ""},
        ),
        ({"hours": "24h", "weekdays": []}, {"words": "", "mistake": ""}),
        ({"hours": "", "weekdays": ["MO"]}, {"words": "", "mistake": ""}),
        (
            {"hours": "9-x", "weekdays": ["MO"]},
            {
                "words": "",
                "mistake": "“x” isn’t a time of day. Enter hours like 9-12, 13-17:30, or 24h.",
            },
        ),
    ],
)
def test_what_is_typed_is_read_at_once(staff_client, typed, answer):
    usual = {"language": "danish", "zone": "UTC"}

    assert staff_client.get(reverse("admin:read_hours"), usual | typed).json() == answer


def test_names_are_suggested_in_the_language_of_the_staff_member(staff_client):
    staff_client.cookies["language"] = "de"

    names = staff_client.get(reverse("admin:suggestions", args=["languages"])).json()["names"]

    assert "Japanisch (ja)" in names
    assert staff_client.get(reverse("admin:suggestions", args=["passwords"])).status_code == 404


@pytest.mark.parametrize("name", ["English", "英語", "日本語", "Japanese"])
def test_language_is_found_by_its_own_name_too(staff_client, name):
    staff_client.cookies["language"] = "ja"
    typed = {"language": name, "zone": "UTC", "hours": "9-17", "weekdays": ["MO"]}

    answer = staff_client.get(reverse("admin:read_hours"), typed).json()

    assert answer["words"].startswith(("英語", "日本語"))


def test_new_line_is_asked_for_without_javascript(desk, sales):
    again = read_form(desk.save(desk.untouched() | {"_unfold": ["windows-new"]}))
    assert again["windows-7-zone"] == ["UTC"]
    assert again["windows-7-weekdays"] == ["MO", "TU", "WE", "TH", "FR"]
    again |= {"windows-7-language": ["da"], "windows-7-hours": ["9-12, 13-17"]}

    assert desk.save(again).status_code == 302
    assert hours_of(sales, "da") == [("09:00", "12:00", "UTC"), ("13:00", "17:00", "UTC")]


def test_preview_and_save_agree_about_a_break(desk, sales):
    form = desk.untouched() | {"windows-1-hours": ["10-12, 13-18"]}

    previewed = desk.save(form | {"_preview": ["Preview"]})

    assert "<strong>Japanese</strong>: removes 20 hours" in body(previewed)
    assert "Japanese: Mon–Fri 10:00–12:00 and 13:00–18:00 (Asia/Tokyo)" in body(previewed)
    again = read_form(previewed)
    assert again["windows-1-hours"] == ["10-12, 13-18"]
    assert desk.save(again).status_code == 302
    assert len(hours_of(sales)) == 2


@pytest.fixture
def changes_only(client, django_user_model):
    """Somebody who may change windows, but neither add nor delete any."""
    user = django_user_model.objects.create_user("limited", is_staff=True)
    codenames = ["view_department", "change_department", "change_languagewindow"]
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    client.force_login(user)
    return client


def test_break_that_would_add_a_window_needs_permission(changes_only, desk, sales):
    form = desk.untouched() | {"windows-1-hours": ["10-12, 13-18"]}

    page = body(changes_only.post(desk.url, form))

    assert "You can change these hours, but not add or delete any." in page
    assert hours_of(sales) == [("10:00", "18:00", "Asia/Tokyo")]


def test_break_that_is_taken_away_needs_permission(changes_only, desk, sales):
    desk.save(desk.untouched() | {"windows-1-hours": ["10-12, 13-18"]})
    form = desk.open() | {"windows-1-hours": ["10-18"]}

    page = body(changes_only.post(desk.url, form))

    assert "You can change these hours, but not add or delete any." in page
    assert len(hours_of(sales)) == 2


def test_line_asked_for_without_javascript_and_left_alone_is_not_saved(desk, sales):
    again = read_form(desk.save(desk.open() | {"_unfold": ["windows-new"]}))

    assert desk.save(again).status_code == 302
    assert sales.windows.count() == 7
