from __future__ import annotations

import pytest
from babel import localedata

from support.locales.languages import (
    UnknownLanguage,
    all_languages,
    direction,
    endonym,
    language_name,
    normalize_tag,
    region,
)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("ja", "ja"),
        ("JA", "ja"),
        ("pt_br", "pt-BR"),
        ("zh-hant-hk", "zh-Hant-HK"),
        (" de ", "de"),
        ("es-419", "es-419"),
    ],
)
def test_tag_is_brought_to_its_usual_case(tag, expected):
    assert normalize_tag(tag) == expected


@pytest.mark.parametrize(
    "tag", ["", "xq", "ja-QQQQ", "en-US-posix", "日本語", "a" * 300, "-", "ja-"]
)
def test_what_cldr_has_no_name_for_is_no_tag(tag):
    with pytest.raises(UnknownLanguage):
        normalize_tag(tag)


@pytest.mark.parametrize(
    ("tag", "language", "expected"),
    [
        ("ja", "en", "Japanese"),
        ("ja", "ja", "日本語"),
        ("ja", "fr", "japonais"),
        ("pt-BR", "en", "Brazilian Portuguese"),
        ("de-LI", "en", "German (Liechtenstein)"),
    ],
)
def test_language_has_its_name_in_the_language_of_the_page(tag, language, expected):
    assert language_name(tag, language) == expected


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("es", "Español"), ("ja-JP", "日本語"), ("da", "Dansk"), ("tlh", "Klingon")],
)
def test_endonym_is_written_as_in_a_menu(tag, expected):
    assert endonym(tag) == expected


@pytest.mark.parametrize(("tag", "expected"), [("ar", "rtl"), ("he-IL", "rtl"), ("ja", "ltr")])
def test_direction_follows_the_script(tag, expected):
    assert direction(tag) == expected


@pytest.mark.parametrize(
    ("tag", "expected"), [("ja-JP", "JP"), ("sv-SE", "SE"), ("ja", "JP"), ("zh-Hant-HK", "HK")]
)
def test_region_chooses_the_flag(tag, expected):
    assert region(tag) == expected


def test_all_languages_are_sorted_by_their_names():
    names = [name for _, name in all_languages("en")]

    assert len(names) > 500
    assert names.index("Danish") < names.index("Dutch") < names.index("English")


def test_data_of_a_locale_that_a_visitor_named_are_let_go():
    endonym("ja")
    before = len(localedata._cache)
    names = [endonym(tag) for tag in ("cs", "ko", "hy", "yo")]

    assert names == ["Čeština", "한국어", "Հայերեն", "Èdè Yorùbá"]
    assert len(localedata._cache) == before


def test_tag_that_is_longer_than_any_is_no_language():
    with pytest.raises(UnknownLanguage):
        normalize_tag("ja" + "-x" * 100_000)
