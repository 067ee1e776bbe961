"""The one date control of the desk, its times and pickers."""

from __future__ import annotations

import json
from datetime import date, time

import pytest
from django import forms
from django.contrib.auth.models import User
from django.http import QueryDict
from django.urls import reverse
from django.utils import translation

from support.admin.fields.date import DateField
from support.admin.fields.pickers import CalendarField, LanguageField, ZoneField
from support.models import Closure, LanguageWindow, SpecialHours, StaffProfile
from tests.admin.form import read_form

pytestmark = pytest.mark.django_db

ADD_SPECIAL_HOURS = reverse("admin:support_specialhours_add")
ADD_CLOSURE = reverse("admin:support_closure_add")

# 23:58 on 25 November in UTC, 08:58 of the next day in Tokyo.
MORNING_IN_TOKYO = "2026-11-25T23:58:00+00:00"


@pytest.fixture(autouse=True)
def morning_in_tokyo(clock):
    clock.stop_at(MORNING_IN_TOKYO)


@pytest.fixture
def enter(staff_client, initial_data):
    """Save a closed day, in a site language, with what is typed into some fields."""

    def enter(language="en", **typed):
        staff_client.cookies["language"] = language
        form = read_form(staff_client.get(ADD_SPECIAL_HOURS))
        return staff_client.post(ADD_SPECIAL_HOURS, form | {"effect": ["closed"]} | typed)

    return enter


def mistakes(response):
    form = response.context["adminform"].form
    return {name: [str(each) for each in errors] for name, errors in form.errors.items()}


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en", "05/12/2026"),
        ("en", "5.12.2026"),
        ("en", "5 Dec 2026"),
        ("fr", "5.12.2026"),
        ("pt", "5.12.2026"),
        ("de", "5. Dezember 2026"),
        ("es", "5 de diciembre de 2026"),
        ("it", "5 dicembre 2026"),
        ("nl", "5-12-2026"),
        ("sv", "5/12 2026"),
        ("da", "lørdag den 5. december 2026"),
        ("ja", "2026/12/5"),
        ("ja", "２０２６年１２月５日"),
    ],
)
def test_date_is_stored_as_it_is_meant(enter, language, typed):
    assert enter(language, first_day=typed).status_code == 302
    assert SpecialHours.objects.get().first_day == date(2026, 12, 5)


def test_what_was_understood_stands_beside_the_box(enter):
    body = enter(first_day="05/12/2026", last_day="nonsense").content.decode()

    assert 'value="05/12/2026"' in body
    assert '<output class="date-in-words" for="id_first_day">Saturday 5 December 2026</output>' in (
        body
    )


def test_stored_date_is_shown_in_words_too(staff_client, enter):
    enter("ja", first_day="2026年12月5日")
    row = SpecialHours.objects.get()
    page = staff_client.get(reverse("admin:support_specialhours_change", args=[row.pk]))

    body = page.content.decode()
    assert 'value="2026-12-05"' in body
    assert ">2026年12月5日土曜日</output>" in body


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        (
            "en",
            "the 5th",
            "“the 5th” isn’t a date we recognise. Include the year, for example 24/12/2026 or 24 "
            "December 2026.",
        ),
        (
            "ja",
            "05/12/2026",
            "「05/12/2026」は2026年5月12日とも2026年12月5日とも読めます。"
            "2026/12/24の順序で入力してください。",
        ),
        (
            "sv",
            "i morgon",
            "”i morgon” går inte att läsa som ett datum: skriv det med årtal, till exempel "
            "2026-12-24 eller 24 december 2026.",
        ),
        (
            "de",
            "31.11.2026",
            "„31.11.2026“ lässt sich nicht als Datum lesen: Schreiben Sie es mit Jahr, zum "
            "Beispiel 24.12.2026 oder 24. Dezember 2026.",
        ),
        (
            "en",
            "Friday 5 December 2026",
            "That date is Saturday 5 December 2026. Correct the weekday, or leave it out.",
        ),
    ],
)
def test_mistake_is_one_sentence_that_says_what_would_be_right(enter, language, typed, expected):
    response = enter(language, first_day=typed)

    with translation.override(language):
        assert mistakes(response) == {"first_day": [expected]}
    assert expected in response.content.decode()


