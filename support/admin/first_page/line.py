from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, overload

from django.db.models import QuerySet


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A button: its words, the address that a click sends to, and what it sends.

    That is the edit version that was seen, and `what` is confirmed of the row.
    """

    words: str
    address: str
    seen_edit_version: int
    what: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the first page. `address` leads to what it is about, or is empty."""

    words: str
    address: str = ""
    confirmation: Confirmation | None = None


class LinesOfRows(Sequence[Line]):
    """Lines about rows, of which only those that are shown are read: there can be thousands."""

    def __init__(self, rows: QuerySet[Any], line: Callable[[Any], Line]) -> None:
        self._rows = rows
        self._line = line

    @cached_property
    def _count(self) -> int:
        return self._rows.count()

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> Line: ...
    @overload
    def __getitem__(self, place: slice) -> list[Line]: ...
    def __getitem__(self, place: int | slice) -> Line | list[Line]:
        if isinstance(place, slice):
            return [self._line(row) for row in self._rows[place]]
        return self._line(self._rows[place])
