"""How one field of an entry reads and writes a row.

`read` sets what the value says, or raises ValidationError; what a field cannot check, such as a
length, is left to the model's own rules. `write` returns None where there is nothing to state.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from support.locales.languages import SITE_LANGUAGES
from support.schedule_file.references import Known, referred
from support.schedule_file.toml import Value


class FileField(Protocol):
    """A field that is `required` and missing is given None to read, and so says what is needed."""

    @property
    def name(self) -> str: ...

    @property
    def required(self) -> bool: ...

    @property
    def columns(self) -> tuple[str, ...]: ...

    def read(self, row: Any, value: object, known: Known) -> None: ...

    def write(self, row: Any) -> Value | None: ...


def text_of(name: str, value: object) -> str:
    """Return the value as a text. Raise ValidationError if it is none."""
    if not isinstance(value, str):
        raise ValidationError({name: _("write text in quotation marks.")})
    if "\0" in value:  # no database keeps it
        raise ValidationError({name: _("remove the character \\u0000 from this text.")})
    return value


@dataclass(frozen=True, slots=True)
class OneColumn:
    """A field that is one column of the row, under the same name."""

    name: str
    required: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.name,)

    def write(self, row: Any) -> Value | None:
        value: Value | None = getattr(row, self.name)
        return None if value == "" else value


class Plain(OneColumn):
    """A text."""

    def read(self, row: Any, value: object, known: Known) -> None:
        text = text_of(self.name, value)
        if self.required and not text:
            text_of(self.name, None)
        setattr(row, self.name, text)


@dataclass(frozen=True, slots=True)
class Choice(OneColumn):
    """One of the values that the model lists, left out where it is the usual one."""

    unless: str = ""

    def read(self, row: Any, value: object, known: Known) -> None:
        choices = [str(code) for code, _label in row._meta.get_field(self.name).choices]
        if value not in choices:
            raise ValidationError(
                {self.name: _("choose one of: %(choices)s.") % {"choices": ", ".join(choices)}}
            )
        setattr(row, self.name, value)

    def write(self, row: Any) -> Value | None:
        value: str = getattr(row, self.name)
        return None if value in ("", self.unless) else value


class Flag(OneColumn):
    """Whether something is so; it usually is."""

    def read(self, row: Any, value: object, known: Known) -> None:
        if not isinstance(value, bool):
            raise ValidationError({self.name: _("write true or false, without quotation marks.")})
        setattr(row, self.name, value)

    def write(self, row: Any) -> Value | None:
        return None if getattr(row, self.name) else False


@dataclass(frozen=True, slots=True)
class Number(OneColumn):
    """A whole number, left out where it is the usual one."""

    unless: int | None = None

    def read(self, row: Any, value: object, known: Known) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            raise ValidationError({self.name: _("write a whole number, without quotation marks.")})
        setattr(row, self.name, value)

    def write(self, row: Any) -> Value | None:
        value: int | None = getattr(row, self.name)
        return None if value == self.unless else value


@dataclass(frozen=True, slots=True)
class Day(OneColumn):
    """A date, left out where it is that of another column."""

    unless_same_as: str = ""

    def read(self, row: Any, value: object, known: Known) -> None:
        if not isinstance(value, date) or isinstance(value, datetime):
            raise ValidationError(
                {self.name: _("write a date, without quotation marks, such as 2026-12-24.")}
            )
        setattr(row, self.name, value)

    def write(self, row: Any) -> Value | None:
        day: date | None = getattr(row, self.name)
        if not self.unless_same_as or getattr(row, "repeats", "") == "monthly":
            return day  # without a last day, those of every month go on for good
        return None if day == getattr(row, self.unless_same_as) else day


@dataclass(frozen=True, slots=True)
class Reference(OneColumn):
    """The short name of an entry in another section."""

    section: str = ""

    def read(self, row: Any, value: object, known: Known) -> None:
        if self.required and not value:
            raise ValidationError({self.name: _("write a short name in quotation marks.")})
        setattr(row, self.name, referred(self.name, self.section, value, known))

    def write(self, row: Any) -> Value | None:
        other = getattr(row, self.name)
        return other.slug if other else None


@dataclass(frozen=True, slots=True)
class Texts:
    """One text in the languages of the site, written as a table of its own."""

    name: str
    required: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(f"{self.name}_{language}" for language in SITE_LANGUAGES)

    def read(self, row: Any, value: object, known: Known) -> None:
        if not isinstance(value, dict) or (self.required and not value):
            example = f"{self.name}.en = “Sales”"
            message = _("write the text for each language, as in %(example)s.") % {
                "example": example
            }
            raise ValidationError({self.name: message})
        mistakes: dict[str, Any] = {}
        for language, text in value.items():
            try:
                self._read_one(row, language, text)
            except ValidationError as error:
                mistakes |= error.message_dict
        if mistakes:
            raise ValidationError(mistakes)

    def _read_one(self, row: Any, language: str, text: object) -> None:
        place = f"{self.name}.{language}"
        if language not in SITE_LANGUAGES:
            message = _("this isn’t a language of the site. Use one of: %(choices)s.")
            raise ValidationError({place: message % {"choices": ", ".join(SITE_LANGUAGES)}})
        setattr(row, f"{self.name}_{language}", text_of(place, text))

    def texts(self, row: Any) -> dict[str, str]:
        """Return the texts that there are, in the order of the site's languages."""
        texts = ((code, getattr(row, f"{self.name}_{code}")) for code in SITE_LANGUAGES)
        return {code: text for code, text in texts if text}


@dataclass(frozen=True, slots=True)
class Names:
    """A list of names that is no column: each stands for a row of its own."""

    name: str
    required: bool = False
