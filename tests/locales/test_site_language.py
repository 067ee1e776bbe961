from __future__ import annotations

import pytest

from support.locales.site_language import preferred_site_language


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("gsw,de;q=0.8,en;q=.7", "de"),
        ("de;q=.7,en;q=.8", "en"),
        ("de;q=often,en;q=0.9", "de"),
        ("pt-BR,pt;q=0.9,en;q=0.8", "pt"),
        ("PT_br", "pt"),
        ("zh-TW,zh;q=0.9,ja;q=0.8", "ja"),
        ("en;q=0, sv", "sv"),
        ("fr ; q = 0.5 , da ; q = 0.9", "da"),
        ("nl;q=1.000", "nl"),
        ("es;q=9", "es"),
        ("*", "en"),
        ("", "en"),
        (";;,;q=,q", "en"),
        ("xx," * 5000 + "de", "en"),
    ],
)
def test_browser_is_answered_in_the_language_that_it_asks_for_first(header, expected):
    assert preferred_site_language(header) == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("gsw", "de"),
        ("lb,fr;q=0.9", "de"),
        ("nb", "da"),
        ("nb,en;q=0.8", "en"),
        ("ca", "es"),
        ("ca-ES,en;q=0.5", "en"),
        ("fy", "nl"),
        ("ko", "en"),
    ],
)
def test_language_that_the_site_has_not_is_answered_in_one_that_its_readers_know(header, expected):
    assert preferred_site_language(header) == expected


def test_what_was_remembered_goes_before_what_the_browser_asks_for():
    assert preferred_site_language("ja", "sv") == "sv"
    assert preferred_site_language("ja", "xx") == "ja"
