"""What visitors say of themselves: in the address, in the form, and remembered."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.http import QueryDict

from support.locales.zone_search import find_zones
from support.site.preferences import COOKIE, Preferences, read_cookie, read_preferences

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Europe/Berlin", ("Europe/Berlin",)),
        ("europe/berlin", ("Europe/Berlin",)),
        ("berlin", ("Europe/Berlin",)),
        ("New York", ("America/New_York",)),
        ("São Paulo", ("America/Sao_Paulo",)),
        ("sao paulo", ("America/Sao_Paulo",)),
        ("utc", ("UTC",)),
        ("japan", ("Asia/Tokyo",)),
        ("Nowhere", ()),
    ],
)
def test_zone_is_found_by_key_city_or_name(typed, expected):
    assert find_zones(typed, "en") == expected


def test_zone_is_found_by_its_name_in_the_language_of_the_page():
    assert find_zones("東京", "ja") == ("Asia/Tokyo",)
    assert find_zones("Tokio", "de") == ("Asia/Tokyo",)
    assert find_zones("Tokyo", "de") == ("Asia/Tokyo",)


def test_part_of_a_name_may_mean_several_zones():
    assert len(find_zones("indiana", "en")) == 8


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", Preferences()),
        ("languages=da&languages=en", Preferences(("da", "en"))),
        ("languages=da,PT_br", Preferences(("da", "pt-BR"))),
        ("languages=da&languages=&languages=da", Preferences(("da",))),
        ("tz=berlin", Preferences((), "Europe/Berlin")),
        ("tz=", Preferences((), "")),
        ("languages=ja,en,it,pt,fr,de", Preferences(("ja", "en", "it", "pt", "fr"))),
    ],
)
def test_preferences_are_read_from_an_address(query, expected):
    found = read_preferences(QueryDict(query), "en")

    assert (found.chosen, found.has_mistakes) == (expected, False)


def test_what_cannot_be_read_is_said_and_the_rest_holds():
    found = read_preferences(QueryDict("languages=da,xx&tz=Atlantis"), "en")

    assert found.chosen == Preferences(("da",))
    assert found.language_mistake == "“xx” isn’t a language tag. Use a tag such as ja, pt or pt-BR."
    assert found.zone_mistake == (
        "We couldn’t find a time zone for “Atlantis”. Enter a city, such as Tokyo, or a country."
    )


def test_mistake_is_shown_beside_what_was_typed(client, initial_data):
    body = client.get("/en/contact/?tz=Atl%3Cantis").content.decode()

    assert '<details class="preferences" data-unsearched open>' in body
    assert 'value="Atl&lt;antis"' in body
    assert 'aria-invalid="true"' in body


def test_ambiguous_zone_offers_what_it_may_mean(client, initial_data):
    body = client.get("/en/contact/?languages=da&tz=indiana").content.decode()

    assert "/preferences/?site=en&amp;languages=da&amp;tz=America/Indiana/Knox" in body


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("CET", "Europe/Berlin"),
        ("Central European Time", "Europe/Berlin"),
        ("JST", "Asia/Tokyo"),
        ("Mumbai", "Asia/Kolkata"),
        ("Deutschland", "Europe/Berlin"),
        ("Etc/GMT+3", "Etc/GMT+3"),
    ],
)
def test_choice_between_zones_that_tell_the_same_time_is_none(typed, expected):
    asked = read_preferences(QueryDict(urlencode({"tz": typed})), "en")

    assert (asked.chosen.zone, asked.has_mistakes) == (expected, False)


@pytest.mark.parametrize(
    ("typed", "first", "shown"),
    [
        ("USA", "America/New_York", 8),
        ("Brasil", "America/Sao_Paulo", 4),
        ("EST", "America/New_York", 3),
        ("GMT+2", "Etc/GMT-2", 8),
        ("UTC-3", "Etc/GMT+3", 8),
    ],
)
def test_zones_that_differ_are_a_choice(typed, first, shown):
    asked = read_preferences(QueryDict(urlencode({"tz": typed})), "en")

    assert asked.chosen.zone is None
    assert (asked.zone_choices[0], len(asked.zone_choices)) == (first, shown)


def test_list_that_is_cut_says_so():
    whole = read_preferences(QueryDict("tz=USA"), "en")
    cut = read_preferences(QueryDict("tz=Russia"), "en")

    assert whole.zone_mistake == "Several time zones match “USA”. Please choose one."
    assert cut.zone_mistake == (
        "Many time zones match “Russia”, and these are only some of them. Please choose one, "
        "or enter a city."
    )


def test_fixed_clock_is_called_by_its_offset(client, initial_data):
    body = client.get("/en/contact/?tz=Etc/GMT%2B3").content.decode()

    assert "Times: UTC−3" in body


@pytest.mark.parametrize(
    "query", ["tz=%00", "tz=" + "x" * 5000, "languages=%FF", "languages=" + "a," * 900]
)
def test_nonsense_is_no_error(client, initial_data, query):
    assert client.get(f"/en/contact/?{query}").status_code == 200


def test_page_is_told_on_the_chosen_clock(client, initial_data, clock):
    clock.stop_at("2026-11-23T05:00:00+00:00")
    body = client.get("/en/contact/?tz=America/New_York").content.decode()

    assert ">until 04:00</time>" in body
    assert "Times: US Eastern Time" in body


def test_form_is_remembered_and_leads_to_the_page(client, initial_data):
    response = client.get("/preferences/?site=de&languages=da&languages=en&languages=&tz=berlin")

    assert response.headers["Location"] == (
        "/de/contact/?languages=da&languages=en&tz=Europe/Berlin"
    )
    assert response.headers["Cache-Control"] == "private, no-store"
    assert read_cookie(client.cookies[COOKIE].value) == Preferences(("da", "en"), "Europe/Berlin")


def test_front_door_leads_on_with_what_is_remembered(client, initial_data):
    client.get("/preferences/?site=de&languages=da&tz=")

    response = client.get("/", headers={"accept-language": "it"})
    assert response.headers["Location"] == "/it/contact/?languages=da&tz="


@pytest.mark.parametrize("path", ["/", "/contact/sales/", "/preferences/"])
def test_one_odd_weight_loses_no_language(client, initial_data, path):
    response = client.get(path, headers={"accept-language": "gsw,de;q=0.8,en;q=.7"})

    assert response.headers["Location"].startswith("/de/contact/")


def test_missing_page_is_told_in_the_language_of_the_browser(client, initial_data):
    response = client.get("/nothing/", headers={"accept-language": "gsw,de;q=0.8,en;q=.7"})

    assert (response.status_code, response.headers["Content-Language"]) == (404, "de")


def test_mistake_is_not_remembered_and_comes_back_as_typed(client, initial_data):
    response = client.get("/preferences/?site=en&languages=da&tz=Atlantis")

    assert response.headers["Location"] == "/en/contact/?languages=da&tz=Atlantis"
    assert COOKIE not in client.cookies


def test_what_is_remembered_can_be_forgotten(client, initial_data):
    client.get("/preferences/?site=en&languages=da&tz=")
    response = client.get("/preferences/?site=en")

    assert response.headers["Location"] == "/en/contact/"
    assert client.cookies[COOKIE].value == ""


@pytest.mark.parametrize("cookie", ["", "x", "languages%3Dxx", "tz%3DAtlantis", "%", "%FF" * 900])
def test_cookie_of_somebody_else_is_nothing(cookie):
    assert read_cookie(cookie) == Preferences()


def test_links_to_the_other_languages_keep_what_was_asked(client, initial_data):
    body = client.get("/en/contact/?languages=da&tz=UTC").content.decode()

    assert 'href="/ja/contact/?languages=da&amp;tz=UTC"' in body
    assert '<link rel="canonical" href="http://testserver/en/contact/">' in body
