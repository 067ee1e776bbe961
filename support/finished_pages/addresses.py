"""The addresses whose answers are kept, and the parameters that each of them knows.

They are known by their shape, whether there is such a page or not, so that asking costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

from support.locales.languages import SITE_LANGUAGES

# Longer addresses are invented. They are answered by Django, and nothing is left of them.
_LONGEST = 600

_LANGUAGE = f"(?:{'|'.join(SITE_LANGUAGES)})"
_NAME = r"[-\w]+"


class FinishedAddress(NamedTuple):
    """`query` is all that the page reads of the query; `is_common` says that most visitors ask
    for it."""

    query: str
    is_common: bool


@dataclass(frozen=True, slots=True)
class _Shape:
    """Other parameters than `parameters` are refused by the page if it is `strict`, and make no
    difference to it if it is not."""

    path: re.Pattern[str]
    parameters: tuple[str, ...] = ()
    repeatable: frozenset[str] = frozenset()
    strict: bool = False
    is_page: bool = False

    def query(self, pairs: Iterable[tuple[str, str]]) -> str | None:
        """Return the parameters that the page knows in their usual order; None if it refuses."""
        values: dict[str, list[str]] = {name: [] for name in self.parameters}
        for name, value in pairs:
            if name in values:
                values[name].append(value)
            elif self.strict:
                return None
        if self.strict and any(len(given) > 1 for given in values.values()):
            return None
        known = (
            (name, value)
            for name, given in values.items()
            for value in (given if name in self.repeatable else given[-1:])
        )
        return urlencode(list(known), safe="/")


def _path(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII)


_SHAPES = (
    # Before the page of each department, whose shape it has.
    _Shape(
        _path(rf"/{_LANGUAGE}/contact/write/"),
        parameters=("department", "language", "topic", "languages", "tz"),
        repeatable=frozenset(["languages"]),
        is_page=True,
    ),
    _Shape(
        _path(rf"/{_LANGUAGE}/contact/(?:{_NAME}/)?"),
        parameters=("languages", "tz"),
        repeatable=frozenset(["languages"]),
        is_page=True,
    ),
    _Shape(
        _path(rf"/{_LANGUAGE}/now\.txt"),
        parameters=("languages", "tz"),
        repeatable=frozenset(["languages"]),
    ),
    _Shape(_path(rf"/{_LANGUAGE}/contact/{_NAME}/{_NAME}(?:/next)?\.ics")),
    _Shape(
        _path(r"/badge/status\.json"),
        parameters=("department", "language", "locale", "page_lang", "zone", "visitor_zone"),
        strict=True,
    ),
    _Shape(
        _path(rf"/badge/{_LANGUAGE}/{_NAME}/{_NAME}(?:\.svg|/)"), parameters=("zone",), strict=True
    ),
)


def finished_address(path: str, query: str) -> FinishedAddress | None:
    """Return what is known of an address by its shape; None if its answer is not kept."""
    return _read(path, query) if len(path) + len(query) <= _LONGEST else None


# Links from elsewhere carry some of a few queries; the bound holds off invented ones.
@lru_cache(maxsize=1024)
def _read(path: str, query: str) -> FinishedAddress | None:
    shape = next((shape for shape in _SHAPES if shape.path.fullmatch(path)), None)
    if shape is None:
        return None
    if not query:
        return FinishedAddress("", shape.is_page)
    if not query.isascii():
        return None
    known = shape.query(parse_qsl(query, keep_blank_values=True))
    return None if known is None else FinishedAddress(known, shape.is_page and not known)
