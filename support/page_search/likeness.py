"""What comes nearest to a question of which no section has every word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from support.page_search.sections import Section
from support.page_search.words import Spellings

_WORD = re.compile(r"[^\W_]+")
_FIRST_KANA = "ぁ"


def nearest(sections: Iterable[Section], wanted: Sequence[Spellings]) -> list[Section]:
    """Return the sections whose title and search words share most letters with those words.

    Other texts do not count: “not” and “please” stand in any of them. In the search words, which
    are written for this, a letter counts twice.
    """
    rated = [(_letters(section, wanted), section) for section in sections]
    most = max((letters for letters, _section in rated), default=0)
    near = [each for each in rated if each[0] and each[0] * 2 >= most]
    return [section for _letters, section in sorted(near, key=lambda each: -each[0])]


def _letters(section: Section, wanted: Sequence[Spellings]) -> int:
    known = [(2, each) for each in _WORD.findall(section.words)]
    known += [(1, each) for each in _WORD.findall(section.title.folded)]
    return sum(max(_shared(spellings, known), default=0) for spellings in wanted)


def _shared(spellings: Spellings, known: Iterable[tuple[int, str]]) -> Iterator[int]:
    for weight, word in known:
        for spelling in spellings:
            yield weight * shared_letters(spelling, word)


def shared_letters(one: str, other: str) -> int:
    """Return how many letters make two words alike, or 0: the same word, a word within another,
    one with another ending, and one that is mistyped."""
    short, long = sorted((one, other), key=len)
    is_japanese = short >= _FIRST_KANA
    if one == other:
        return len(one) if len(one) >= (2 if is_japanese else 3) else 0
    if len(short) >= (2 if is_japanese else 4) and short in long:
        return len(short)
    same = (one == other for one, other in zip(short, long, strict=False))
    begins = next((place for place, is_same in enumerate(same) if not is_same), len(short))
    if begins >= max(5, len(short) - 2):
        return begins
    is_mistyped = begins > 0 and len(short) > 4 and _differ_in_one(short[begins:], long[begins:])
    return len(short) - 1 if is_mistyped else 0


def _differ_in_one(short: str, long: str) -> bool:
    """Say whether a letter is another, one too many, or in the place of its neighbour."""
    return (
        short[1:] == long[1:]
        or short == long[1:]
        or (short[:2] == long[1::-1] and short[2:] == long[2:])
    )
