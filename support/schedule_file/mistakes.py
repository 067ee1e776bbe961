"""The mistakes of a file, each with its place and what would be right."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake at a `place`, which names the entry, in a `field` by its name in the file.

    Both can be empty.
    """

    place: str
    field: str
    text: str

    def __str__(self) -> str:
        words = self.text
        for part in filter(None, (self.field, self.place)):
            words = _("{what}: {detail}").format(what=part, detail=words)
        return words


class ScheduleFileError(Exception):
    """The file has mistakes, so nothing was changed."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(map(str, self.mistakes)))


class Mistakes:
    """The mistakes found so far, in the order of the file."""

    def __init__(self) -> None:
        self._found: dict[Mistake, None] = {}

    def add(self, place: str, field: str, text: str) -> None:
        """Add a mistake, once: two columns can be one field of the file."""
        self._found[Mistake(place, field, str(text))] = None

    def add_error(
        self, place: str, error: ValidationError, field_of: Callable[[str], str] = str
    ) -> None:
        """Add what a model refuses; `field_of` returns a column's name in the file."""
        messages = getattr(error, "message_dict", {NON_FIELD_ERRORS: error.messages})
        for column, texts in messages.items():
            name = "" if column == NON_FIELD_ERRORS else field_of(column)
            for text in texts:
                self.add(place, name, text)

    def raise_any(self) -> None:
        """Raise ScheduleFileError if there is any mistake."""
        if self._found:
            raise ScheduleFileError(self._found)
