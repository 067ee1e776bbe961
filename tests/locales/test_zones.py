from __future__ import annotations

import pytest

from support.locales.zones import all_zones, zone_city, zone_keys, zone_name, zone_name_with_place


@pytest.mark.parametrize(
    ("key", "language", "expected"),
    [
        ("Asia/Tokyo", "ja", "日本時間"),
        ("Asia/Tokyo", "en", "Japan time"),
        ("America/New_York", "en", "US Eastern Time"),
        ("Europe/London", "de", "Ortszeit London"),
        ("UTC", "ja", "UTC"),
        ("Etc/UTC", "fr", "UTC"),
        ("Asia/Kolkata", "en", "Kolkata time"),
        ("Europe/Kyiv", "en", "Kyiv time"),
    ],
)
def test_zone_has_the_name_that_people_use(key, language, expected):
    assert zone_name(key, language) == expected


def test_zone_with_place_can_be_found_by_its_city():
    assert zone_name_with_place("America/New_York", "en") == "USA – New York"


@pytest.mark.parametrize(
    ("key", "language", "expected"),
    [
        ("Asia/Tokyo", "ja", "東京"),
        ("America/New_York", "en", "New York"),
        ("America/Sao_Paulo", "pt", "São Paulo"),
        ("America/Argentina/Buenos_Aires", "en", "Buenos Aires"),
        ("UTC", "ja", "UTC"),
        ("Etc/GMT+3", "en", "UTC−3"),
    ],
)
def test_clock_is_called_by_its_city(key, language, expected):
    assert zone_city(key, language) == expected


def test_old_spellings_are_valid_but_not_offered():
    offered = [key for key, _ in all_zones("en")]

    assert "Asia/Calcutta" in zone_keys()
    assert "Asia/Calcutta" not in offered
    assert "Asia/Kolkata" in offered


@pytest.mark.parametrize("key", ["JST", "Asia/Tokio", "", "localtime", "Factory", "../etc/passwd"])
def test_what_is_no_place_is_no_zone(key):
    assert key not in zone_keys()
