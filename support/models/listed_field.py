"""Several texts in one column: a tuple in Python."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.validators import validate_slug
from django.db import models

from support.models.validators import normalize_language_tag
from support.models.written_field import WrittenField


class ListedField(WrittenField):
    """Texts, sorted, each once."""

    empty = ()
    separator = "\n"

    def read(self, text: str) -> tuple[str, ...]:
        return self._tuple(text.split(self.separator))

    def write(self, value: Any) -> str:
        return self.separator.join(value)

    def to_python(self, value: Any) -> Any:
        return self._tuple(value) if isinstance(value, list) else super().to_python(value)

    def _tuple(self, texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted({text.strip() for text in texts if text.strip()}))


class HolidayNamesField(ListedField):
    """English names of holidays, one a line."""

    longest = 2000


class FormerNamesField(ListedField):
    """Short names, one a line."""

    longest = 2000

    def clean(self, value: Any, model_instance: models.Model | None) -> tuple[str, ...]:
        names: tuple[str, ...] = super().clean(value, model_instance)
        for name in names:
            validate_slug(name)
        return names


class SiteLanguagesField(ListedField):
    """Some of the languages of the site: "da,sv"."""

    longest = 200
    separator = ","


class LanguageTagsField(ListedField):
    """BCP 47 tags that CLDR has names for, in their usual case: "ja,pt-BR". Empty means all."""

    longest = 200
    separator = ","

    def clean(self, value: Any, model_instance: models.Model | None) -> tuple[str, ...]:
        tags = map(normalize_language_tag, self.to_python(value))
        return super().clean(self._tuple(tags), model_instance)  # type: ignore[no-any-return]
