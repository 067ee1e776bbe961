"""Pair the entries of a file with rows, where they have no short name."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

from support.locales.languages import SITE_LANGUAGES
from support.models import (
    Closure,
    Incident,
    LanguageWindow,
    SpecialHours,
    StaffQuestion,
    UILocale,
    UnscheduledLanguage,
)
from support.schedule_file.columns import content
from support.schedule_file.configuration import Entry, department_of

_Item = TypeVar("_Item")
Likeness = Callable[[Any], Hashable]

_HOURS = ("weekdays", "opens", "closes", "valid_from", "valid_through")
_FOR_WHOM = ("language", "zone")


def _same(*columns: str) -> Likeness:
    return lambda row: tuple(getattr(row, column) for column in columns)


def _for_same(*columns: str) -> Likeness:
    return lambda row: (department_of(row), *(getattr(row, column) for column in columns))


# From the same content to the least that makes one a new version of the other. Rows are paired by
# the first likeness that they share, in the order in which they stand.
LIKENESSES: dict[type[Any], Sequence[Likeness]] = {
    LanguageWindow: (
        content,
        _same(*_FOR_WHOM, *_HOURS),
        _same(*_FOR_WHOM, "weekdays"),
        _same(*_FOR_WHOM),
        _same("language"),
    ),
    UnscheduledLanguage: (content,),
    UILocale: (content,),
    SpecialHours: (
        content,
        _for_same("languages", "first_day", "last_day"),
        _for_same("languages", "first_day"),
    ),
    Closure: (
        content,
        _for_same("languages", "starts_on", "starts_at", "zone"),
        _for_same("languages", "starts_on"),
    ),
    Incident: (content, _same("starts_on", "starts_at", "zone"), _same("starts_on")),
    StaffQuestion: (
        content,
        _for_same("language", *(f"text_{code}" for code in SITE_LANGUAGES)),
        _for_same("language"),
    ),
}


def pair(
    before: Sequence[_Item], after: Sequence[_Item]
) -> list[tuple[_Item | None, _Item | None]]:
    """Return pairs of rows of one kind, or of entries of such.

    They are in the order of `after`; what is in `before` alone comes last.
    """
    partners: dict[int, _Item] = {}
    left = list(before)
    for likeness in _likenesses([*before, *after]):
        groups: dict[Hashable, deque[_Item]] = {}
        for item in left:
            groups.setdefault(likeness(_row(item)), deque()).append(item)
        for item in after:
            group = None if id(item) in partners else groups.get(likeness(_row(item)))
            if group:
                partners[id(item)] = group.popleft()
        taken = {id(item) for item in partners.values()}
        left = [item for item in left if id(item) not in taken]
    return [*((partners.get(id(item)), item) for item in after), *((item, None) for item in left)]


def _likenesses(items: Sequence[Any]) -> Sequence[Likeness]:
    return LIKENESSES[type(_row(items[0]))] if items else ()


def _row(item: Any) -> Any:
    return item.row if isinstance(item, Entry) else item
