"""The page that says why a department is open or closed at a moment."""

from __future__ import annotations

from datetime import time

import pytest
from django.contrib.auth.models import Permission, User
from django.urls import reverse

from support.models import (
    Department,
    LanguageWindow,
    SpecialHours,
    StaffProfile,
    UnscheduledLanguage,
)
from support.schedule import EVERY_DAY, DayHours
from tests import factories

pytestmark = pytest.mark.django_db

URL = reverse("admin:explain")
MONDAY_NOON = {
    "department": "sales",
    "language": "ja",
    "date": "2026-11-23",
    "time": "12:00",
    "zone": "Asia/Tokyo",
}


@pytest.fixture(autouse=True)
def _on_a_monday(clock) -> None:
    clock.stop_at("2026-11-23T05:00:00+00:00")


@pytest.fixture
def ask(staff_client, initial_data):
    """What the page says of the one language that is asked about."""

    def of(**query: str):
        (language,) = staff_client.get(URL, MONDAY_NOON | query).context["languages"]
        return language

    return of


def rules(language) -> list[tuple[str, str, bool]]:
    return [(rule.name, rule.word, rule.decides) for rule in language.rules]


def links(rows) -> list[str]:
    return [row.url for row in rows]


def form_of(department: Department) -> str:
    return reverse("admin:support_department_change", args=[department.pk])


def closed(department: Department | None, reason: str = "", **more) -> SpecialHours:
    return factories.closed_on("2026-11-23", department=department, reason_en=reason, **more)


def test_open_hours_name_their_window_and_how_long_they_last(ask, sales):
    japanese = ask()

    assert (japanese.name, japanese.word) == ("Japanese", "Open")
    assert japanese.since.words == "Mon 23 Nov 2026, 10:00 (Japan time)"
    assert japanese.until.words == "Mon 23 Nov 2026, 18:00 (Japan time)"
    assert rules(japanese) == [
        ("Language window", "Open", True),
        ("Outside hours", "Closed", False),
    ]
    assert links(japanese.rules[0].rows) == [f"{form_of(sales)}#windows-1"]


def test_link_to_a_window_leads_to_its_place_in_the_form(staff_client, ask, sales):
    window = LanguageWindow.objects.get(department=sales, language="ja")

    page = staff_client.get(form_of(sales)).content.decode()

    assert links(ask().rules[0].rows) == [f"{form_of(sales)}#windows-1"]
    assert f'name="windows-1-id" value="{window.pk}"' in page


def test_past_and_future_are_explained_alike(ask):
    assert ask(date="1999-11-22").word == "Open"
    assert ask(date="2188-11-24").word == "Open"
    assert ask(date="2026-11-22").word == "Closed"


def test_end_at_midnight_is_24_hours_and_leads_to_the_instant(ask):
    LanguageWindow.objects.filter(language="ja").update(closes=time(0))

    until = ask().until

    assert until.words == "Mon 23 Nov 2026, 24:00 (Japan time)"
    assert (until.date, until.time) == ("2026-11-24", "00:00")


def test_state_that_never_changes_has_no_since_and_no_until(ask):
    english = ask(department="customer-support", language="en")

    assert (english.word, english.since, english.until) == ("Open", None, None)


def test_rules_stand_in_order_of_precedence_with_links_to_their_rows(ask, sales):
    LanguageWindow.objects.filter(language="ja").update(holidays="JP")
    meeting = closed(sales, "Company meeting")
    closure = factories.closure("2026-11-23T11:00", "2026-11-23T13:00", "Asia/Tokyo")

    japanese = ask()

    assert rules(japanese) == [
        ("Closure", "Closed", True),
        ("Special hours", "Closed", False),
        ("Outside hours", "Closed", False),
        ("Public holiday", "Closed", False),
    ]
    assert [rule.lost for rule in japanese.rules] == [False, False, False, True]
    assert links(japanese.rules[0].rows) == [
        reverse("admin:support_closure_change", args=[closure.pk])
    ]
    assert links(japanese.rules[1].rows) == [
        reverse("admin:support_specialhours_change", args=[meeting.pk])
    ]
    assert japanese.rules[1].rows[0].text == (
        "23 Nov 2026 · Closed all day · Sales · Company meeting"
    )
    assert japanese.rules[1].effect == "overrides:"
    assert links(japanese.rules[1].windows) == [f"{form_of(sales)}#windows-1"]


def test_holiday_is_named_and_leads_to_the_window_that_observes_it(ask, sales, staff_client):
    LanguageWindow.objects.filter(language="ja").update(holidays="JP")

    japanese = ask()

    assert rules(japanese) == [
        ("Public holiday", "Closed", True),
        ("Outside hours", "Closed", False),
    ]
    assert japanese.rules[0].holidays[0].name.text == "Labor Thanksgiving Day"
    assert japanese.rules[0].effect == "observed by:"
    assert links(japanese.rules[0].windows) == [f"{form_of(sales)}#windows-1"]
    assert "Labor Thanksgiving Day (" in staff_client.get(URL, MONDAY_NOON).content.decode()


