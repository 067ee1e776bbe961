from __future__ import annotations

from datetime import date

import pytest

from support.locales.dates import (
    AmbiguousDate,
    UnreadableDate,
    WrongWeekday,
    date_example,
    read_date,
)
from support.locales.formatting import format_date, format_full_date

FIFTH = date(2026, 12, 5)
CHRISTMAS_EVE = date(2026, 12, 24)


@pytest.mark.parametrize("language", ["ja", "en", "it", "pt", "fr", "de", "nl", "es", "sv", "da"])
@pytest.mark.parametrize(
    "typed",
    ["2026-12-05", "2026/12/05", "2026.12.5", "2026 12 05", "20261205", "２０２６-１２-０５"],
)
def test_year_first_is_understood_in_every_language(typed, language):
    assert read_date(typed, language) == FIFTH


@pytest.mark.parametrize("language", ["en", "it", "pt", "fr", "de", "nl", "es", "da"])
@pytest.mark.parametrize(
    "typed",
    [
        "05/12/2026",
        "5/12/2026",
        "5.12.2026",
        "5.12.2026.",
        "05. 12. 2026",
        "5-12-2026",
        "5–12–2026",
        "5 12 2026",
        "５／１２／２０２６",
        "5/12/26",
        "05.12.26",
    ],
)
def test_day_goes_first_where_the_language_puts_it_first(typed, language):
    assert read_date(typed, language) == FIFTH


@pytest.mark.parametrize(
    ("typed", "language", "expected"),
    [
        ("5 Dec 2026", "en", FIFTH),
        ("5 December 2026", "en", FIFTH),
        ("5Dec2026", "en", FIFTH),
        ("5-Dec-26", "en", FIFTH),
        ("Dec 5, 2026", "en", FIFTH),
        ("5th of December 2026", "en", FIFTH),
        ("Sat 5 Dec 2026", "en", FIFTH),
        ("Sat 5/12/2026", "en", FIFTH),
        ("1st Sept 2026", "en", date(2026, 9, 1)),
        ("1 Sep 2026", "en", date(2026, 9, 1)),
        ("5. Dezember 2026", "de", FIFTH),
        ("5. Dez. 2026", "de", FIFTH),
        ("Sa., 5. Dez. 2026", "de", FIFTH),
        ("3. März 2026", "de", date(2026, 3, 3)),
        ("3. Mrz 2026", "de", date(2026, 3, 3)),
        ("3 Marz 2026", "de", date(2026, 3, 3)),
        ("5 décembre 2026", "fr", FIFTH),
        ("le 5 dec 2026", "fr", FIFTH),
        ("sam. 5 déc. 2026", "fr", FIFTH),
        ("1er août 2026", "fr", date(2026, 8, 1)),
        ("5 de diciembre de 2026", "es", FIFTH),
        ("5 dic 2026", "es", FIFTH),
        ("mar 8 dic 2026", "es", date(2026, 12, 8)),
        ("1 de setiembre de 2026", "es", date(2026, 9, 1)),
        ("5 dicembre 2026", "it", FIFTH),
        ("1° dicembre 2026", "it", date(2026, 12, 1)),
        ("l'8 dicembre 2026", "it", date(2026, 12, 8)),
        ("mar 10 mar 2026", "it", date(2026, 3, 10)),
        ("5 de dezembro de 2026", "pt", FIFTH),
        ("1.º de dezembro de 2026", "pt", date(2026, 12, 1)),
        ("segunda-feira, 7 de dezembro de 2026", "pt", date(2026, 12, 7)),
        ("5/dez/2026", "pt", FIFTH),
        ("za 5 dec 2026", "nl", FIFTH),
        ("5e december 2026", "nl", FIFTH),
        ("3 mrt 2026", "nl", date(2026, 3, 3)),
        ("den 5 dec. 2026", "sv", FIFTH),
        ("lördag 5 december 2026", "sv", FIFTH),
        ("lørdag den 5. december 2026", "da", FIFTH),
        ("5. dec. 2026", "da", FIFTH),
        ("2026年12月28日", "ja", date(2026, 12, 28)),
        ("２０２６年１２月２８日", "ja", date(2026, 12, 28)),
        ("2026年12月28日(月)", "ja", date(2026, 12, 28)),
        ("2026年 12月 28日 月曜日", "ja", date(2026, 12, 28)),
        ("26年12月28日", "ja", date(2026, 12, 28)),
        ("令和8年12月28日", "ja", date(2026, 12, 28)),
        ("令和元年5月1日", "ja", date(2019, 5, 1)),
        ("R8.12.28", "ja", date(2026, 12, 28)),
        ("2026年12月28日", "en", date(2026, 12, 28)),
        ("5 Dec 2026", "ja", FIFTH),
        ("5 Dec 2026", "it", FIFTH),
    ],
)
def test_names_of_months_are_understood(typed, language, expected):
    assert read_date(typed, language) == expected


