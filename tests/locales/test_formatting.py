from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.utils import translation

from support.locales.formatting import (
    format_dates,
    format_duration,
    format_hours,
    format_length,
    format_moment,
    format_time,
    format_weekdays,
    join,
)
from support.schedule import parse_weekdays


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ja", "10:00～18:00"),
        ("en", "10:00–18:00"),
        ("it", "10:00–18:00"),
        ("pt", "10:00\u2009–\u200918:00"),
        ("fr", "10:00\u2009–\u200918:00"),
        ("de", "10:00–18:00 Uhr"),
        ("nl", "10:00–18:00"),
        ("es", "10:00–18:00"),
        ("sv", "10:00–18:00"),
        ("da", "10.00–18.00"),
    ],
)
def test_hours_are_written_as_each_language_writes_them(language, expected):
    assert format_hours(time(10), time(18), language) == expected


def test_midnight_at_the_end_of_a_day_is_24_00():
    assert format_hours(time(14), time(0), "en") == "14:00–24:00"


def test_midnight_at_the_beginning_of_a_day_is_00_00():
    assert format_hours(time(0), time(6), "en") == "00:00–06:00"


def test_24_00_is_written_with_the_point_of_danish():
    assert format_hours(time(14), time(0), "da") == "14.00–24.00"


@pytest.mark.parametrize(
    ("weekdays", "expected"),
    [
        ("MO,TU,WE,TH,FR", "Mon–Fri"),
        ("SA,SU", "Sat and Sun"),
        ("MO,TU,WE,SA", "Mon–Wed and Sat"),
        ("MO,WE,FR", "Mon, Wed and Fri"),
        ("SU", "Sun"),
        ("MO,TU,WE,TH,FR,SA,SU", "every day"),
    ],
)
def test_weekdays_in_a_row_are_a_range(weekdays, expected):
    with translation.override("en"):
        assert format_weekdays(parse_weekdays(weekdays), "en") == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("ja", "月～金"), ("de", "Mo–Fr"), ("fr", "lun.-ven."), ("es", "lun–vie")],
)
def test_weekday_ranges_follow_the_language(language, expected):
    assert format_weekdays(parse_weekdays("MO,TU,WE,TH,FR"), language) == expected


SINCE = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "at", "expected"),
    [
        ("en", datetime(2026, 11, 23, 9, 0, tzinfo=UTC), "18:00"),
        ("en", datetime(2026, 11, 24, 1, 0, tzinfo=UTC), "Tuesday, 10:00"),
        ("en", datetime(2026, 12, 8, 1, 0, tzinfo=UTC), "Tue 8 Dec, 10:00"),
        ("en", datetime(2027, 1, 4, 1, 0, tzinfo=UTC), "Mon 4 Jan 2027, 10:00"),
        ("ja", datetime(2026, 11, 24, 1, 0, tzinfo=UTC), "火曜日 10:00"),
        ("de", datetime(2026, 11, 24, 1, 0, tzinfo=UTC), "Dienstag, 10:00 Uhr"),
        ("de", datetime(2026, 11, 23, 9, 0, tzinfo=UTC), "18:00 Uhr"),
        ("nl", datetime(2026, 11, 23, 9, 0, tzinfo=UTC), "18:00 uur"),
        ("sv", datetime(2026, 11, 23, 9, 0, tzinfo=UTC), "kl. 18:00"),
        ("da", datetime(2026, 11, 23, 9, 0, tzinfo=UTC), "kl. 18.00"),
        ("fr", datetime(2026, 11, 23, 9, 0, tzinfo=UTC), "18:00"),
        ("fr", datetime(2026, 11, 24, 1, 0, tzinfo=UTC), "mardi à 10:00"),
        ("da", datetime(2026, 11, 24, 1, 0, tzinfo=UTC), "tirsdag kl. 10.00"),
        ("es", datetime(2026, 12, 8, 1, 0, tzinfo=UTC), "mar 8 dic, 10:00"),
        ("es", datetime(2027, 1, 4, 1, 0, tzinfo=UTC), "lun 4 ene 2027, 10:00"),
        ("pt", datetime(2026, 12, 8, 1, 0, tzinfo=UTC), "terça, 8 de dez., 10:00"),
        ("pt", datetime(2027, 1, 4, 1, 0, tzinfo=UTC), "segunda, 4 de jan. de 2027, 10:00"),
    ],
)
def test_moment_says_as_much_as_its_distance_needs(language, at, expected):
    assert format_moment(at, "Asia/Tokyo", language, SINCE) == expected


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (date(2026, 12, 24), "24 de dez. de 2026"),
        (date(2026, 12, 26), "24 de dez. de 2026\u2009–\u200926 de dez. de 2026"),
    ],
)
def test_months_are_words_in_portuguese(last, expected):
    assert format_dates(date(2026, 12, 24), last, "pt") == expected


@pytest.mark.parametrize(("ends", "expected"), [(True, "24:00"), (False, "Tuesday, 00:00")])
def test_what_ends_at_midnight_ends_at_24_00(ends, expected):
    midnight_in_tokyo = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)

    assert format_moment(midnight_in_tokyo, "Asia/Tokyo", "en", SINCE, ends=ends) == expected


def test_moment_of_a_state_without_beginning_has_its_whole_date():
    at = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    assert format_moment(at, "UTC", "en", None) == "Mon 23 Nov 2026, 09:00"


@pytest.mark.parametrize(
    ("language", "seconds", "expected"),
    [
        ("en", 82, "1 minute 22 seconds"),
        ("en", 120, "2 minutes"),
        ("en", 0, "0 seconds"),
        ("ja", 82, "1分22秒"),
        ("de", 82, "1 Minute 22 Sekunden"),
    ],
)
def test_durations_are_told_in_minutes_and_seconds(language, seconds, expected):
    assert format_duration(seconds, language) == expected


@pytest.mark.parametrize(
    ("language", "minutes", "expected"),
    [
        ("en", 60, "1 hour"),
        ("en", 150, "2 hours 30 minutes"),
        ("ja", 150, "2時間30分"),
        ("de", 45, "45 Minuten"),
        ("en", 0, "0 minutes"),
    ],
)
def test_lengths_are_told_in_hours_and_minutes(language, minutes, expected):
    assert format_length(timedelta(minutes=minutes), language) == expected


@pytest.mark.parametrize(
    ("language", "ends", "expected"),
    [("en", False, "00:00"), ("en", True, "24:00"), ("ja", True, "24:00"), ("da", True, "24.00")],
)
def test_clock_that_ends_at_midnight_shows_24_00(language, ends, expected):
    assert format_time(time(0), language, ends=ends) == expected


@pytest.mark.parametrize(
    ("language", "items", "told"),
    [
        ("en", ["Sales", "Malware and abuse"], "Sales; Malware and abuse"),
        (
            "de",
            ["Vertrieb", "Schadsoftware und Missbrauch"],
            "Vertrieb; Schadsoftware und Missbrauch",
        ),
        ("en", ["Malware and abuse"], "Malware and abuse"),
        ("en", ["Sales", "Brandenburg"], "Sales and Brandenburg"),
    ],
)
def test_names_with_an_and_of_their_own_are_kept_apart(language, items, told):
    with translation.override(language):
        assert join(items, language) == told


def test_lists_end_with_the_word_of_the_language():
    assert join(["A", "B", "C"], "fr") == "A, B et C"
