from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from support.page_search.likeness import nearest
from support.page_search.sections import Section, TextPart
from support.page_search.words import Spellings, position, words


class Result(NamedTuple):
    """`shown` is the part that has what the title has not, if there is more to find."""

    rank: int
    section: Section
    shown: TextPart | None


def find(sections: Iterable[Section], query: str) -> list[Result]:
    """Return the sections that have every word, those that have it in their title first; if none
    has, those that come nearest."""
    wanted = words(query)
    if not wanted:
        return []
    sections = tuple(sections)
    results = list(filter(None, (_rated(section, wanted) for section in sections)))
    if not results:
        return [Result(0, section, None) for section in nearest(sections, wanted)]
    return sorted(results, key=lambda result: result.rank)


def _rated(section: Section, wanted: Sequence[Spellings]) -> Result | None:
    rank = 0
    counts = [0] * len(section.parts)
    for word in wanted:
        ranks = [_rank(part, section, word) for part in section.parts]
        best = min((each for each in ranks if each is not None), default=None)
        if best is None:
            best = _rank_of_words(section, word)
        if best is None:
            return None
        rank += best
        if ranks[0] is None:
            # Two words count for more than the best rank of one.
            for index, each in enumerate(ranks):
                counts[index] += 0 if each is None else 10 - each
    most = max(counts)
    return Result(rank, section, section.parts[counts.index(most)] if most else None)


def _rank_of_words(section: Section, word: Spellings) -> int | None:
    """Rank words that are not shown like a heading."""
    found = position(section.words, word)
    return (2 if found.begins else 4) if found else None


def _rank(part: TextPart, section: Section, word: Spellings) -> int | None:
    """Rank the title first, even within a word; then where a word begins, headings first; then
    the rest."""
    found = position(part.folded, word)
    if not found:
        return None
    if part is section.title:
        return 0 if found.begins else 1
    return (2 if part.is_heading else 3) + (0 if found.begins else 2)
