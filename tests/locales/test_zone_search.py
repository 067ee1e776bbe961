from __future__ import annotations

import pytest

from support.locales.zone_search import find_zones, tell_the_same_time

UNITED_STATES = (
    "America/New_York",
    "America/Chicago",
    "America/Los_Angeles",
    "America/Denver",
    "America/Phoenix",
    "Pacific/Honolulu",
    "America/Anchorage",
    "America/Adak",
)
BRAZIL = ("America/Sao_Paulo", "America/Manaus", "America/Rio_Branco", "America/Noronha")


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("en", "United States", UNITED_STATES),
        ("en", "US", UNITED_STATES),
        ("de", "USA", UNITED_STATES),
        ("de", "Vereinigte Staaten", UNITED_STATES),
        ("nl", "VS", UNITED_STATES),
        ("nl", "USA", UNITED_STATES),
        ("sv", "USA", UNITED_STATES),
        ("da", "USA", UNITED_STATES),
        ("fr", "États-Unis", UNITED_STATES),
        ("es", "EE. UU.", UNITED_STATES),
        ("es", "EE.UU.", UNITED_STATES),
        ("pt", "EUA", UNITED_STATES),
        ("it", "Stati Uniti", UNITED_STATES),
        ("ja", "アメリカ", UNITED_STATES),
        ("ja", "米国", UNITED_STATES),
        ("pt", "Brasil", BRAZIL),
        ("en", "Brasil", BRAZIL),
        ("ja", "ブラジル", BRAZIL),
        ("de", "Deutschland", ("Europe/Berlin",)),
        ("en", "Deutschland", ("Europe/Berlin",)),
        ("nl", "Nederland", ("Europe/Amsterdam",)),
        ("en", "Nederland", ("Europe/Amsterdam",)),
        ("da", "Danmark", ("Europe/Copenhagen",)),
        ("en", "Argentina", ("America/Argentina/Buenos_Aires",)),
        ("en", "Japan", ("Asia/Tokyo",)),
        ("es", "España", ("Europe/Madrid", "Atlantic/Canary")),
    ],
)
def test_country_is_its_most_populous_zone_then_its_other_clocks(language, typed, expected):
    assert find_zones(typed, language) == expected


