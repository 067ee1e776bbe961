"""Rarer rules of hours, stated at the desk, with the dates on which they take effect."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from support.models import Closure, Department, LanguageWindow, SpecialHours
from support.models.history import history_of
from support.schedule import DayHours, MonthDay, Season
from tests import factories
from tests.admin.form import read_form

pytestmark = pytest.mark.django_db

ADD_SPECIAL_HOURS = reverse("admin:support_specialhours_add")
ADD_CLOSURE = reverse("admin:support_closure_add")
FIRST_PAGE = reverse("admin:index")


@pytest.fixture(autouse=True)
def monday(clock):
    clock.stop_at("2026-11-23T05:00:00+00:00")


@pytest.fixture
def window(sales):
    """The Japanese hours of sales, the only ones: Monday to Friday, 10 to 18 in Tokyo."""
    LanguageWindow.objects.filter(department=sales).exclude(language="ja").delete()
    return LanguageWindow.objects.get(department=sales)


@pytest.fixture
def save(staff_client, sales):
    """Send the form of sales, with what is typed into the fields of its first window."""
    url = reverse("admin:support_department_change", args=[sales.pk])

    def send(_button="_save", **typed):
        form = read_form(staff_client.get(url))
        fields = {f"windows-0-{name}": value for name, value in typed.items()}
        return staff_client.post(url, form | fields | {_button: "1"}, follow=True)

    return send


def body(response):
    return response.content.decode()


def is_folded(page, box):
    """Whether a box is within something that is folded and not open."""
    before = page[: page.index(f'id="{box}"')]
    within = before[before.rfind("<details") :]
    return "</details>" not in within and " open>" not in within[: within.index(">") + 1]


def special(staff_client, **typed):
    form = read_form(staff_client.get(ADD_SPECIAL_HOURS))
    return staff_client.post(ADD_SPECIAL_HOURS, form | typed, follow=True)


def test_every_rule_of_a_window_is_entered(save, window):
    save(
        zone="UTC",
        holidays="United States",
        holidays_zone="America/Chicago",
        holidays_except=["Columbus Day", "Veterans Day"],
        on_holidays=["12:00", "24:00"],
        before_holidays=["10", "15.30"],
        every_weeks="2",
        monthly=["1", "-1"],
        season=["1", "11", "31", "3"],
        valid_from="2026-11-30",
    )

    window.refresh_from_db()
    assert (window.holidays, window.holidays_zone) == ("US", "America/Chicago")
    assert window.holidays_except == ("Columbus Day", "Veterans Day")
    assert (window.on_holidays, window.before_holidays) == (DayHours(720, 1440), DayHours(600, 930))
    assert (window.every_weeks, window.monthly) == (2, {1, -1})
    assert window.season == Season(MonthDay(11, 1), MonthDay(3, 31))


def test_holidays_of_a_stored_calendar_are_offered_within_what_is_left_out(
    staff_client, sales, window
):
    LanguageWindow.objects.filter(pk=window.pk).update(holidays="JP")
    page = body(staff_client.get(reverse("admin:support_department_change", args=[sales.pk])))

    assert "[&quot;Culture Day&quot;, &quot;Culture Day&quot;]" in page


def test_holidays_of_a_typed_calendar_are_offered_without_javascript(staff_client, sales, window):
    url = reverse("admin:support_department_change", args=[sales.pk])
    form = read_form(staff_client.get(url))
    typed = {"windows-0-holidays": "Japan", "_unfold": "windows-0-every_weeks"}

    page = body(staff_client.post(url, form | typed))

    assert 'name="windows-0-holidays_except" value="Culture Day"' in page


def test_history_names_the_holidays_that_are_left_out_in_the_readers_language(
    staff_client, sales, window
):
    window.holidays, window.zone, window.holidays_except = "US", "UTC", "Veterans Day"
    window.full_clean()
    window.save()
    staff_client.cookies["language"] = "ja"

    page = body(staff_client.get(reverse("admin:support_department_history", args=[sales.pk])))

    assert "退役軍人の日" in page
    assert "Veterans Day" not in page


def test_who_may_only_look_reads_the_holidays_that_are_left_out_in_their_language(
    client, django_user_model, sales, window
):
    LanguageWindow.objects.filter(pk=window.pk).update(
        holidays="US", holidays_except="Veterans Day"
    )
    viewer = django_user_model.objects.create_user("viewer", is_staff=True)
    viewer.groups.add(Group.objects.get(name="Viewers"))
    client.force_login(viewer, "django.contrib.auth.backends.ModelBackend")
    client.cookies["language"] = "ja"

    page = body(client.get(reverse("admin:support_department_change", args=[sales.pk])))

    assert "退役軍人の日" in page
    assert "Veterans Day" not in page


def test_form_that_is_saved_as_it_stands_changes_nothing(save, window):
    window.holidays, window.zone, window.season = "US", "UTC", "04-01..10-31"
    window.on_holidays, window.monthly, window.holidays_except = "12:00-15:00", "2", "Columbus Day"
    window.full_clean()
    window.save()
    before = LanguageWindow.objects.filter(pk=window.pk).values().get()

    save()

    assert LanguageWindow.objects.filter(pk=window.pk).values().get() == before


def test_window_that_nobody_touched_is_not_recorded_again(save, window):
    records = history_of(LanguageWindow).filter(id=window.pk)
    before = records.count()

    save()

    assert records.count() == before


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            {"every_weeks": "2"},
            "Hours that don’t apply every week need a first valid day. They first apply in that "
            "week.",
        ),
        ({"season": ["1", "4", "", ""]}, "Choose a day and a month for both dates"),
        (
            {"season": ["30", "2", "1", "4"]},
            "That month has no day 30: its last day is 29 February.",
        ),
        (
            {"season": ["1", "4", "31", "11"]},
            "That month has no day 31: its last day is 30 November.",
        ),
        ({"season": ["1", "13", "31", "12"]}, "Choose a day and a month for both dates"),
        ({"season": ["0", "1", "31", "12"]}, "Choose a day and a month for both dates"),
        ({"on_holidays": ["12:00", ""], "holidays": "Japan"}, "Enter both times"),
        ({"on_holidays": ["noon", "15"], "holidays": "Japan"}, "“noon” isn’t a time of day."),
        (
            {"on_holidays": ["12:00", "15:00"]},
            "Choose the country or region of these public holidays.",
        ),
        (
            {"holidays": "Japan", "holidays_except": ["Thanksgiving Day"]},
            "Did you mean “Labor Thanksgiving Day”",
        ),
    ],
)
def test_mistake_is_told_and_what_was_typed_stays(save, window, typed, told):
    response = save(**typed)

    form = response.context["inline_admin_formsets"][0].formset.forms[0]
    assert told in body(response)
    assert "This field is required." not in body(response)
    assert {name: form[name].value() for name in typed} == typed


@pytest.mark.parametrize(
    ("typed", "box"),
    [
        ({"every_weeks": "2"}, "id_windows-0-valid_from"),
        ({"valid_from": "tomorrow"}, "id_windows-0-valid_from"),
        ({"confirmed_until": "soon"}, "id_windows-0-confirmed_until"),
        ({"holidays": "Atlantis"}, "id_windows-0-holidays"),
        ({"season": ["30", "2", "1", "4"]}, "id_windows-0-season_0"),
    ],
)
def test_folded_fields_stand_open_where_one_has_a_mistake(save, window, typed, box):
    page = body(save(**typed))

    assert not is_folded(page, box)


def test_folded_fields_without_a_mistake_stay_folded(save, window):
    page = body(save(valid_from="tomorrow", holidays="Japan"))

    assert is_folded(page, "id_windows-0-holidays")


def test_clock_of_the_holidays_is_asked_for_where_there_are_several(save, window):
    page = body(save(zone="UTC", holidays="United States"))

    assert (
        "There are several time zones there (United States), and these hours use none of them. "
        "Choose the one the public holidays follow. Most people there use USA – New "
        "York (America/New_York)."
    ) in page
    assert not LanguageWindow.objects.exclude(holidays="").exists()


def test_only_clock_of_a_country_is_taken_and_told(save, window):
    page = body(save(zone="UTC", holidays="Japan"))

    window.refresh_from_db()
    assert window.holidays_zone == "Asia/Tokyo"
    assert "Public holidays (Japan) follow the time zone Japan." in page


def test_preview_and_save_tell_the_next_dates(save, window):
    preview = body(save("_preview", monthly=["1"], weekdays=["SU"]))
    dates = (
        "Next: Sun 6 Dec 2026 · Sun 3 Jan 2027 · Sun 7 Feb 2027 · Sun 7 Mar 2027 · Sun 4 Apr 2027"
    )

    assert "When these rules take effect" in preview
    assert dates in preview
    assert dates in body(save(monthly=["1"], weekdays=["SU"]))


def test_preview_tells_what_the_next_holidays_do(save, window):
    page = body(
        save(
            "_preview",
            zone="America/Chicago",
            holidays="United States",
            on_holidays=["12:00", "15:00"],
            before_holidays=["10:00", "12:00"],
        )
    )

    assert (
        "Wed 25 Nov 2026, the day before a public holiday (Thanksgiving Day): 10:00–12:00" in page
    )
    assert "Thu 26 Nov 2026, Thanksgiving Day: 12:00–15:00" in page


def test_more_rules_stand_open_only_where_they_are_used(staff_client, window, sales):
    url = reverse("admin:support_department_change", args=[sales.pk])
    assert 'data-fold="3" open>' not in body(staff_client.get(url))

    LanguageWindow.objects.filter(pk=window.pk).update(monthly="1")

    assert 'data-fold="3" open>' in body(staff_client.get(url))


def test_country_says_what_its_parts_add(staff_client, window, sales):
    LanguageWindow.objects.filter(pk=window.pk).update(holidays="GB", zone="Europe/London")

    page = body(staff_client.get(reverse("admin:support_department_change", args=[sales.pk])))

    assert "Only the holidays shared by all regions count (United Kingdom)." in page
    assert (
        "<strong>United Kingdom, England</strong> "
        '<span lang="en-GB">Easter Monday</span>, '
        '<span lang="en-GB">Late Summer Bank Holiday</span>'
    ) in page


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("UK", "United Kingdom, Scotland"),
        ("Australia (AU)", "Australia, New South Wales"),
        ("England", ""),
        ("Japan", ""),
        ("Atlantis", ""),
        ("", ""),
    ],
)
def test_what_parts_add_is_told_as_soon_as_a_calendar_is_chosen(staff_client, typed, part):
    note = body(staff_client.get(reverse("admin:calendar_parts"), {"text": typed}))

    assert part in note
    assert bool(part) == bool(note)


def test_what_parts_add_is_told_beside_what_was_typed(save, window):
    page = body(save(zone="Europe/London", holidays="UK", season=["31", "4", "1", "5"]))

    assert "Only the holidays shared by all regions count (United Kingdom)." in page


def test_make_up_working_days_of_a_calendar_are_offered(staff_client, window, sales, clock):
    clock.stop_at("2026-08-01T05:00:00+00:00")
    LanguageWindow.objects.filter(pk=window.pk).update(holidays="HU", zone="Europe/Budapest")
    url = reverse("admin:support_department_change", args=[sales.pk])
    page = body(staff_client.get(url))
    query = f"department={sales.pk}&amp;languages=ja&amp;first_day=2026-08-08"
    link = f"{ADD_SPECIAL_HOURS}?{query}&amp;effect=as-weekday&amp;like=FR"
    assert f'<a href="{link}">We work on this day as if it were a Friday</a>' in page

    form = read_form(staff_client.get(link.replace("&amp;", "&")))
    assert staff_client.post(ADD_SPECIAL_HOURS, form).status_code == 302

    row = SpecialHours.objects.get()
    assert (row.effect, row.like, row.languages) == ("as-weekday", "FR", ("ja",))
    assert link not in body(staff_client.get(url))


def test_two_editors_of_one_window_see_its_rules_in_words(staff_client, window, sales):
    url = reverse("admin:support_department_change", args=[sales.pk])
    form = read_form(staff_client.get(url))
    first = form | {"windows-0-monthly": ["1"], "windows-0-season": ["1", "4", "31", "10"]}
    assert staff_client.post(url, first).status_code == 302

    page = staff_client.post(url, form | {"windows-0-season": ["1", "5", "30", "9"]})

    theirs, mine = "1 April\u2009–\u200931 October", "1 May\u2009–\u200930 September"
    assert re.search(rf"<td>{theirs}</td>\s*<td>{mine}</td>", body(page))
    again = read_form(page)
    assert again["windows-0-monthly"] == ["1"]
    assert staff_client.post(url, again).status_code == 302
    window.refresh_from_db()
    assert str(window.season) == "05-01..09-30"


def test_hours_on_a_holiday_stand_in_the_list_of_holidays(staff_client, window, sales):
    LanguageWindow.objects.filter(pk=window.pk).update(holidays="JP", on_holidays="12:00-15:00")

    page = body(staff_client.get(reverse("admin:support_department_change", args=[sales.pk])))

    assert (
        '<strong>11 Jan 2027</strong> Coming of Age Day (<span lang="ja">成人の日</span>)' in page
    )
    assert "· 12:00–15:00" in page


def test_yearly_entry_is_entered_and_its_dates_are_told(staff_client, window, sales):
    page = body(
        special(
            staff_client,
            department=str(sales.pk),
            first_day="2028-02-29",
            effect="closed",
            repeats="yearly",
        )
    )

    row = SpecialHours.objects.get()
    assert (row.repeats, row.last_day) == ("yearly", date(2028, 2, 29))
    assert "Every leap year from 29 Feb 2028; not in other years" in page
    assert "Next: Tue 29 Feb 2028 · Sun 29 Feb 2032" in page


def test_monthly_entry_for_two_languages_without_an_end(staff_client, sales):
    special(
        staff_client,
        department=str(sales.pk),
        first_day="2026-12-01",
        effect="closed",
        weekdays=["TH"],
        repeats="monthly",
        monthly=["3", "-1"],
        languages=["ja", "en"],
    )

    row = SpecialHours.objects.get()
    assert (row.monthly, row.last_day, row.languages) == ({3, -1}, None, ("en", "ja"))


def test_more_hours_and_the_hours_of_another_weekday(staff_client, sales):
    usual = {"department": str(sales.pk)}
    hours = {"opens": "19", "closes": "21", "zone": "UTC"}
    special(staff_client, first_day="2026-12-01", effect="also", **usual, **hours)
    special(staff_client, first_day="2027-02-20", effect="as-weekday", like="MO", **usual)

    assert list(SpecialHours.objects.order_by("first_day").values_list("effect", "like")) == [
        ("also", ""),
        ("as-weekday", "MO"),
    ]


def test_entry_that_contradicts_another_is_told_how_to_split(staff_client, sales):
    factories.closed_on("2026-12-24/2026-12-31", department=sales)

    page = body(
        special(
            staff_client,
            department=str(sales.pk),
            first_day="2026-12-30",
            last_day="2027-01-03",
            effect="as-usual",
        )
    )

    assert "Enter only 1–3 Jan 2027 here, or change the other one." in page
    assert SpecialHours.objects.count() == 1


@pytest.mark.parametrize(
    ("entry", "days"),
    [
        (
            {"first_day": "2026-12-20", "last_day": "2026-12-26", "repeats": "yearly"},
            "20–23 Dec 2026",
        ),
        (
            {
                "first_day": "2027-12-27",
                "repeats": "monthly",
                "weekdays": ["MO"],
                "monthly": ["-1"],
            },
            "from 1 Jan 2028",
        ),
    ],
)
def test_entry_that_repeats_is_told_how_to_split_it(staff_client, sales, entry, days):
    factories.closed_on("2027-12-24/2027-12-31", department=sales)

    page = body(special(staff_client, department=str(sales.pk), effect="as-usual", **entry))

    assert f"Enter only {days} here, or change the other one." in page


def test_closure_until_further_notice_is_entered(staff_client, sales):
    form = read_form(staff_client.get(ADD_CLOSURE))
    typed = {"starts_on": "2026-12-24", "starts_at": "12:00", "zone": "UTC"}
    staff_client.post(ADD_CLOSURE, form | typed)

    assert Closure.objects.get().ends_on is None


def test_clock_given_by_a_migration_is_asked_about_until_it_is_confirmed(
    staff_client, window, sales
):
    LanguageWindow.objects.filter(pk=window.pk).update(
        holidays="US", zone="UTC", holidays_zone="America/New_York", holidays_zone_assumed=True
    )
    page = body(staff_client.get(FIRST_PAGE))
    assert "Public holiday time zones to confirm (1)" in page
    assert (
        "Sales · Japanese: Mon–Fri 10:00–18:00 UTC · except public holidays (United States): "
        "public holidays (United States) follow the "
        "time zone USA – New York"
    ) in page

    version = Department.objects.get(pk=sales.pk).edit_version
    url = reverse("admin:confirm_window", args=[window.pk])
    page = body(
        staff_client.post(url, {"seen_edit_version": version, "what": "holidays_zone"}, follow=True)
    )

    assert "public holiday time zone confirmed" in page
    assert "Public holiday time zones to confirm" not in page
    window.refresh_from_db()
    assert window.confirmed_until is None


def test_clock_that_somebody_changes_is_not_asked_about(save, window):
    LanguageWindow.objects.filter(pk=window.pk).update(
        holidays="US", zone="UTC", holidays_zone="America/New_York", holidays_zone_assumed=True
    )

    save(holidays_zone="America/Chicago")

    window.refresh_from_db()
    assert not window.holidays_zone_assumed


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["1 April – 31 October", "the first and the last", "every second week"]),
        ("de", ["1. April – 31. Oktober", "der erste und der letzte"]),
        ("ja", ["4月1日～10月31日", "第1、最終"]),
    ],
)
def test_viewer_reads_the_rules_in_words(client, window, django_user_model, sales, language, words):
    window.season, window.monthly, window.holidays = "04-01..10-31", "1,-1", "JP"
    window.on_holidays, window.every_weeks = "12:00-15:00", 2
    window.valid_from = date(2026, 11, 30)
    window.full_clean()
    window.save()
    viewer = django_user_model.objects.create_user("viewer", is_staff=True)
    names = ["view_department", "view_languagewindow"]
    viewer.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(viewer)
    client.cookies["language"] = language

    page = body(client.get(reverse("admin:support_department_change", args=[sales.pk])))

    assert [each for each in words if each not in page] == []
