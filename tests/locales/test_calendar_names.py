"""A country or a part of it is called as readers of the page call it."""

from __future__ import annotations

import pytest

from support.locales.calendar_names import all_calendars, calendar_name
from support.locales.holiday_calendars import calendar_codes


@pytest.mark.parametrize(
    ("code", "site_language", "name"),
    [
        ("JP", "de", "Japan"),
        ("GB-ENG", "de", "Vereinigtes Königreich, England"),
        ("GB-SCT", "de", "Vereinigtes Königreich, Schottland"),
        ("GB-SCT", "ja", "イギリス、スコットランド"),
        ("GB-WLS", "fr", "Royaume-Uni, Pays de Galles"),
        ("GB-NIR", "es", "Reino Unido, Irlanda del Norte"),
        ("DE-BY", "nl", "Duitsland, Beieren"),
        ("DE-BY", "en", "Germany, Bavaria"),
        ("DE-BY", "de", "Deutschland, Bayern"),
        ("US-CA", "sv", "USA, Kalifornien"),
        ("US-NC", "it", "Stati Uniti, Carolina del Nord"),
        ("FI-10", "da", "Finland, Lapland"),
        ("AU-WA", "pt", "Austrália, Austrália Ocidental"),
    ],
)
def test_parts_have_the_names_of_the_language(code, site_language, name):
    assert calendar_name(code, site_language) == name


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("AT-6", "Austria, Styria"),
        ("AT-1", "Austria, Burgenland"),
        ("NZ-OTA", "New Zealand, Otago"),
        ("MY-07", "Malaysia, Pulau Pinang"),
        ("FR-971", "France, Guadeloupe"),
    ],
)
def test_parts_are_never_called_by_an_abbreviation(code, name):
    assert calendar_name(code, "en") == name


def test_every_calendar_can_be_chosen_once():
    codes = [code for code, _ in all_calendars("ja")]

    assert len(codes) == len(set(codes)) == len(calendar_codes())
    assert {"JP", "GB-ENG", "US-CA"} <= set(codes)
