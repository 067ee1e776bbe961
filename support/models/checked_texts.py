from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from support.locales.plain_text import one_line, plain_text
from support.models.addresses import is_web_address


class CheckedTexts(models.Model):
    """A row whose texts have no controls, and on one line no line break, whichever way they came.

    They are cleaned before they are checked and before they are saved. An address that the page
    could not show is refused.
    """

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._clean_texts()
        super().save(*args, **kwargs)

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        self._clean_texts()
        mistakes = {
            field.name: _no_web_address(text)
            for field, text in self._texts()
            if isinstance(field, models.URLField)
            and field.name not in (exclude or ())
            and text
            and not is_web_address(text)
        }
        try:
            super().clean_fields(exclude)
        except ValidationError as error:
            raise ValidationError(mistakes | error.error_dict) from error
        if mistakes:
            raise ValidationError(mistakes)

    def _clean_texts(self) -> None:
        for field, text in self._texts():
            self.__dict__[field.attname] = cleaned(field, text)

    def _texts(self) -> list[tuple[models.Field[Any, Any], str]]:
        values = self.__dict__
        return [
            (field, values[field.attname])
            for field in self._meta.concrete_fields
            if isinstance(values.get(field.attname), str)
        ]


def cleaned(field: models.Field[Any, Any], text: str) -> str:
    """Return a column's text as it may be shown: on one line, unless the column has lines."""
    return plain_text(text) if isinstance(field, models.TextField) else one_line(text)


def _no_web_address(text: str) -> ValidationError:
    return ValidationError(
        _(
            "“%(text)s” isn’t a valid web address. Enter one that starts with https://, such as "
            "https://www.example.com/."
        ),
        "no_web_address",
        {"text": text},
    )