def test_day_before_a_holiday_is_named_as_that_and_leads_to_the_window(ask, sales):
    LanguageWindow.objects.filter(language="ja").update(
        holidays="JP", before_holidays=DayHours(10 * 60, 15 * 60)
    )

    # The day before New Year's Day.
    open_, closed_ = (ask(date="2026-12-31", time=hour) for hour in ("12:00", "16:00"))

    assert rules(open_)[0] == ("Day before a public holiday", "Open", True)
    assert rules(closed_)[0] == ("Day before a public holiday", "Closed", True)
    assert links(closed_.rules[0].windows) == [f"{form_of(sales)}#windows-1"]


def test_as_usual_lets_the_window_hold(ask, sales):
    LanguageWindow.objects.filter(language="ja").update(holidays="JP")
    closed(sales, language="ja")
    SpecialHours.objects.update(effect="as-usual")

    japanese = ask()

    assert rules(japanese)[0] == ("Special hours", "Open", True)
    assert japanese.rules[0].effect == "applies despite:"
    assert links(japanese.rules[0].windows) == [f"{form_of(sales)}#windows-1"]


def test_overruled_special_hours_are_not_taken_for_a_window_of_the_same_key(ask, sales):
    japanese = LanguageWindow.objects.get(department=sales, language="ja")
    of_all = factories.hours_on("2026-11-23", "09:00-20:00 Asia/Tokyo", id=japanese.pk)
    of_sales = closed(sales, id=japanese.pk + 1)

    special = ask().rules[0]

    change = "admin:support_specialhours_change"
    assert links(special.rows) == [reverse(change, args=[of_sales.pk])]
    assert links(special.windows) == [
        f"{form_of(sales)}#windows-1",
        reverse(change, args=[of_all.pk]),
    ]


def test_language_without_stated_hours_leads_to_its_row(ask, sales):
    UnscheduledLanguage.objects.create(department=sales, language="da")

    danish = ask(language="da")

    assert rules(danish) == [("No set hours", "No set hours", True)]
    assert links(danish.rules[0].rows) == [f"{form_of(sales)}#unscheduled_languages-0"]


def test_rows_that_somebody_may_not_see_have_no_link(client, sales):
    viewer = User.objects.create_user("viewer", is_staff=True)
    viewer.user_permissions.add(Permission.objects.get(codename="view_department"))
    client.force_login(viewer, backend="django.contrib.auth.backends.ModelBackend")
    closed(sales)

    (japanese,) = client.get(URL, MONDAY_NOON).context["languages"]

    assert links(japanese.rules[0].rows) == [""]
    assert links(japanese.rules[0].windows) == [f"{form_of(sales)}#windows-1"]


def test_empty_language_asks_about_all(staff_client, initial_data):
    context = staff_client.get(URL, MONDAY_NOON | {"language": ""}).context

    assert [language.tag for language in context["languages"]] == [
        *["en", "ja", "de", "nl", "es", "fr", "it"]
    ]


def test_without_a_question_it_is_now_on_the_own_clock(staff_client, initial_data):
    StaffProfile.objects.create(user=User.objects.get(username="admin"), zone="Asia/Tokyo")

    context = staff_client.get(URL, {"department": "sales"}).context

    assert context["moment"].words == "Mon 23 Nov 2026, 14:00 (Japan time)"
    assert not context["is_past"]


@pytest.mark.parametrize("which", ["", "first", "second", "third"])
def test_time_that_comes_twice_offers_both(staff_client, initial_data, which):
    query = {"date": "2026-10-25", "time": "02:30", "zone": "Europe/Berlin", "which": which}

    choice = staff_client.get(URL, MONDAY_NOON | query).context["choice"]

    assert choice["is_repeated"]
    assert [option["words"] for option in choice["options"]] == [
        "02:30 GMT+02:00",
        "02:30 GMT+01:00",
    ]
    assert [option["is_shown"] for option in choice["options"]] == [
        which != "second",
        which == "second",
    ]


@pytest.mark.parametrize(
    ("which", "moment"), [("", "03:30"), ("first", "01:30"), ("second", "03:30")]
)
def test_time_that_is_left_out_offers_what_it_may_mean(staff_client, initial_data, which, moment):
    query = {"date": "2027-03-28", "time": "02:30", "zone": "Europe/Berlin", "which": which}

    context = staff_client.get(URL, MONDAY_NOON | query).context

    assert context["moment"].words == f"Sun 28 Mar 2027, {moment} (Central European Time)"
    assert [option["words"] for option in context["choice"]["options"]] == [
        "01:30 GMT+01:00",
        "03:30 GMT+02:00",
    ]


