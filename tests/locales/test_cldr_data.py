"""Check that what Babel keeps is small, and still says what the portal shows."""

from __future__ import annotations

import pytest
from babel import UnknownLocaleError, localedata
from babel.core import get_global

from support.locales.cldr_data import read_locale
from support.locales.formatting import format_duration


def test_currencies_and_units_other_than_those_of_time_are_not_kept():
    read_locale("pt-PT")

    kept = localedata.load("pt_PT")
    assert "currency_names" not in kept
    assert "length-meter" not in kept["unit_patterns"]
    assert "duration-hour" in kept["unit_patterns"]
    assert "currency_names" not in localedata.load("root")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "2 hours"),
        ("ja", "2時間"),
        ("it", "2 ore"),
        ("pt", "2 horas"),
        ("fr", "2 heures"),
        ("de", "2 Stunden"),
        ("nl", "2 uur"),
        ("es", "2 horas"),
        ("sv", "2 timmar"),
        ("da", "2 timer"),
    ],
)
def test_lengths_of_time_are_told_as_before(language, text):
    assert format_duration(7200, language).replace("\N{NO-BREAK SPACE}", " ") == text


def test_likely_scripts_of_named_languages_are_kept():
    assert str(read_locale("zh-TW")) == "zh_Hant_TW"
    assert get_global("likely_subtags")["sr_ME"] == "sr_Latn_ME"
    assert "aaa" not in get_global("likely_subtags")


def test_unknown_locale_is_told():
    with pytest.raises(UnknownLocaleError):
        read_locale("xx")
