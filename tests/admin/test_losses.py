"""Who does not follow special hours is told, and can be closed too."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from support.models import SpecialHours, StaffProfile
from support.schedule_file import stored_configuration, write
from tests import factories
from tests.admin.form import read_form

pytestmark = pytest.mark.django_db

ADD = reverse("admin:support_specialhours_add")
LIST = reverse("admin:support_department_changelist")

STAYS_OPEN = (
    "Sales in Japanese stays open on 24–26 Dec 2026, 11:00–19:00 (Japan time), because of other "
    "special hours: "
)


@pytest.fixture(autouse=True)
def monday(clock):
    clock.stop_at("2026-11-23T05:00:00+00:00")


@pytest.fixture
def sales(db):
    row = factories.department("sales")
    factories.window(row, "MO,TU,WE,TH,FR,SA,SU 10:00-18:00 Asia/Tokyo", language="ja")
    factories.window(row, language="en")
    return row


@pytest.fixture
def december(sales):
    return factories.hours_on(
        "2026-12-01/2026-12-31", "11:00-19:00 Asia/Tokyo", department=sales, language="ja"
    )


@pytest.fixture
def christmas(staff_client):
    """Return the form that closes all departments on 24–26 December."""
    return read_form(staff_client.get(ADD), "") | {
        "effect": ["closed"],
        "first_day": ["2026-12-24"],
        "last_day": ["2026-12-26"],
    }


def body(response):
    return response.content.decode()


def link_to(row):
    return f'href="{reverse("admin:support_specialhours_change", args=[row.pk])}"'


def test_preview_names_who_stays_open_and_why(staff_client, december, christmas):
    page = body(staff_client.post(ADD, christmas | {"_preview": "Preview"}))

    assert STAYS_OPEN in page
    assert link_to(december) in page
    assert 'name="_preview" value="close_too"' in page


def test_yearly_days_are_named_without_the_weekday_of_their_first_year(
    staff_client, sales, christmas
):
    factories.hours_on("2025-12-24", "10:00-12:00 UTC", department=sales, repeats="yearly")

    page = body(staff_client.post(ADD, christmas | {"_preview": "Preview"}))

    assert "24 December, every year · 10:00–12:00 (UTC) · Sales</a>" in page


RUNS_ON = (
    "Sales in German stays open on Thu 24 Dec 2026 until 06:00 (UTC): the shift that starts the "
    "day before runs to its end."
)


def test_night_shift_into_a_closed_day_is_named(staff_client, sales, christmas):
    factories.window(sales, "MO,TU,WE,TH,FR,SA,SU 20:00-06:00 UTC", language="de")

    preview = body(staff_client.post(ADD, christmas | {"_preview": "Preview"}))
    saved = body(staff_client.post(ADD, christmas | {"_save": "Save"}, follow=True))

    query = (
        f"department={sales.pk}&amp;languages=de&amp;starts_on=2026-12-24&amp;starts_at=00%3A00"
        "&amp;ends_on=2026-12-24&amp;ends_at=06%3A00&amp;zone=UTC"
    )
    assert RUNS_ON in preview
    assert f'{RUNS_ON} <a href="{reverse("admin:support_closure_add")}?{query}">' in saved
    assert preview.count(RUNS_ON) == saved.count(RUNS_ON) == 1


def test_closure_for_a_night_shift_is_filled_in(staff_client, sales):
    values = {"languages": "de", "starts_on": "2026-12-24", "starts_at": "00:00", "zone": "UTC"}
    factories.window(sales, "WE 20:00-06:00 UTC", language="de")

    form = read_form(staff_client.get(reverse("admin:support_closure_add"), values))

    assert {name: form[name] for name in values} == {
        "languages": ["de"],
        "starts_on": ["2026-12-24"],
        "starts_at": ["00:00"],
        "zone": ["UTC"],
    }


@pytest.mark.parametrize("hours", ["WE 20:00-24:00 UTC", "TU 20:00-06:00 UTC"])
def test_shift_that_ends_before_a_closed_day_is_not_named(staff_client, sales, christmas, hours):
    factories.window(sales, hours, language="de")

    preview = body(staff_client.post(ADD, christmas | {"_preview": "Preview"}))

    assert "starts the day before runs to its end" not in preview


def test_preview_with_them_closed_too_shows_everybody_closed_and_saves_nothing(
    staff_client, december, christmas
):
    response = staff_client.post(ADD, christmas | {"_preview": "close_too"})

    page = body(response)
    assert "stays open" not in page
    assert "<strong>Japanese</strong>: removes 24 hours" in page
    assert read_form(response)["close_too"] == ["1"]
    assert list(SpecialHours.objects.all()) == [december]


def test_saving_what_was_previewed_closes_everybody(staff_client, client, december, christmas):
    previewed = staff_client.post(ADD, christmas | {"_preview": "close_too"})

    staff_client.post(ADD, read_form(previewed) | {"_save": "Save"})

    assert sorted((row.scope, str(row)) for row in SpecialHours.objects.all()) == [
        ("All departments", "24–26 Dec 2026 · Closed all day"),
        ("Sales: Japanese", "1–31 Dec 2026 · Other hours: 11:00–19:00 Asia/Tokyo"),
        ("Sales: Japanese", "24–26 Dec 2026 · Closed all day"),
    ]
    answer = client.get(
        "/api/v1/availability?at=2026-12-24T03:00:00Z&department=sales&language=ja"
    ).json()
    assert answer["departments"][0]["languages"][0]["state"] == "closed"


def test_message_after_saving_names_who_stays_open_with_a_link_to_close_them(
    staff_client, december, christmas
):
    page = body(staff_client.post(ADD, christmas | {"_save": "Save"}, follow=True))

    entry = SpecialHours.objects.get(department=None)
    assert STAYS_OPEN in page
    assert link_to(december) in page
    assert f'href="/admin/special-hours/close-too/?entry={entry.pk}"' in page


def test_save_is_told_first_then_what_loses_then_what_is_ahead(staff_client, december, christmas):
    response = staff_client.post(ADD, christmas | {"repeats": ["yearly"], "_save": "Save"})

    told = [str(message) for message in response.wsgi_request._messages]
    assert "was added successfully" in told[0]
    assert told[1] == "This is for: All departments."
    assert "stays open" in told[2]
    assert "Also close departments that stay open" in told[3]
    assert "24 Dec 2026" in told[4]
    assert len(told) == 5


def test_who_enters_the_entry_that_wins_is_told_too(staff_client, sales, christmas):
    factories.closed_on("2026-12-24/2026-12-26")
    own = {"department": [str(sales.pk)], "languages": ["ja"], "effect": ["as-usual"]}

    page = body(staff_client.post(ADD, christmas | own | {"_preview": "Preview"}))

    assert "Sales in Japanese stays open on 24–26 Dec 2026, 10:00–18:00 (Japan time)" in page


@pytest.fixture
def within(sales, christmas):
    """Sales is closed on 24–26 December; return the form that opens it on the 24th."""
    factories.closed_on("2026-12-24/2026-12-26", department=sales)
    return christmas | {
        "department": [str(sales.pk)],
        "effect": ["hours"],
        "last_day": [""],
        "opens": ["10:00"],
        "closes": ["14:00"],
        "zone": ["Asia/Tokyo"],
    }


def test_hours_that_are_entered_within_a_closed_range_are_meant(staff_client, within):
    preview = body(staff_client.post(ADD, within | {"_preview": "Preview"}))
    saved = body(staff_client.post(ADD, within | {"_save": "Save"}, follow=True))
    first_page = body(staff_client.get(reverse("admin:index")))

    assert SpecialHours.objects.filter(effect="hours").exists()
    for page in (preview, saved, first_page):
        assert "stays open" not in page
        assert "stay open" not in page


def test_who_closes_a_range_is_told_of_hours_within(staff_client, sales, christmas):
    own = {"department": [str(sales.pk)]}
    factories.hours_on("2026-12-24", "10:00-14:00 Asia/Tokyo", department=sales)

    for button in ("_preview", "_save"):
        page = body(staff_client.post(ADD, christmas | own | {button: "1"}, follow=True))
        assert "stays open on 24 Dec 2026, 10:00–14:00 (Japan time)" in page


def test_those_who_stay_open_are_closed_with_one_button(staff_client, december):
    entry = factories.closed_on("2026-12-24/2026-12-26", reason_en="Christmas")
    url = f"{reverse('admin:close_too')}?entry={entry.pk}"

    shown = staff_client.get(url)
    assert STAYS_OPEN in body(shown)
    assert "<strong>Japanese</strong>: removes 24 hours" in body(shown)
    assert SpecialHours.objects.count() == 2

    staff_client.post(url, {"seen": read_form(shown)["seen"]})

    own = SpecialHours.objects.get(effect="closed", languages=("ja",))
    assert (own.first_day, own.last_day) == (date(2026, 12, 24), date(2026, 12, 26))
    assert own.reason_en == "Christmas"
    assert "These special hours apply to everyone." in body(staff_client.get(url))


def test_nobody_is_closed_after_somebody_else_has_saved(staff_client, december):
    entry = factories.closed_on("2026-12-24/2026-12-26")
    url = f"{reverse('admin:close_too')}?entry={entry.pk}"
    seen = read_form(staff_client.get(url))["seen"]
    december.delete()

    page = body(staff_client.post(url, {"seen": seen}, follow=True))

    assert SpecialHours.objects.count() == 1
    assert "These special hours apply to everyone." in page


def test_entry_of_the_same_range_gives_way_to_the_closed_day(staff_client, sales):
    own = factories.hours_on("2026-12-25", "11:00-12:00 UTC", department=sales, language="ja")
    entry = factories.closed_on("2026-12-24/2026-12-26")
    url = f"{reverse('admin:close_too')}?entry={entry.pk}"

    staff_client.post(url, {"seen": read_form(staff_client.get(url))["seen"]})

    assert not SpecialHours.objects.filter(pk=own.pk).exists()
    assert SpecialHours.objects.get(languages=("ja",)).effect == "closed"
    assert "These special hours apply to everyone." in body(staff_client.get(url))


def test_only_people_whom_both_entries_name_are_closed(staff_client, sales):
    factories.hours_on("2026-12-01/2026-12-31", "11:00-12:00 UTC", department=sales)
    entry = factories.closed_on("2026-12-24", language="ja")
    url = f"{reverse('admin:close_too')}?entry={entry.pk}"

    staff_client.post(url, {"seen": read_form(staff_client.get(url))["seen"]})

    own = SpecialHours.objects.get(department=sales, effect="closed")
    assert own.languages == ("ja",)


def test_editor_of_other_departments_is_not_offered_to_close(
    staff_client, client, december, django_user_model
):
    entry = factories.closed_on("2026-12-24/2026-12-26")
    finance = factories.department("finance")
    editor = django_user_model.objects.create_user("eda", is_staff=True)
    editor.user_permissions.set(Permission.objects.filter(content_type__app_label="support"))
    profile = StaffProfile.objects.create(user=editor, limited=True)
    profile.departments.add(finance)
    client.force_login(editor)
    url = f"{reverse('admin:close_too')}?entry={entry.pk}"

    page = body(client.get(url))

    assert STAYS_OPEN in page
    assert "Close them too" not in page
    assert client.post(url).status_code == 403


@pytest.mark.parametrize("query", ["", "?entry=0", "?entry=x", "?entry=" + "9" * 30])
def test_special_hours_that_are_not_there_are_not_found(staff_client, query):
    assert staff_client.get(reverse("admin:close_too") + query).status_code == 404


@pytest.fixture
def closing(staff_client):
    def send(department, **typed):
        return staff_client.post(
            LIST, {"action": "close_on_date", "_selected_action": [department.pk]} | typed
        )

    return send


def test_bulk_closing_without_effect_says_why_and_offers_to_close_them(closing, sales, december):
    factories.closed_on("2026-12-01/2026-12-31", department=sales, language="en")

    page = body(closing(sales, first_day="2026-12-24", _preview="Preview"))

    assert "No change in hours." in page
    assert "Sales in Japanese stays open on 24 Dec 2026, 11:00–19:00 (Japan time)" in page
    assert link_to(december) in page
    assert "Sales in English has no hours on 24 Dec 2026 anyway." in page
    assert 'name="_preview" value="close_too"' in page


def test_bulk_closing_tells_of_hours_within(closing, sales):
    factories.hours_on("2026-12-24", "10:00-14:00 Asia/Tokyo", department=sales)

    page = body(closing(sales, first_day="2026-12-24", last_day="2026-12-26", _preview="Preview"))

    assert "stays open on 24 Dec 2026, 10:00–14:00 (Japan time)" in page


def test_bulk_closing_closes_those_who_stay_open_once_it_is_confirmed(
    staff_client, closing, sales, december
):
    previewed = closing(sales, first_day="2026-12-24", _preview="close_too")
    assert "stays open" not in body(previewed)

    staff_client.post(LIST, read_form(previewed, "bulk-action") | {"_apply": "Save"})

    own = SpecialHours.objects.get(effect="closed", languages=("ja",))
    assert (own.department, own.first_day, own.last_day) == (
        sales,
        date(2026, 12, 24),
        date(2026, 12, 24),
    )
    assert LogEntry.objects.count() == 2


def test_bulk_closing_tells_afterwards_who_stays_open(staff_client, closing, sales, december):
    previewed = closing(sales, first_day="2026-12-24", _preview="Preview")

    form = read_form(previewed, "bulk-action") | {"_apply": "Save"}
    page = body(staff_client.post(LIST, form, follow=True))

    assert "Sales in Japanese stays open on 24 Dec 2026" in page
    assert "Also close departments that stay open" in page


def test_bulk_closing_tells_of_languages_without_stated_hours(closing, sales):
    factories.unscheduled(sales, "fr")

    page = body(closing(sales, first_day="2026-12-24", _preview="Preview"))

    assert "Sales in French has no set hours, so nothing changes there." in page


def test_closed_day_for_the_same_people_fits_into_a_month_of_other_hours(
    staff_client, sales, december, christmas
):
    own = {"department": [str(sales.pk)], "languages": ["ja"]}

    staff_client.post(ADD, christmas | own | {"_save": "Save"})

    assert SpecialHours.objects.filter(effect="closed", languages=("ja",)).exists()


def test_preview_of_an_import_tells_new_losses_only(staff_client, sales, december):
    factories.closed_on("2026-12-24/2026-12-26")
    file = write(stored_configuration())
    SpecialHours.objects.filter(department=None).delete()

    page = body(_upload(staff_client, file))
    assert STAYS_OPEN in page
    assert "/admin/support/specialhours/" not in page[page.index(STAYS_OPEN) :][:400]

    factories.closed_on("2026-12-24/2026-12-26")
    page = body(_upload(staff_client, file.replace("Sales", "Selling")))
    assert "stays open" not in page


def _upload(client, text):
    upload = SimpleUploadedFile("configuration.toml", text.encode())
    return client.post(reverse("admin:configuration"), {"file": upload})