@pytest.mark.parametrize("language", ["ja", "en", "it", "pt", "fr", "de", "nl", "es", "sv", "da"])
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("England", "Europe/London"),
        ("UK", "Europe/London"),
        ("Großbritannien", "Europe/London"),
        ("GROSSBRITANNIEN", "Europe/London"),
        ("Groot-Brittannië", "Europe/London"),
        ("Holland", "Europe/Amsterdam"),
        ("UAE", "Asia/Dubai"),
        ("Mumbai", "Asia/Kolkata"),
        ("Beijing", "Asia/Shanghai"),
        ("Osaka", "Asia/Tokyo"),
        ("大阪", "Asia/Tokyo"),
        ("San Francisco", "America/Los_Angeles"),
        ("Brasília", "America/Sao_Paulo"),
        ("brasilia", "America/Sao_Paulo"),
        ("Munich", "Europe/Berlin"),
        ("München", "Europe/Berlin"),
        ("Muenchen", "Europe/Berlin"),
        ("Hamburg", "Europe/Berlin"),
        ("Milano", "Europe/Rome"),
        ("Barcelona", "Europe/Madrid"),
        ("Genf", "Europe/Zurich"),
        ("Geneva", "Europe/Zurich"),
        ("København", "Europe/Copenhagen"),
        ("Kobenhavn", "Europe/Copenhagen"),
        ("Łódź", "Europe/Warsaw"),
        ("St. Petersburg", "Europe/Moscow"),
        ("Saigon", "Asia/Ho_Chi_Minh"),
        ("Calcutta", "Asia/Kolkata"),
        ("東京", "Asia/Tokyo"),
        ("Tokio", "Asia/Tokyo"),
    ],
)
def test_names_are_known_in_every_language(language, typed, expected):
    assert find_zones(typed, language) == (expected,)


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("de", "mitteleuropäische Zeit", "Europe/Berlin"),
        ("de", "Mitteleuropäische Sommerzeit", "Europe/Berlin"),
        ("de", "MEZ", "Europe/Berlin"),
        ("nl", "Midden-Europese tijd", "Europe/Amsterdam"),
        ("fr", "heure d’Europe centrale", "Europe/Paris"),
        ("it", "ora dell’Europa centrale", "Europe/Rome"),
        ("es", "hora de Europa central", "Europe/Madrid"),
        ("pt", "hora da Europa Central", "Europe/Berlin"),
        ("sv", "centraleuropeisk tid", "Europe/Stockholm"),
        ("da", "Centraleuropæisk tid", "Europe/Copenhagen"),
        ("ja", "中央ヨーロッパ時間", "Europe/Berlin"),
        ("en", "Central European Time", "Europe/Berlin"),
        ("en", "CET", "Europe/Berlin"),
        ("pt", "Horário de Brasília", "America/Sao_Paulo"),
        ("pt", "hora de Brasília", "America/Sao_Paulo"),
        ("en", "BRT", "America/Sao_Paulo"),
        ("en", "Eastern Time", "America/New_York"),
        ("de", "Nordamerikanische Ostküstenzeit", "America/New_York"),
        ("ja", "日本時間", "Asia/Tokyo"),
        ("en", "JST", "Asia/Tokyo"),
        ("de", "Japanische Zeit", "Asia/Tokyo"),
        ("en", "India Time", "Asia/Kolkata"),
    ],
)
def test_name_or_abbreviation_of_a_clock_is_the_places_that_have_it(language, typed, expected):
    found = find_zones(typed, language)

    assert found[0] == expected
    assert tell_the_same_time(found)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("EST", ("America/New_York", "America/Panama", "Australia/Sydney")),
        ("PST", ("America/Los_Angeles", "Asia/Manila")),
        ("IST", ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem")),
        ("GMT", ("UTC", "Europe/London", "Africa/Abidjan")),
        ("Washington", ("America/New_York", "America/Los_Angeles")),
        ("Georgia", ("Asia/Tbilisi", "America/New_York")),
        ("UTC+5:30", ("Asia/Kolkata", "Asia/Colombo")),
        ("UTC+05:45", ("Asia/Kathmandu",)),
        ("+14", ("Etc/GMT-14", "Pacific/Kiritimati")),
    ],
)
def test_what_means_several_clocks_is_all_of_them(typed, expected):
    assert find_zones(typed, "en") == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("UTC-3", ("Etc/GMT+3", "America/Sao_Paulo", "America/Argentina/Buenos_Aires")),
        ("UTC−3", ("Etc/GMT+3", "America/Sao_Paulo", "America/Argentina/Buenos_Aires")),
        ("gmt +2", ("Etc/GMT-2", "Africa/Cairo", "Africa/Johannesburg")),
        ("UTC+0", ("UTC", "Europe/London", "Africa/Casablanca")),
    ],
)
def test_offset_is_the_fixed_clock_then_the_zones_that_have_it(typed, expected):
    assert find_zones(typed, "en")[:3] == expected


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("en", "york", ("America/New_York",)),
        ("en", "lusa", ("Africa/Lusaka",)),
        ("en", "tok", ("Asia/Tokyo", "Pacific/Fakaofo")),
        ("en", "usa bos", ("America/New_York",)),
        ("en", "United States New York", ("America/New_York",)),
        ("de", "Frankf", ("Europe/Berlin",)),
        ("ja", "ニューヨ", ("America/New_York",)),
        ("en", "germ", ("Europe/Berlin",)),
        ("en", "Indiana Knox", ("America/Indiana/Knox",)),
    ],
)
def test_beginnings_of_words_are_enough(language, typed, expected):
    assert find_zones(typed, language) == expected


@pytest.mark.parametrize(
    "typed", ["rusalem", "saka", "ermany", "Nowhere", "", "UTC+25", "x" * 5000]
)
def test_the_middle_of_a_word_and_nonsense_mean_nothing(typed):
    assert find_zones(typed, "en") == ()


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("ja", "ＵＴＣ＋５：３０", "Asia/Kolkata"),
        ("ja", "とうきょう", "Asia/Tokyo"),
        ("ja", "ﾄｳｷｮｳ", "Asia/Tokyo"),
        ("ja", "東京時間", "Asia/Tokyo"),
        ("ja", "西海岸", "America/Los_Angeles"),
        ("ja", "東部標準時", "America/New_York"),
        ("ja", "協定世界時", "UTC"),
        ("en", "NYC", "America/New_York"),
        ("en", "LA", "America/Los_Angeles"),
        ("en", "Tokyo time", "Asia/Tokyo"),
        ("en", "time in London", "Europe/London"),
        ("en", "British Summer Time", "Europe/London"),
        ("pt", "hora de Lisboa", "Europe/Lisbon"),
        ("fr", "heure de Paris", "Europe/Paris"),
        ("de", "deutsche Zeit", "Europe/Berlin"),
        ("it", "ora italiana", "Europe/Rome"),
        ("es", "hora peninsular", "Europe/Madrid"),
        ("es", "CDMX", "America/Mexico_City"),
        ("sv", "svensk tid", "Europe/Stockholm"),
        ("da", "dansk tid", "Europe/Copenhagen"),
        ("nl", "MET", "Europe/Amsterdam"),
    ],
)
def test_place_is_understood_as_people_say_it(language, typed, expected):
    assert find_zones(typed, language)[0] == expected


@pytest.mark.parametrize(
    ("language", "typed"),
    [("en", "my time"), ("en", "local"), ("de", "Ortszeit"), ("it", "ora legale"), ("ja", "時間")],
)
def test_words_about_time_alone_are_no_place(language, typed):
    assert find_zones(typed, language) == ()