def test_link_to_an_instant_in_an_hour_that_comes_twice_means_the_right_pass(ask):
    LanguageWindow.objects.filter(department__slug="sales", language="ja").update(
        opens=time(1), closes=time(3), zone="UTC", weekdays=EVERY_DAY
    )

    since = ask(date="2026-10-25", time="03:00", zone="Europe/Berlin").since

    assert (since.time, since.which) == ("02:00", "second")


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"department": "nobody"}, "nobody is not one of the available choices."),
        ({"department": ""}, "This field is required."),
        (
            {"language": "da"},
            "This department isn’t available in Danish. It is available in: English, Japanese, "
            "German, Dutch, Spanish, French and Italian.",
        ),
        ({"language": "Klingonese"}, "“Klingonese” isn’t a language tag."),
        ({"date": "2027-02-30"}, "“2027-02-30” isn’t a date we recognise"),
        ({"date": "9999-12-31"}, "Choose a year between 1900 and 2200."),
        ({"date": "0001-01-01"}, "Choose a year between 1900 and 2200."),
        ({"date": "2201-01-01", "time": "09:00"}, "Choose a year between 1900 and 2200."),
        ({"time": "25:00"}, "“25:00” isn’t a time of day."),
        ({"time": "9" * 5000}, "isn’t a time of day."),
        ({"zone": "Nowhere"}, "“Nowhere” isn’t a time zone."),
        ({"zone": ["UTC", "\x00"]}, "Null characters are not allowed."),
        ({"language": "x" * 5000}, "isn’t a language tag."),
    ],
)
def test_what_cannot_be_read_is_shown_at_its_field(staff_client, initial_data, wrong, expected):
    response = staff_client.get(URL, MONDAY_NOON | wrong)

    assert response.status_code == 200
    assert expected in response.content.decode()
    assert "languages" not in response.context


@pytest.mark.parametrize(
    "edge",
    [
        {"date": "1900-01-01", "time": "09:00"},
        {"date": "2201-01-01", "time": "08:59"},
        {"date": "2011-12-30", "zone": "Pacific/Apia"},
    ],
)
def test_moments_at_the_edges_are_explained(ask, edge):
    assert ask(**edge).rules


def test_department_that_answers_in_no_language_yet_says_so(staff_client, initial_data):
    Department.objects.create(slug="new", name="New")

    page = staff_client.get(URL, {"department": "new"}).content.decode()

    assert "This department isn’t available in any language yet." in page


def test_form_of_a_department_leads_here(staff_client, sales):
    page = staff_client.get(form_of(sales)).content.decode()

    assert f'<a href="{URL}?department=sales">Explain</a>' in page
    assert f'<a href="{URL}?department=sales&amp;language=ja">Explain</a>' in page


def test_form_of_a_new_department_has_nothing_to_explain(staff_client):
    page = staff_client.get(reverse("admin:support_department_add")).content.decode()

    assert f"{URL}?" not in page


def test_queries_do_not_grow_with_what_has_a_say(
    staff_client, sales, django_assert_max_num_queries
):
    question = MONDAY_NOON | {"language": ""}
    closed(sales)
    staff_client.get(URL, question)
    with django_assert_max_num_queries(10):
        staff_client.get(URL, question)
    closed(sales, language="ja")
    closed(None)
    closed(None, language="fr")
    staff_client.get(URL, question)

    with django_assert_max_num_queries(10):
        staff_client.get(URL, question)


def test_page_needs_the_permission_to_view_departments(client, initial_data):
    client.force_login(
        User.objects.create_user("nobody", is_staff=True),
        backend="django.contrib.auth.backends.ModelBackend",
    )

    assert client.get(URL, MONDAY_NOON).status_code == 403


def test_portal_without_departments_has_a_page(staff_client):
    assert staff_client.get(URL).status_code == 200


@pytest.mark.parametrize(
    ("fields", "note"),
    [
        ({"season": "04-01..10-31"}, "leaves out this part of the year"),
        ({"every_weeks": 2, "valid_from": "2026-11-16"}, "leaves out this week"),
        ({"monthly": "1,-1"}, "holds on others of these weekdays in the month"),
        ({"valid_from": "2026-11-24"}, "not valid yet on this day"),
        ({"valid_through": "2026-11-22"}, "no longer valid on this day"),
        (
            {"season": "04-01..10-31", "monthly": "1"},
            "leaves out this part of the year and holds on others of these weekdays in the month",
        ),
    ],
)
def test_window_that_leaves_the_day_out_says_by_which_rule(ask, fields, note):
    LanguageWindow.objects.filter(department__slug="sales", language="ja").update(**fields)

    language = ask()

    *_others, rule = language.rules
    assert (rule.name, rule.word, rule.note) == ("Language window", "Closed", note)
    assert [row.text.startswith("Japanese: ") for row in rule.rows] == [True]
    assert rules(language)[0] == ("Outside hours", "Closed", True)


def test_public_holiday_that_does_not_count_is_named(ask):
    LanguageWindow.objects.filter(department__slug="sales", language="ja").update(
        holidays="JP", holidays_except="Labor Thanksgiving Day"
    )

    language = ask()

    rule = language.rules[-1]
    assert rules(language)[0] == ("Language window", "Open", True)
    assert (rule.name, rule.word, rule.effect) == ("Public holiday", "Open", "does not count for:")
    assert [holiday.native.text for holiday in rule.holidays] == ["勤労感謝の日"]