@pytest.mark.parametrize(
    ("typed", "language", "expected"),
    [
        ("26-12-24", "sv", CHRISTMAS_EVE),
        ("26/12/24", "ja", CHRISTMAS_EVE),
        ("5/12 2026", "sv", FIFTH),
        ("24/12/2026", "ja", CHRISTMAS_EVE),
        ("12/24/2026", "en", CHRISTMAS_EVE),
        ("12/24/2026", "sv", CHRISTMAS_EVE),
    ],
)
def test_another_order_is_understood_where_it_has_one_reading(typed, language, expected):
    assert read_date(typed, language) == expected


@pytest.mark.parametrize(
    ("typed", "language", "readings"),
    [
        ("05/12/2026", "ja", (date(2026, 5, 12), FIFTH)),
        ("24/12/26", "sv", (date(2024, 12, 26), CHRISTMAS_EVE)),
    ],
)
def test_two_readings_are_named(typed, language, readings):
    with pytest.raises(AmbiguousDate) as caught:
        read_date(typed, language)
    assert caught.value.readings == readings


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "tomorrow",
        "5 December",
        "24.12.",
        "31/11/2026",
        "29.2.2027",
        "0/12/2026",
        "5/12/026",
        "5/12/02026",
        "05122026",
        "1/2/3/2026",
        "5 xx 2026",
        "2026-12-05T10:00",
        "5 + 12 + 2026",
        "٢٤/١٢/٢٠٢٦",
        "5/12/2026" + "0" * 5000,
        "5/12/2026\0",
    ],
)
def test_what_is_no_date_is_refused(typed):
    with pytest.raises(UnreadableDate):
        read_date(typed, "en")


def test_month_that_is_called_like_all_others_is_none():
    with pytest.raises(UnreadableDate) as caught:
        read_date("11月28日", "ja")
    assert caught.type is UnreadableDate


def test_weekday_that_is_another_is_refused():
    with pytest.raises(WrongWeekday) as caught:
        read_date("Friday 5 December 2026", "en")
    assert caught.value.day == FIFTH


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ja", "2026/12/24"),
        ("en", "24/12/2026"),
        ("it", "24/12/2026"),
        ("pt", "24/12/2026"),
        ("fr", "24/12/2026"),
        ("de", "24.12.2026"),
        ("nl", "24-12-2026"),
        ("es", "24/12/2026"),
        ("sv", "2026-12-24"),
        ("da", "24.12.2026"),
    ],
)
def test_example_is_in_the_order_of_the_language(language, expected):
    assert date_example(2026, language) == expected
    assert read_date(expected, language) == CHRISTMAS_EVE


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ja", "2026年12月5日土曜日"),
        ("en", "Saturday 5 December 2026"),
        ("it", "sabato 5 dicembre 2026"),
        ("pt", "sábado, 5 de dezembro de 2026"),
        ("fr", "samedi 5 décembre 2026"),
        ("de", "Samstag, 5. Dezember 2026"),
        ("nl", "zaterdag 5 december 2026"),
        ("es", "sábado, 5 de diciembre de 2026"),
        ("sv", "lördag 5 december 2026"),
        ("da", "lørdag den 5. december 2026"),
    ],
)
def test_date_in_words_can_be_read_again(language, expected):
    assert format_full_date(FIFTH, language) == expected
    assert read_date(expected, language) == FIFTH


@pytest.mark.parametrize("language", ["ja", "en", "it", "pt", "fr", "de", "nl", "es", "sv", "da"])
@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_of_every_language_can_be_read_again(language, month):
    day = date(2027, month, 11)
    assert read_date(format_date(day, language), language) == day
