"""Texts without what cannot be seen: one rule for what comes in and for what is stored already."""

from __future__ import annotations

import re
import unicodedata

# Controls, halves of surrogate pairs, and line and paragraph separators.
_UNSEEN = {"Cc", "Cs", "Zl", "Zp"}
_LAYOUT = "\t\n\r"


def one_line(text: str) -> str:
    """Return the text on one line: line breaks and tabs are one space, other controls go."""
    if text.isprintable():
        return text
    seen = "".join(" " if _is_break(char) else char for char in text)
    seen = "".join(char for char in seen if not _is_unseen(char))
    return seen if seen == text else re.sub(" {2,}", " ", seen).strip()


def plain_text(text: str) -> str:
    """Return the text with its lines and without other controls."""
    if text.isprintable():
        return text
    return "".join(char for char in text if char in _LAYOUT or not _is_unseen(char))


def _is_break(char: str) -> bool:
    return char in _LAYOUT or unicodedata.category(char) in ("Zl", "Zp")


def _is_unseen(char: str) -> bool:
    return unicodedata.category(char) in _UNSEEN