def test_box_that_is_empty_or_wrong_has_one_mistake(enter):
    response = enter(first_day="x", effect="hours", opens="noon", closes="x", zone="Atlantis")

    assert {name: len(errors) for name, errors in mistakes(response).items()} == {
        "first_day": 1,
        "opens": 1,
        "closes": 1,
        "zone": 1,
    }
    assert mistakes(enter(first_day="")) == {"first_day": ["Enter a date."]}


def test_past_date_is_asked_about_and_taken_when_it_is_meant(enter):
    asked = enter(first_day="12/05/2026")

    assert mistakes(asked) == {
        "first_day": [
            "Tuesday 12 May 2026 is in the past. Correct it, or tick “Use this past date”."
        ]
    }
    assert 'name="first_day-past" value="2026-05-12"' in asked.content.decode()
    taken = enter(**{"first_day": "12/05/2026", "first_day-past": "2026-05-12"})
    assert taken.status_code == 302
    assert SpecialHours.objects.get().first_day == date(2026, 5, 12)


def test_tick_counts_for_the_date_beside_which_it_stood(enter):
    response = enter(**{"first_day": "13/05/2026", "first_day-past": "2026-05-12"})

    assert "Wednesday 13 May 2026 is in the past" in mistakes(response)["first_day"][0]


def test_tick_stays_through_a_preview(staff_client, enter):
    body = enter(
        **{"first_day": "12/05/2026", "first_day-past": "2026-05-12", "_preview": "Preview"}
    ).content.decode()

    assert 'name="first_day-past" value="2026-05-12" checked' in body


def test_past_date_that_was_there_before_is_not_asked_about(staff_client, initial_data, clock):
    SpecialHours.objects.create(
        first_day=date(2026, 5, 12), last_day=date(2026, 5, 12), effect="closed"
    )
    url = reverse("admin:support_specialhours_change", args=[SpecialHours.objects.get().pk])
    form = read_form(staff_client.get(url))

    response = staff_client.post(url, form | {"reason_en": "Training"})

    assert response.status_code == 302
    assert "first_day-past" not in staff_client.get(url).content.decode()


def test_today_is_today_on_ones_own_clock(staff_client, enter):
    StaffProfile.objects.create(user=User.objects.get(username="admin"), zone="Asia/Tokyo")

    body = staff_client.get(ADD_SPECIAL_HOURS).content.decode()
    assert 'data-zone="Asia/Tokyo"' in body
    assert "is in the past" in mistakes(enter(first_day="25/11/2026"))["first_day"][0]
    assert enter(first_day="26/11/2026").status_code == 302


def test_on_the_clock_of_the_server_it_is_the_day_before(enter):
    assert enter(first_day="25/11/2026").status_code == 302


@pytest.mark.parametrize(
    "path",
    [
        ADD_SPECIAL_HOURS,
        ADD_CLOSURE,
        reverse("admin:support_department_add"),
        "/admin/auth/user/1/change/",
    ],
)
def test_nothing_speaks_of_servers(staff_client, initial_data, path):
    path = path.replace("/1/", f"/{User.objects.get(username='admin').pk}/")

    assert "DateTimeShortcuts.js" not in staff_client.get(path).content.decode()


def test_date_is_read_while_it_is_typed(staff_client):
    url = reverse("admin:read_date")

    understood = staff_client.get(url, {"text": "5.12.2026"})
    refused = staff_client.get(url, {"text": "5.13."})
    assert json.loads(understood.content) == {"words": "Saturday 5 December 2026", "mistake": ""}
    assert json.loads(refused.content) == {
        "words": "",
        "mistake": "“5.13.” isn’t a date we recognise. Include the year, for example 24/12/2026 "
        "or 24 December 2026.",
    }
    assert json.loads(staff_client.get(url).content) == {"words": "", "mistake": ""}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Thursday 24 December 2026"),
        ("ja", "2026年12月24日木曜日"),
        ("it", "giovedì 24 dicembre 2026"),
        ("pt", "quinta-feira, 24 de dezembro de 2026"),
        ("fr", "jeudi 24 décembre 2026"),
        ("de", "Donnerstag, 24. Dezember 2026"),
        ("nl", "donderdag 24 december 2026"),
        ("es", "jueves, 24 de diciembre de 2026"),
        ("sv", "torsdag 24 december 2026"),
        ("da", "torsdag den 24. december 2026"),
    ],
)
def test_date_is_read_in_the_language_of_the_desk(staff_client, language, words):
    staff_client.cookies["language"] = language

    answer = staff_client.get(reverse("admin:read_date"), {"text": "2026-12-24"})

    assert answer.json() == {"words": words, "mistake": ""}


