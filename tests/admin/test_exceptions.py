"""Special hours, closures and holidays in the admin."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.urls import reverse

from support.models import Closure, Department, LanguageWindow, SpecialHours
from tests import factories
from tests.admin.form import add_row, read_form

pytestmark = pytest.mark.django_db

ADD_SPECIAL_HOURS = reverse("admin:support_specialhours_add")
ADD_CLOSURE = reverse("admin:support_closure_add")

MONDAY_NOON_UTC = "2026-11-23T12:00:00+00:00"


def errors(response):
    return [str(e) for all_of in response.context["errors"] for e in [all_of]]


def test_day_off_is_entered_and_shown_on_the_page_of_its_department(staff_client, sales, clock):
    clock.stop_at(MONDAY_NOON_UTC)
    form = read_form(staff_client.get(ADD_SPECIAL_HOURS, {"department": sales.pk}))
    response = staff_client.post(
        ADD_SPECIAL_HOURS,
        form | {"first_day": "2026-12-24", "effect": "closed", "languages": ["ja"]}
        | {"reason_en": "Company meeting"},
    )  # fmt: skip

    assert response.status_code == 302
    row = SpecialHours.objects.get()
    assert (row.department, row.languages, row.last_day) == (sales, ("ja",), date(2026, 12, 24))
    page = staff_client.get(reverse("admin:support_department_change", args=[sales.pk]))
    assert (
        "24 Dec 2026 · Closed all day</a> · Sales: Japanese · Company meeting"
        in page.content.decode()
    )


@pytest.fixture
def special_day(staff_client, sales):
    """Save other hours for 24 December, with what is typed into some fields."""

    def save(**typed):
        form = read_form(staff_client.get(ADD_SPECIAL_HOURS))
        usual = {"first_day": "2026-12-24", "effect": "hours", "zone": "Asia/Tokyo"}
        return staff_client.post(ADD_SPECIAL_HOURS, form | usual | typed)

    return save


@pytest.mark.parametrize(
    "typed", ["10", "10:00", "10.00", "1000", "10am", "10 Uhr", "10時", "１０"]
)
def test_times_are_typed_as_people_write_them(special_day, typed):
    assert special_day(opens=typed, closes="24:00").status_code == 302

    row = SpecialHours.objects.get()
    assert (row.opens, row.closes) == (time(10), time(0))


@pytest.mark.parametrize("typed", ["25", "10:60", "-1", "noon"])
def test_what_is_no_time_is_named_and_kept(special_day, typed):
    page = special_day(opens=typed, closes="18").content.decode()

    assert f"“{typed}” isn’t a time of day." in page
    assert f'value="{typed}"' in page


def test_unknown_zone_of_special_hours_is_named_and_all_input_is_kept(special_day):
    page = special_day(opens="10.00", closes="24:00", zone="Atlantis").content.decode()

    assert "“Atlantis” isn’t a time zone" in page
    assert 'value="10.00"' in page
    assert not SpecialHours.objects.exists()


def test_mistakes_of_special_hours_stand_at_their_fields(staff_client, sales):
    form = read_form(staff_client.get(ADD_SPECIAL_HOURS))
    response = staff_client.post(
        ADD_SPECIAL_HOURS,
        form | {"first_day": "2026-12-24", "last_day": "2026-12-01", "effect": "hours"}
        | {"languages": ["ko"]},
    )  # fmt: skip

    errors = response.context["adminform"].form.errors
    assert set(errors) == {"last_day", "opens", "closes", "zone", "languages"}


def test_closure_is_entered_with_two_wall_times_and_a_clock(staff_client, sales):
    form = read_form(staff_client.get(ADD_CLOSURE))
    response = staff_client.post(
        ADD_CLOSURE,
        form | {"starts_on": "2026-12-24", "starts_at": "15:00"}
        | {"ends_on": "2026-12-27", "ends_at": "9:00", "zone": "Japan (Asia/Tokyo)"},
    )  # fmt: skip

    assert response.status_code == 302
    row = Closure.objects.get()
    assert (row.starts_at, row.ends_at, row.zone) == (time(15), time(9), "Asia/Tokyo")


def test_department_is_closed_for_half_an_hour_with_one_click(staff_client, sales, clock):
    clock.stop_at("2026-11-23T12:10:40+00:00")
    url = reverse("admin:support_department_close_now", args=[sales.pk])
    page = staff_client.get(reverse("admin:support_department_change", args=[sales.pk]))
    assert f'action="{url}"' in page.content.decode()
    assert "Close now for 30 minutes" in page.content.decode()

    response = staff_client.post(url, follow=True)

    row = Closure.objects.get()
    assert (row.department, row.starts_at, row.ends_at, row.zone) == (
        sales,
        time(12, 10),
        time(12, 41),
        "UTC",
    )
    assert reverse("admin:support_closure_change", args=[row.pk]) in response.content.decode()
    page = staff_client.get("/api/v1/availability?department=sales&language=en").json()
    language = page["departments"][0]["languages"][0]
    assert (language["state"], language["reason"]["rule"], language["changes_at"]) == (
        "closed",
        "closure",
        "2026-11-23T12:41:00Z",
    )


def test_closing_needs_a_click_and_a_permission(staff_client, client, sales, django_user_model):
    url = reverse("admin:support_department_close_now", args=[sales.pk])
    assert staff_client.get(url).status_code == 403

    client.force_login(django_user_model.objects.create_user("viewer", is_staff=True))
    assert client.post(url).status_code == 403
    assert not Closure.objects.exists()


@pytest.fixture
def japanese(sales):
    window = LanguageWindow.objects.get(department=sales, language="ja")
    window.holidays = "JP"
    window.save()
    return window


def test_holiday_calendar_is_chosen_by_name_and_its_days_are_listed(
    staff_client, sales, desk, clock
):
    clock.stop_at(MONDAY_NOON_UTC)
    form = desk.open()
    number = next(n for n in range(9) if form[f"windows-{n}-language"] == ["Japanese (ja)"])
    form[f"windows-{number}-holidays"] = ["Japan (JP)"]
    assert desk.save(form).status_code == 302

    page = staff_client.get(desk.url).content.decode()
    assert '<strong>11 Jan 2027</strong> Coming of Age Day (<span lang="ja">' in page
    # A Saturday of the coming year, on which the window would not begin anyway.
    assert "1 Jan 2028" not in page


def test_unknown_calendar_is_named_and_what_was_typed_is_kept(desk):
    form = desk.untouched()
    form["windows-0-holidays"] = ["Atlantis"]
    page = desk.save(form).content.decode()

    assert "We don’t know the public holidays of “Atlantis”." in page
    assert 'value="Atlantis"' in page


def test_unknown_zone_of_a_stored_window_is_named(desk):
    form = desk.untouched()
    form["windows-0-zone"] = ["Atlantis/Capital"]

    assert "“Atlantis/Capital” isn’t a time zone" in desk.save(form).content.decode()


def test_holiday_is_worked_with_a_link_and_a_click(staff_client, sales, desk, japanese, clock):
    clock.stop_at(MONDAY_NOON_UTC)
    query = f"department={sales.pk}&amp;languages=ja&amp;first_day=2027-01-11"
    link = f"{ADD_SPECIAL_HOURS}?{query}&amp;last_day=2027-01-11&amp;effect=as-usual"
    assert link in staff_client.get(desk.url).content.decode()

    form = read_form(staff_client.get(link.replace("&amp;", "&")))
    assert staff_client.post(ADD_SPECIAL_HOURS, form).status_code == 302
    page = staff_client.get(desk.url).content.decode()
    assert "replaced by special hours" in page
    assert link not in page


def test_state_in_the_admin_names_the_holiday(staff_client, desk, japanese, clock):
    clock.stop_at("2027-01-11T03:00:00+00:00")

    assert (
        'Closed</span> (<span class="state-reason">Coming of Age Day</span>)'
        in staff_client.get(desk.url).content.decode()
    )


def test_number_of_queries_of_the_list_does_not_grow_with_the_departments(
    staff_client, sales, django_assert_max_num_queries
):

    for number in range(30):
        factories.department(f"d{number}", name_en=f"D{number}")

    with django_assert_max_num_queries(16):
        staff_client.get(reverse("admin:support_department_changelist"))


def test_lists_show_days_people_and_reasons(staff_client, sales):
    factories.closed_on("2026-12-24", reason_en="Meeting")
    factories.closure("2026-12-24T15:00", "2026-12-24T16:00", department=sales)

    special = staff_client.get(reverse("admin:support_specialhours_changelist")).content.decode()
    closures = staff_client.get(reverse("admin:support_closure_changelist")).content.decode()
    assert "All departments" in special
    assert "Meeting" in special
    assert "Thu 24 Dec 2026, 15:00–16:00 UTC" in closures


def test_windows_of_the_row_itself_can_still_be_added(desk, sales):
    form = desk.untouched()
    add_row(
        form,
        "windows",
        language="Danish",
        zone="UTC",
        weekdays=["MO"],
        opens="9:00",
        closes="17:00",
        holidays="DK",
    )
    assert desk.save(form).status_code == 302
    assert LanguageWindow.objects.get(department=sales, language="da").holidays == "DK"


def test_second_editor_of_special_hours_is_warned(staff_client, sales):
    row = factories.closed_on("2026-12-24", department=sales)
    url = reverse("admin:support_specialhours_change", args=[row.pk])
    mine, theirs = read_form(staff_client.get(url)), read_form(staff_client.get(url))
    assert staff_client.post(url, theirs | {"last_day": "2026-12-26"}).status_code == 302

    response = staff_client.post(url, mine | {"last_day": "2026-12-25"})

    page = response.content.decode()
    assert "Someone else changed this while you were editing." in page
    assert (
        "<td>24 December 2026</td> <td>26 December 2026</td> <td>25 December 2026</td>"
    ) in " ".join(page.split())
    assert 'value="2026-12-25"' in page


def test_times_without_more_are_other_hours_and_can_be_typed_at_once(staff_client, sales):
    add = f"{reverse('admin:support_specialhours_add')}?department={sales.pk}&zone=UTC"
    form = read_form(staff_client.get(add))
    assert "effect" not in form

    staff_client.post(add, form | {"first_day": "28 Nov 2026", "opens": "9-13:30"})

    row = SpecialHours.objects.get()
    assert (row.effect, row.opens, row.closes) == ("hours", time(9), time(13, 30))


@pytest.mark.parametrize("typed", ["10-14", "10:00–14:00", "１０時～１４時"])
def test_both_times_of_a_day_are_typed_into_the_first_box(special_day, typed):
    assert special_day(opens=typed).status_code == 302

    row = SpecialHours.objects.get()
    assert (row.opens, row.closes) == (time(10), time(14))


@pytest.mark.parametrize(
    ("opens", "closes", "told"),
    [
        ("9-12, 13-17", "", "“9-12, 13-17” is more than one time."),
        ("10-14", "15", "“10-14” is more than one time."),
        ("10-", "", "“10-” isn’t a time of day."),
    ],
)
def test_what_is_not_one_range_is_refused_as_it_stands(special_day, opens, closes, told):
    page = special_day(opens=opens, closes=closes).content.decode()

    assert told in page
    assert f'value="{opens}"' in page
    assert not SpecialHours.objects.exists()


def test_saturday_is_opened_from_the_page_of_a_department(staff_client, sales):
    sales.windows.exclude(language="ja").delete()
    page = staff_client.get(reverse("admin:support_department_change", args=[sales.pk]))

    assert (
        f'href="{ADD_SPECIAL_HOURS}?department={sales.pk}&amp;zone=Asia%2FTokyo"'
        in page.content.decode()
    )


def preview_and_save(staff_client, address, typed):
    form = read_form(staff_client.get(address)) | typed
    preview = staff_client.post(address, form | {"_preview": "Preview"}).content.decode()
    saved = staff_client.post(address, form | {"_save": "Save"}, follow=True).content.decode()
    return preview, saved


CLOSED_ANYWAY = "Everybody this is for is closed at these times anyway, so it changes nothing."


def test_closure_within_another_says_why_it_changes_nothing(staff_client, sales, clock):
    clock.stop_at(MONDAY_NOON_UTC)
    factories.closure("2026-12-01T12:00", None, department=sales)
    typed = {"starts_on": "2026-12-03", "starts_at": "12:00", "ends_on": "2026-12-03"}

    told = preview_and_save(
        staff_client,
        ADD_CLOSURE,
        typed | {"ends_at": "24:00", "zone": "UTC", "department": str(sales.pk)},
    )

    assert [page.count(CLOSED_ANYWAY) for page in told] == [1, 1]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ({"first_day": "2026-12-05", "effect": "closed"}, CLOSED_ANYWAY),
        (
            {"first_day": "2026-12-22", "effect": "as-weekday", "like": "MO"},
            "Everybody this is for has the same hours without it, so it changes nothing.",
        ),
        (
            {"first_day": "2029-12-24", "effect": "closed"},
            "This takes effect only after 24 November 2027.",
        ),
        (
            {"first_day": "2025-12-24", "first_day-past": "2025-12-24", "effect": "closed"},
            "All of this is in the past, so it changes nothing.",
        ),
    ],
)
def test_special_hours_say_why_they_change_nothing(staff_client, sales, clock, typed, reason):
    clock.stop_at(MONDAY_NOON_UTC)

    told = preview_and_save(staff_client, ADD_SPECIAL_HOURS, typed | {"department": str(sales.pk)})

    assert [page.count(reason) for page in told] == [1, 1]


def test_special_hours_that_change_something_have_no_such_reason(staff_client, sales, clock):
    clock.stop_at(MONDAY_NOON_UTC)

    told = preview_and_save(
        staff_client,
        ADD_SPECIAL_HOURS,
        {"first_day": "2026-12-24", "effect": "closed", "department": str(sales.pk)},
    )

    assert ["changes nothing" in page for page in told] == [False, False]


def test_bulk_and_form_agree_on_languages_without_set_hours(staff_client, initial_data, clock):
    clock.stop_at(MONDAY_NOON_UTC)
    beta = Department.objects.get(slug="beta-testing")

    told = preview_and_save(
        staff_client,
        ADD_SPECIAL_HOURS,
        {"first_day": "2026-12-24", "effect": "closed", "department": str(beta.pk)},
    )

    reason = "Nobody this is for has set hours, so it changes nothing."
    assert [page.count(reason) for page in told] == [1, 1]
