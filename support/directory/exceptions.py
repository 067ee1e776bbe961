"""Special hours and closures as staff stated them, with their reasons."""

from __future__ import annotations

from dataclasses import dataclass

from support.directory.text import Text
from support.schedule import Closure, SpecialHours


@dataclass(frozen=True, slots=True)
class SpecialHoursEntry:
    """`language` is empty where every language is meant."""

    special: SpecialHours
    language: str
    reason: Text


@dataclass(frozen=True, slots=True)
class ClosureEntry:
    """`zone` is the clock by which it was stated; `language` as above."""

    closure: Closure
    zone: str
    language: str
    reason: Text


@dataclass(frozen=True, slots=True)
class Exceptions:
    """Those of one department, or of one of its languages; those of all departments included."""

    special_hours: tuple[SpecialHoursEntry, ...] = ()
    closures: tuple[ClosureEntry, ...] = ()

    def of_language(self, tag: str) -> Exceptions:
        return Exceptions(
            tuple(entry for entry in self.special_hours if entry.language in ("", tag)),
            tuple(entry for entry in self.closures if entry.language in ("", tag)),
        )


NO_EXCEPTIONS = Exceptions()