class DateForm(forms.Form):
    day = DateField(asks_past=True)


def test_value_that_was_not_sent_is_missing():
    assert DateForm(QueryDict("")).errors == {"day": ["Enter a date."]}


def test_unchanged_date_in_another_spelling_is_no_change():
    form = DateForm(QueryDict("day=5.12.2026"), initial={"day": date(2026, 12, 5)})

    assert form.changed_data == []


@pytest.fixture
def close(staff_client, initial_data):
    def close(**typed):
        form = read_form(staff_client.get(ADD_CLOSURE))
        usual = {"starts_on": "24/12/2026", "starts_at": "9am", "zone": "Berlin"}
        return staff_client.post(ADD_CLOSURE, form | usual | typed, follow=True)

    return close


@pytest.mark.parametrize("typed", ["24:00", "24.00", "2400", "24 Uhr", "24時"])
def test_closure_until_24_00_ends_as_the_next_day_begins(close, typed):
    close(ends_on="24/12/2026", ends_at=typed)

    row = Closure.objects.get()
    assert (row.starts_on, row.starts_at) == (date(2026, 12, 24), time(9))
    assert (row.ends_on, row.ends_at, row.zone) == (date(2026, 12, 25), time(0), "Europe/Berlin")


def test_closure_cannot_last_until_the_end_of_the_last_day_that_there_is(close):
    response = close(ends_on="9999-12-31", ends_at="24:00")

    assert mistakes(response) == {"ends_on": ["Choose a year between 1900 and 2200."]}


def test_closure_cannot_begin_at_24_00(close):
    response = close(starts_at="24:00", ends_on="25/12/2026", ends_at="9")

    assert mistakes(response) == {
        "starts_at": ["Hours can’t open at 24:00. The day starts at 00:00."]
    }


HINT = (
    "Hours ending at 23:59 leave out the last minute of the day. For the end of the day, enter "
    "24:00, or tick “I mean 23:59”."
)


def test_a_minute_before_the_end_of_the_day_is_asked_about(close):
    response = close(ends_on="24/12/2026", ends_at="23:59")

    assert mistakes(response) == {"ends_at": [HINT]}
    assert 'name="ends_at-meant"' in response.content.decode()
    assert not Closure.objects.exists()


def test_a_minute_before_the_end_of_the_day_is_taken_when_it_is_meant(close):
    close(**{"ends_on": "24/12/2026", "ends_at": "23:59", "ends_at-meant": "on"})

    assert Closure.objects.get().ends_at == time(23, 59)


def test_end_of_the_day_is_not_asked_about(close):
    close(ends_on="24/12/2026", ends_at="24:00")

    assert Closure.objects.get().ends_on == date(2026, 12, 25)


def test_tick_for_a_minute_before_the_end_of_the_day_stays_through_a_preview(close):
    body = close(
        **{
            "ends_on": "24/12/2026",
            "ends_at": "23:59",
            "ends_at-meant": "on",
            "_preview": "Preview",
        }
    ).content.decode()

    assert 'name="ends_at-meant" checked' in body
    assert not Closure.objects.exists()


def test_a_minute_before_the_end_of_the_day_is_asked_about_for_windows(desk):
    form = desk.untouched() | {"windows-0-hours": ["0-23:59"]}

    asked = desk.save(form)
    assert HINT in asked.content.decode()

    assert desk.save(form | {"windows-0-closes-meant": ["on"]}).status_code == 302
    again = desk.open()
    assert again["windows-0-hours"] == ["00:00–23:59"]
    assert desk.save(again | {"windows-0-hours": ["1-23:59"]}).status_code == 302


