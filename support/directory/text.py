from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any

from django.db import models

from support.locales.languages import SITE_LANGUAGES
from support.models.checked_texts import cleaned


class Text:
    """One text in the languages that staff have written it in."""

    __slots__ = ("texts",)

    def __init__(self, texts: Mapping[str, str | None]) -> None:
        self.texts = {language: text for language, text in texts.items() if text}

    @classmethod
    def of(cls, row: models.Model, field: str) -> Text:
        """Return a text of a row as it may be shown, from its columns for each language."""
        clean = _cleaner(type(row), field)
        texts = ((code, getattr(row, f"{field}_{code}")) for code in SITE_LANGUAGES)
        return cls({code: clean(text) for code, text in texts if text})

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and [*self.texts.items()] == [*other.texts.items()]

    def __hash__(self) -> int:
        return hash(tuple(self.texts.items()))

    def __bool__(self) -> bool:
        return bool(self.texts)

    def written_in(self, language: str) -> str:
        """Return the language that `read` answers in: the wanted one, else English, else any."""
        for candidate in (language, "en", *self.texts):
            if candidate in self.texts:
                return candidate
        return language

    def read(self, language: str) -> str:
        """Return the text in the language, or in another where it is missing."""
        return self.texts.get(self.written_in(language), "")


NO_TEXT = Text({})


@cache
def _cleaner(model: type[models.Model], field: str) -> Callable[[str], str]:
    column: Any = model._meta.get_field(f"{field}_en")
    return partial(cleaned, column)
