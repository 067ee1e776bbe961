"""Take over the entries of the directory before that are made of the same rows."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Any, TypeVar

Made = Mapping[Hashable, Any]

_Made = TypeVar("_Made")


class Maker:
    """Call a function, or return what it made of the same inputs for the directory before.

    Inputs are rows, and entries that were made of rows. So an edit rebuilds the entry of the row
    that it touches and the entries that hold that one; every other entry is the same object as
    before, with all that was worked out for it. `made` has what this directory is made of and
    nothing else, so nothing is held longer than it is shown.
    """

    def __init__(self, before: Made) -> None:
        self._before = before
        self.made: dict[Hashable, Any] = {}

    def __call__(self, function: Callable[..., _Made], *inputs: Hashable) -> _Made:
        key = (function, *inputs)
        made: _Made = self.made.get(key) or self._before.get(key) or function(*inputs)
        self.made[key] = made
        return made
