from __future__ import annotations

import pytest

from support.badge.text_width import text_width


@pytest.mark.parametrize(
    ("text", "ems"),
    [
        ("", 0),
        ("Sales", 2.8),
        ("日本語、", 4),
        ("がガ", 2),
        ("ｱｲ", 2),
        ("한글", 2),
        ("é", 0.65),
        ("e\u0301", 0.65),
        ("漢字 OK", 3.85),
        ("\u00a0\u202f\u2009", 1.05),
        ("\u3000", 1),
        ("Щ", 1.2),
    ],
)
def test_text_is_as_wide_as_its_letters(text, ems):
    assert text_width(text, 10) == pytest.approx(10 * ems)


def test_bold_is_wider():
    assert text_width("Affiliates", 10, bold=True) > text_width("Affiliates", 10)