@pytest.mark.parametrize(
    ("field", "typed", "expected"),
    [
        (ZoneField(), "Berlin", "Europe/Berlin"),
        (ZoneField(), "England", "Europe/London"),
        (ZoneField(), "Deutschland", "Europe/Berlin"),
        (ZoneField(), "okyo", "okyo"),
        (ZoneField(), "kyot", "Asia/Tokyo"),
        (ZoneField(), "Japan (Asia/Tokyo)", "Asia/Tokyo"),
        (ZoneField(), "utc", "UTC"),
        (ZoneField(), "Nowhere", "Nowhere"),
        (ZoneField(), "Z", "UTC"),
        (LanguageField(), "Korean", "ko"),
        (LanguageField(), "Deutsch", "de"),
        (LanguageField(), "日本語", "ja"),
        (LanguageField(), "Português", "pt"),
        (LanguageField(), "korea", "ko"),
        (LanguageField(), "pt-br", "pt-BR"),
        (LanguageField(), "Portuguese", "pt"),
        (LanguageField(), "brazilian", "pt-BR"),
        (CalendarField(), "Bayern", "DE-BY"),
        (CalendarField(), "England", "GB-ENG"),
        (CalendarField(), "jap", "JP"),
        (CalendarField(), "Wales", "GB-WLS"),
        (CalendarField(), "New South Wales", "AU-NSW"),
        (CalendarField(), "Great Britain", "GB"),
        (CalendarField(), "UK", "GB"),
        (CalendarField(), "USA", "US"),
        (CalendarField(), "Korea", "KR"),
        (CalendarField(), "Angleterre", "GB-ENG"),
        (CalendarField(required=False), "", ""),
    ],
)
def test_part_of_a_name_is_taken_where_one_thing_matches(field, typed, expected):
    assert field.clean(typed) == expected


@pytest.mark.parametrize(
    ("field", "typed", "expected"),
    [
        (
            ZoneField(),
            "Washington",
            "“Washington” could mean USA – New York (America/New_York) or "
            "USA – Los Angeles (America/Los_Angeles). Please choose one.",
        ),
        (
            ZoneField(),
            "Congo",
            "“Congo” could mean Congo - Kinshasa – Kinshasa (Africa/Kinshasa), Congo - Kinshasa – "
            "Lubumbashi (Africa/Lubumbashi) or Congo - Brazzaville (Africa/Brazzaville). Please "
            "choose one.",
        ),
        (
            CalendarField(),
            "Congo",
            "“Congo” could mean Congo - Brazzaville (CG) or Congo - Kinshasa (CD). Please choose "
            "one.",
        ),
        (
            LanguageField(),
            "norw",
            "“norw” could mean Norwegian (no), Norwegian Bokmål (nb) or Norwegian Nynorsk (nn). "
            "Please choose one.",
        ),
    ],
)
def test_several_matches_are_offered(field, typed, expected):
    with pytest.raises(forms.ValidationError) as caught:
        field.clean(typed)
    assert caught.value.messages == [expected]


def test_list_of_matches_that_is_cut_says_so():
    with pytest.raises(forms.ValidationError) as caught:
        ZoneField().clean("CET")
    (message,) = caught.value.messages
    assert message.startswith("“CET” could mean Germany – Berlin (Europe/Berlin), France")
    assert message.endswith(" or others. Type more of the name.")


def test_names_are_those_of_the_active_language():
    with translation.override("de"):
        assert ZoneField().clean("Mailand") == "Europe/Rome"
        assert LanguageField().clean("Japanisch") == "ja"
        assert CalendarField().clean("Österreich") == "AT"


def test_window_takes_a_part_of_each_name(desk, sales):
    form = desk.untouched() | {"windows-0-zone": ["Mumbai"], "windows-0-hours": ["9am-5pm"]}

    assert desk.save(form).status_code == 302
    window = LanguageWindow.objects.filter(department=sales).order_by("pk")[0]
    assert (window.zone, window.opens) == ("Asia/Kolkata", time(9))


def test_a_minute_before_the_end_of_the_day_is_asked_about_for_public_holidays(desk):
    form = desk.untouched() | {
        "windows-0-holidays": ["Japan"],
        "windows-0-on_holidays": ["12:00", "23:59"],
    }

    asked = desk.save(form)
    assert HINT in asked.content.decode()

    assert desk.save(form | {"windows-0-on_holidays-meant": ["on"]}).status_code == 302
    again = desk.open()
    assert again["windows-0-on_holidays"] == ["12:00", "23:59"]
    assert desk.save(again | {"windows-0-opens": ["1"]}).status_code == 302
