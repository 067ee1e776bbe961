"""Fields of several names: languages, public holidays; and the clock of a holiday calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from support.locales.calendar_zones import calendar_zone, has_several_zones
from support.models.validators import normalize_language_tag
from support.schedule_file.fields import OneColumn, text_of
from support.schedule_file.references import Known
from support.schedule_file.toml import Value


def texts_of(name: str, value: object) -> list[str]:
    """Return the value as a list of texts. Raise ValidationError if it is none."""
    if not isinstance(value, list):
        message = _("write them as a list, as in %(example)s.") % {
            "example": f"{name} = [“…”, “…”]"
        }
        raise ValidationError({name: message})
    return [text_of(name, each) for each in value]


@dataclass(frozen=True, slots=True)
class OneLanguage:
    """ "ja": the only language of an exception."""

    name: str = "language"
    columns: tuple[str, ...] = ("languages",)
    required: bool = False

    def read(self, row: Any, value: object, known: Known) -> None:
        row.languages = tuple(_tags(self.name, [text_of(self.name, value)]))

    def write(self, row: Any) -> Value | None:
        return row.languages[0] if len(row.languages) == 1 else None


@dataclass(frozen=True, slots=True)
class Languages:
    """["ja", "en"]: the languages of an exception, if they are several."""

    name: str = "languages"
    columns: tuple[str, ...] = ("languages",)
    required: bool = False

    def read(self, row: Any, value: object, known: Known) -> None:
        if row.languages:
            message = _("use “language” for one or “languages” for several, not both.")
            raise ValidationError({self.name: message})
        row.languages = tuple(_tags(self.name, texts_of(self.name, value)))

    def write(self, row: Any) -> Value | None:
        return list(row.languages) if len(row.languages) > 1 else None


def _tags(name: str, texts: list[str]) -> Iterator[str]:
    for text in filter(None, texts):
        try:
            yield normalize_language_tag(text)
        except ValidationError as error:
            raise ValidationError({name: error}) from error


class ListOfNames(OneColumn):
    """["Juneteenth National Independence Day"]: the English names of holidays, short names."""

    def read(self, row: Any, value: object, known: Known) -> None:
        setattr(row, self.name, tuple(sorted(set(texts_of(self.name, value)))))

    def write(self, row: Any) -> Value | None:
        return list(getattr(row, self.name)) or None


class HolidayZone(OneColumn):
    """The clock of a holiday calendar, left out where its country has but one."""

    def read(self, row: Any, value: object, known: Known) -> None:
        setattr(row, self.name, text_of(self.name, value))

    def write(self, row: Any) -> Value | None:
        zone: str = getattr(row, self.name)
        if not zone or (
            zone == calendar_zone(row.holidays, row.zone) and not has_several_zones(row.holidays)
        ):
            return None
        return zone
