"""A holiday is called as readers of the page call it, wherever it is."""

from __future__ import annotations

from datetime import date

import pytest

from support.locales.holiday_names import (
    holiday_name,
    holiday_names_in,
    own_name,
    own_names,
    translated_name,
)

JUNETEENTH = "Juneteenth National Independence Day"


@pytest.mark.parametrize(
    ("code", "day", "site_language", "name"),
    [
        ("JP", date(2027, 1, 11), "en", ("Coming of Age Day", "en-US")),
        ("JP", date(2027, 1, 11), "ja", ("成人の日", "ja")),
        ("CH-GE", date(2027, 3, 29), "fr", ("Lundi de Pâques", "fr")),
        ("FI", date(2027, 1, 6), "sv", ("Trettondag", "sv-FI")),
    ],
)
def test_name_is_the_one_that_the_calendar_has_in_the_language_of_the_page(
    code, day, site_language, name
):
    assert holiday_name(code, day, site_language) == name


@pytest.mark.parametrize(
    ("code", "day", "site_language", "name"),
    [
        ("JP", date(2027, 1, 11), "de", "Tag der Volljährigkeit"),
        ("US", date(2026, 11, 26), "ja", "感謝祭"),
        ("US-IL", date(2027, 3, 1), "ja", "カジミール・プラスキの日"),
        ("KR", date(2026, 9, 26), "de", "Zweiter Tag von Chuseok"),
        ("KR", date(2026, 8, 17), "fr", "jour de remplacement\xa0: Jour de la Libération"),
        ("US", date(2026, 11, 26), "fr", "Jour de l’Action de grâce"),
        ("GB-ENG", date(2027, 3, 26), "sv", "Långfredagen"),
        ("GB-ENG", date(2027, 3, 26), "da", "Langfredag"),
        ("GB-ENG", date(2027, 3, 26), "nl", "Goede Vrijdag"),
        ("SE", date(2027, 6, 25), "it", "Vigilia di mezza estate"),
        ("DE", date(2027, 10, 3), "pt", "Dia da Unidade Alemã"),
        ("NZ", date(2027, 2, 6), "es", "Día de Waitangi"),
        ("IN", date(2026, 10, 2), "ja", "ガンディー誕生日"),
        ("IN", date(2026, 10, 2), "de", "Geburtstag von Mahatma Gandhi"),
        ("EG", date(2027, 1, 7), "ja", "コプト教のクリスマス"),
        ("AR", date(2027, 5, 25), "ja", "五月革命記念日"),
        ("MC", date(2026, 11, 19), "it", "Festa del Principe"),
        ("BY", date(2027, 5, 11), "sv", "Radonitsa (de dödas dag)"),
    ],
)
def test_foreign_holiday_has_a_name_in_the_language_of_the_page(code, day, site_language, name):
    assert holiday_name(code, day, site_language) == (name, site_language)


@pytest.mark.parametrize(
    ("code", "day", "site_language", "name"),
    [
        ("AU", date(2026, 12, 28), "de", "Ersatzfeiertag: Zweiter Weihnachtstag"),
        ("AU", date(2026, 12, 28), "en", "Boxing Day, observed"),
        ("AU", date(2026, 12, 28), "ja", "クリスマスの翌日の振替休日"),
        ("KR", date(2027, 10, 11), "de", "Ersatzfeiertag: Hangul-Tag"),
        ("AE", date(2027, 3, 9), "nl", "Suikerfeest, vermoedelijke datum"),
    ],
)
def test_remark_on_a_day_is_translated_too(code, day, site_language, name):
    found = holiday_name(code, day, site_language)
    assert found is not None
    assert found.text == name


def test_name_that_nobody_has_translated_is_its_own():
    assert holiday_name("US-VT", date(2027, 8, 16), "da") is None
    assert own_name("US-IL", "Casimir Pulaski Day") == ("Casimir Pulaski Day", "en-US")


def test_name_in_letters_that_readers_do_not_know_is_told_in_english():
    assert holiday_name("NP", date(2027, 1, 15), "sv") == ("Maghe Sankranti", "en-US")


def test_apostrophes_are_those_of_print():
    assert holiday_name("US", date(2027, 1, 1), "en") == ("New Year’s Day", "en-US")
    assert own_name("US", "New Year's Day") == ("New Year’s Day", "en-US")


def test_holidays_that_can_be_left_out_come_with_their_names_on_the_page():
    assert list(holiday_names_in("US", (2027,), "fr").items())[:3] == [
        ("New Year's Day", "Jour de l’An"),
        ("Martin Luther King Jr. Day", "Journée Martin Luther King"),
        ("Washington's Birthday", "Anniversaire de Washington"),
    ]
    assert translated_name("US", JUNETEENTH, 2026, "ja") == "奴隷解放記念日"
    assert own_names("JP", (2027,))["Coming of Age Day"] == "成人の日"


def test_holiday_that_is_observed_on_another_day_is_listed_by_its_name_alone():
    boxing_day = {"Boxing Day": "Zweiter Weihnachtstag"}
    assert holiday_names_in("AU", (2026, 2027), "de").items() >= boxing_day.items()


def test_own_name_is_that_of_the_holiday_and_not_of_the_day_off_for_it():
    assert own_names("KR", [2026])["Liberation Day"] == "광복절"
    assert "Alternative holiday for Liberation Day" not in own_names("KR", [2026])
