"""How words are compared: without accents, capitals, hyphens, and in one kind of kana."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

_CLUSTER = re.compile("[\\s\\S][\u0300-\u036f\u3099\u309a\uff9e\uff9f]*")
_ACCENT = re.compile("[\u0300-\u036f]")  # what makes か into が is not among them
_PLAIN = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "’": "'"}
_LETTERS = {
    **{code: chr(code - 0x60) for code in [*range(0x30A1, 0x30F7), 0x30FD, 0x30FE]},
    **dict.fromkeys(map(ord, "-\u00ad\u2010\u2011"), ""),
    **{ord(letter): plain for letter, plain in _PLAIN.items()},
}
_PARTICLE = re.compile("(.)[のはがをにでとへもや](?=[一-鿿ァ-ヶa-z0-9])")
_SCRIPT_CHANGES = re.compile("([一-鿿々])(?=[ァ-ヶ])|([ァ-ヶー])(?=[一-鿿])")
_FIRST_KANA = "ぁ"
_WORD = re.compile(r"[^\W_]+")

Spellings = tuple[str, ...]


class Folded(NamedTuple):
    """A text as it is compared, and for each of its characters where it stands in the original."""

    text: str
    places: tuple[int, ...]


class Match(NamedTuple):
    at: int
    end: int
    begins: bool


def fold(text: str) -> Folded:
    folded: list[str] = []
    places: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        one = _fold_one(cluster.group())
        folded.append(one)
        places += [cluster.start()] * len(one)
    return Folded("".join(folded), (*places, len(text)))


def _fold_one(cluster: str) -> str:
    decomposed = unicodedata.normalize("NFKD", cluster).lower()
    return unicodedata.normalize("NFKC", _ACCENT.sub("", decomposed)).translate(_LETTERS)


def words(query: str) -> list[Spellings]:
    """Return each word in the spellings that may be meant: “fuer” is “fur”, as “für” is when
    compared.

    Japanese is separated after a particle and between kanji and katakana.
    """
    separated = _PARTICLE.sub(r"\1 ", unicodedata.normalize("NFKC", query).lower())
    separated = _SCRIPT_CHANGES.sub(lambda change: f"{change.group()} ", separated)
    return [_spellings(word) for word in _WORD.findall(fold(separated).text)]


def _spellings(word: str) -> Spellings:
    plain = re.sub("([aou])e", r"\1", word).replace("aa", "a")
    return (word,) if plain == word else (word, plain)


def position(folded: str, spellings: Spellings) -> Match | None:
    """Find a word in a folded text, best where one begins, as any may in Japanese."""
    inside = None
    for spelling in spellings:
        at = folded.find(spelling)
        while at >= 0:
            begins = at == 0 or spelling >= _FIRST_KANA or not folded[at - 1].isalnum()
            found = Match(at, at + len(spelling), begins)
            if begins:
                return found
            inside = inside or found
            at = folded.find(spelling, at + 1)
    return inside


def marked(text: str, query: str) -> list[tuple[str, bool]]:
    """Return the text in parts, each with whether it is what was looked for."""
    folded, places = fold(text)
    marks = [False] * len(text)
    for word in words(query):
        found = position(folded, word)
        if found:
            end = found.end
            while places[end] == places[end - 1]:
                end += 1
            marks[places[found.at] : places[end]] = [True] * (places[end] - places[found.at])
    parts = groupby(zip(text, marks, strict=True), key=itemgetter(1))
    return [("".join(letter for letter, _ in part), mark) for mark, part in parts]
