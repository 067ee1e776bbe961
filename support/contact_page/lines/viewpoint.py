from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from support.directory import DepartmentEntry, Text

# How far ahead the page tells of exceptions and of hours that change.
LOOK_AHEAD = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """From where the directory is looked at: a site language, an instant, whose clock, and the
    languages that the visitor reads, in order of preference.

    `zone` is None where every moment is shown on the clock of the hours it belongs to; `languages`
    is empty where nobody has said more than the page's language does.
    """

    language: str
    at: datetime
    zone: str | None = None
    languages: tuple[str, ...] = ()

    @property
    def languages_read(self) -> tuple[str, ...]:
        return self.languages or (self.language,)


@dataclass(frozen=True, slots=True)
class Wording:
    """A text of staff's; `lang` is its language where that is not the page's, else empty."""

    text: str
    lang: str

    def __bool__(self) -> bool:
        return bool(self.text)


NO_WORDING = Wording("", "")


def wording(text: Text, view: Viewpoint) -> Wording:
    return wording_in(text, view.language)


def wording_in(text: Text, language: str) -> Wording:
    written_in = text.written_in(language)
    return Wording(text.read(language), "" if written_in == language else written_in)


def wordings(entry: DepartmentEntry, view: Viewpoint) -> Mapping[str, Wording]:
    """Return every text of an entry for the page, by the name of its field."""
    values = {field.name: getattr(entry, field.name) for field in fields(entry)}
    return {name: wording(text, view) for name, text in values.items() if isinstance(text, Text)}
