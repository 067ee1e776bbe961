from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.db.models import Value
from django.db.models.functions import Cast, Concat

from support.models.language_tag_field import LanguageTagField
from support.models.listed_field import LanguageTagsField

_TAGS = LanguageTagField, LanguageTagsField


def write_placeholder_languages(model: type[models.Model], keys: Iterable[int]) -> None:
    """Write a placeholder, “placeholder 42”, into the languages of rows that are saved next.

    So rows can change places in one transaction although no two can be alike: whichever is saved
    first, the other no longer has its old values. Only PostgreSQL could check that at the end.
    """
    placeholder = Concat(Value("placeholder "), Cast("pk", models.CharField()))
    tags = [field.name for field in model._meta.fields if isinstance(field, _TAGS)]
    if tags:
        rows = model._default_manager.filter(pk__in=list(keys))
        rows.update(**dict.fromkeys(tags, placeholder))
