from __future__ import annotations

import pytest

from support.locales.plain_text import one_line, plain_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales", "Sales"),
        ("Sales\r\nTeam", "Sales Team"),
        ("営業\u2028部", "営業 部"),
        ("a\x00b\x1bc\x7fd\x85e", "abcde"),
        ("\tSales\n", "Sales"),
        ("two  spaces", "two  spaces"),
        ("no\u00a0break", "no\u00a0break"),
        ("👩‍💻", "👩‍💻"),
        ("half \ud83d", "half"),
    ],
)
def test_name_is_on_one_line(text, expected):
    assert one_line(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\r\ntwo\n\n\tthree", "one\r\ntwo\n\n\tthree"),
        ("a\x00b\x1bc", "abc"),
    ],
)
def test_text_keeps_its_lines(text, expected):
    assert plain_text(text) == expected
