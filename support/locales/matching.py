"""Whether what somebody types means a name: whole words first, then the beginnings of words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")

_NO_DECOMPOSITION = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"})
_WORD = re.compile(r"\w+")
# A German umlaut on a keyboard without one: “Muenchen”.
_SPELT_UMLAUT = re.compile("([aou])e")


def folded(text: str) -> str:
    """Return the words without capitals, accents and signs: "sao paulo" for “São-Paulo”."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("_", " ").replace(".", "")
    letters = unicodedata.normalize("NFD", plain.translate(_NO_DECOMPOSITION))
    # A kana’s sign belongs to it: ハ is not バ.
    kept = "".join(letter for letter in letters if not "\u0300" <= letter <= "\u036f")
    return " ".join(_WORD.findall(unicodedata.normalize("NFC", kept)))


def without_umlauts_spelt_out(text: str) -> str:
    return _SPELT_UMLAUT.sub(r"\1", text.casefold())


def best_matches(typed: str, names: Iterable[tuple[T, str]]) -> list[T]:
    """Return the things in whose names all words that are `typed` stand, else those whose names
    have words that begin so; in the given order, all of it folded.

    The middle of a word is never looked at.
    """
    words = typed.split()
    if not words:
        return []
    found = [pair for pair in names if all(begins_a_word(word, pair[1]) for word in words)]
    whole = [thing for thing, name in found if set(words) <= set(name.split())]
    return whole or [thing for thing, _ in found]


def begins_a_word(start: str, name: str) -> bool:
    return name.startswith(start) or f" {start}" in name
