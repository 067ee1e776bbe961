"""Special hours and closures as staff stated them, with their reasons."""

from __future__ import annotations

from dataclasses import dataclass

from support.directory.text import Text
from support.schedule import Closure, SpecialHours


@dataclass(frozen=True, slots=True, eq=False)
class SpecialHoursEntry:
    """Special hours; `languages` is empty where they are for every language."""

    special: SpecialHours
    languages: tuple[str, ...]
    reason: Text

    def concerns(self, language: str) -> bool:
        """Return whether they count for a language."""
        return not self.languages or language in self.languages


@dataclass(frozen=True, slots=True, eq=False)
class ClosureEntry:
    """A closure; `zone` is the clock by which it was stated.

    `languages` is empty where it is for every language.
    """

    closure: Closure
    zone: str
    languages: tuple[str, ...]
    reason: Text

    def concerns(self, language: str) -> bool:
        """Return whether it counts for a language."""
        return not self.languages or language in self.languages


@dataclass(frozen=True, slots=True)
class Exceptions:
    """The exceptions that count for a department or one of its languages, in order."""

    special_hours: tuple[SpecialHoursEntry, ...] = ()
    closures: tuple[ClosureEntry, ...] = ()

    def of_language(self, tag: str) -> Exceptions:
        """Return the exceptions that count for one language of the department."""
        return Exceptions(
            tuple(entry for entry in self.special_hours if entry.concerns(tag)),
            tuple(entry for entry in self.closures if entry.concerns(tag)),
        )


NO_EXCEPTIONS = Exceptions()
