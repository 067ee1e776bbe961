"""Rows and their fields in words of the active language."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from modeltranslation.fields import TranslationField

from support.locales.formatting import format_date, format_weekdays
from support.locales.holiday_calendars import calendar_name
from support.locales.languages import endonym, language_name
from support.models.language_tag_field import LanguageTagField
from support.models.scope import Scoped
from support.models.weekdays_field import WeekdaysField

NOTHING = "–"


def title(row: Any) -> str:
    """What the row is called, and its short name or for whom it is."""
    detail = row.scope if isinstance(row, Scoped) else getattr(row, "slug", "")
    return _("%(name)s (%(detail)s)") % {"name": row, "detail": detail} if detail else str(row)


def label(field: models.Field[Any, Any]) -> str:
    if isinstance(field, TranslationField):
        name = capfirst(field.translated_field.verbose_name)
        return f"{name} · {endonym(field.language)}"
    return str(capfirst(field.verbose_name))


def text_language(field: models.Field[Any, Any]) -> str:
    """The language in which the field's texts are written; empty where it holds none."""
    return str(field.language) if isinstance(field, TranslationField) else ""


def value_in_words(row: models.Model, field: models.Field[Any, Any]) -> str:
    value = getattr(row, field.name)
    if value in (None, ""):
        is_for_all = isinstance(row, Scoped) and field.name == "department"
        return _("All departments") if is_for_all else NOTHING
    language = get_language() or "en"
    if isinstance(field, WeekdaysField):
        return format_weekdays(value, language)
    if isinstance(field, LanguageTagField):
        return language_name(value, language)
    if field.name == "holidays":
        return calendar_name(value, language)
    if isinstance(value, time):
        return "24:00" if field.name == "closes" and value == time(0) else f"{value:%H:%M}"
    if isinstance(value, date):
        return format_date(value, language)
    return str(dict(field.flatchoices).get(value, value) if field.choices else value)
