"""Special hours and closures as staff stated them, with their reasons."""

from __future__ import annotations

from dataclasses import dataclass

from support.directory.text import Text
from support.schedule import Closure, SpecialHours


@dataclass(frozen=True, slots=True, eq=False)
class SpecialHoursEntry:
    """Special hours; `language` is empty where they are for every language."""

    special: SpecialHours
    language: str
    reason: Text


@dataclass(frozen=True, slots=True, eq=False)
class ClosureEntry:
    """A closure; `zone` is the clock by which it was stated.

    `language` is empty where it is for every language.
    """

    closure: Closure
    zone: str
    language: str
    reason: Text


@dataclass(frozen=True, slots=True)
class Exceptions:
    """The exceptions that count for a department or one of its languages, in order."""

    special_hours: tuple[SpecialHoursEntry, ...] = ()
    closures: tuple[ClosureEntry, ...] = ()

    def of_language(self, tag: str) -> Exceptions:
        """Return the exceptions that count for one language of the department."""
        return Exceptions(
            tuple(entry for entry in self.special_hours if entry.language in ("", tag)),
            tuple(entry for entry in self.closures if entry.language in ("", tag)),
        )


NO_EXCEPTIONS = Exceptions()
