from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from support.page_search.places import Piece, Place
from support.page_search.words import Spellings, fold, position, words


class Result(NamedTuple):
    """`shown` is the piece that has what the title has not, if there is more to find."""

    rank: int
    place: Place
    shown: Piece | None


def find(places: Iterable[Place], query: str) -> list[Result]:
    """The places that have every word; those that have it in their title first."""
    wanted = words(query)
    if not wanted:
        return []
    results = (_rated(place, wanted) for place in places)
    return sorted((result for result in results if result), key=lambda result: result.rank)


def _rated(place: Place, wanted: Sequence[Spellings]) -> Result | None:
    rank = 0
    told = [0] * len(place.pieces)
    for word in wanted:
        ranks = [_rank(piece, place, word) for piece in place.pieces]
        best = min((each for each in ranks if each is not None), default=None)
        if best is None:
            return None
        rank += best
        if ranks[0] is None:
            # Two words count for more than the best place of one.
            for index, each in enumerate(ranks):
                told[index] += 0 if each is None else 10 - each
    most = max(told)
    return Result(rank, place, place.pieces[told.index(most)] if most else None)


def _rank(piece: Piece, place: Place, word: Spellings) -> int | None:
    """The title, even within a word; then where a word begins, headings first; then the rest."""
    found = position(fold(piece.text).text, word)
    if not found:
        return None
    if piece is place.title:
        return 0 if found.begins else 1
    return (2 if piece.is_heading else 3) + (0 if found.begins else 2)
