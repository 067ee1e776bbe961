"""Half-open stretches of time, alone and as a row of edges: start, end, start, end, …

A row is in seconds, sorted and disjoint; two neighbours never touch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import compress
from operator import lt
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Interval(NamedTuple):
    """From `start`, inclusive, to `end`, exclusive; both aware, in UTC."""

    start: datetime
    end: datetime


def merge(starts: Iterable[int], ends: Iterable[int]) -> list[int]:
    """Return the union, as a row, of stretches of which each ends after it starts.

    Which end belongs to which start does not matter: there is a gap exactly where as many
    stretches have ended as have started.
    """
    starts = sorted(starts)
    if not starts:
        return []
    ends = sorted(ends)
    following = starts[1:]
    if not all(map(lt, ends, following)):
        is_gap = list(map(lt, ends, following))
        starts = [starts[0], *compress(following, is_gap)]
        ends = [*compress(ends, is_gap), ends[-1]]
    row = starts + ends
    row[::2], row[1::2] = starts, ends
    return row


def subtract(row: Sequence[int], taken: Sequence[int]) -> list[int]:
    """Return what is in `row` and not in `taken`, both rows, as a row."""
    rest: list[int] = []
    for start, end in pairs(row):
        for taken_start, taken_end in pairs(taken):
            if start < taken_end and taken_start < end:
                if start < taken_start:
                    rest += (start, taken_start)
                start = taken_end
        if start < end:
            rest += (start, end)
    return rest


def pairs(row: Sequence[T]) -> Iterator[tuple[T, T]]:
    """Yield each start with its end."""
    return zip(row[::2], row[1::2], strict=True)
