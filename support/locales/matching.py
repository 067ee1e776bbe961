"""Whether what somebody types means a name: whole words first, then the beginnings of words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")

_NO_DECOMPOSITION = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"})
_WORD = re.compile(r"\w+")
# A German umlaut on a keyboard without one: “Muenchen”.
_SPELT_UMLAUT = re.compile("([aou])e")

Words = tuple[str, ...]


def words_of(text: str) -> Words:
    """Return the words without capitals, accents and signs: ("sao", "paulo") for “São-Paulo”."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("_", " ").replace(".", "")
    letters = unicodedata.normalize("NFD", plain.translate(_NO_DECOMPOSITION))
    # A kana’s sign belongs to it: ハ is not バ.
    kept = "".join(letter for letter in letters if not "\u0300" <= letter <= "\u036f")
    return tuple(_WORD.findall(unicodedata.normalize("NFC", kept)))


def folded(text: str) -> str:
    """Return the words as one text, in which equal names are equal."""
    return " ".join(words_of(text))


def without_umlauts_spelt_out(text: str) -> str:
    return _SPELT_UMLAUT.sub(r"\1", text.casefold())


def best_matches(typed: Words, names: Iterable[tuple[T, Words]]) -> list[T]:
    """Return those in whose words all the `typed` ones stand, else those that have words which
    begin like them; in the given order. The middle of a word is never looked at."""
    if not typed:
        return []
    candidates = [(thing, words) for thing, words in names if _begin(typed, words)]
    whole = [thing for thing, words in candidates if set(typed) <= set(words)]
    return whole or [thing for thing, _ in candidates]


def _begin(typed: Sequence[str], words: Sequence[str]) -> bool:
    return all(any(word.startswith(start) for word in words) for start in typed)
