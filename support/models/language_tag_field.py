from __future__ import annotations

from typing import Any

from django.db import models

from support.models.validators import normalize_language_tag


class LanguageTagField(models.CharField):  # type: ignore[type-arg]  # no generic at run time
    """A BCP 47 tag that CLDR has a name for, stored in its usual case: "pt-BR"."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = 35
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, kwargs

    def clean(self, value: Any, model_instance: models.Model | None) -> str:
        tag = super().clean(value, model_instance)
        return normalize_language_tag(tag) if tag else tag
