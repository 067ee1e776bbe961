"""The entries of a directory are those of the one before, where they are made of the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Any, TypeVar

Made = Mapping[Hashable, Any]

_Made = TypeVar("_Made")


class Maker:
    """Calls a function, unless the directory before has what it made of the same inputs.

    Inputs are rows and entries that were made of rows. So an edit makes anew the entry of the row
    that it touches and the entries which hold that one, and every other entry is the same object
    as before, with all that was worked out for it.
    """

    def __init__(self, before: Made) -> None:
        self._before = before
        self.made: dict[Hashable, Any] = {}

    def __call__(self, function: Callable[..., _Made], *inputs: Hashable) -> _Made:
        key = (function, *inputs)
        made: _Made = self.made.get(key) or self._before.get(key) or function(*inputs)
        self.made[key] = made
        return made
