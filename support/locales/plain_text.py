"""Texts without what cannot be seen: one rule for what comes in and for what is stored already."""

from __future__ import annotations

import re

# Line breaks, tabs, and line and paragraph separators.
_BREAK = re.compile("[\t\n\r\u2028\u2029]")

# Controls, halves of surrogate pairs, and line and paragraph separators. Expressions, since most of
# a directory's time would go into looking at the texts of its sections one character at a time.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")
_UNSEEN_IN_LINES = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")


def one_line(text: str) -> str:
    """Return the text on one line: line breaks and tabs are one space, other controls go."""
    if text.isprintable():
        return text
    seen = _UNSEEN.sub("", _BREAK.sub(" ", text))
    return seen if seen == text else re.sub(" {2,}", " ", seen).strip()


def plain_text(text: str) -> str:
    """Return the text with its lines and without other controls."""
    return text if text.isprintable() else _UNSEEN_IN_LINES.sub("", text)
