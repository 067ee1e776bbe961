"""What a save changed, with the values before and after, for the history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Any

from django import forms
from django.db import models
from django.forms.models import BaseInlineFormSet
from django.utils.text import capfirst
from django.utils.translation import get_language

from support.locales.formatting import format_date, format_weekdays
from support.schedule import Weekday


def change_message(
    form: forms.ModelForm[Any], formsets: Iterable[BaseInlineFormSet[Any, Any, Any]], *, add: bool
) -> list[dict[str, dict[str, Any]]]:
    """In the structure that Django's LogEntry reads; a changed field as “Closes: 18:00 → 17:00”."""
    messages: list[dict[str, dict[str, Any]]] = []
    if add:
        messages.append({"added": {}})
    elif told := _told(form):
        messages.append({"changed": {"fields": told}})
    for formset in formsets or ():
        forms_by_pk = {row_form.instance.pk: row_form for row_form in formset.forms}
        messages += [{"added": _names(row)} for row in formset.new_objects]
        messages += [
            {"changed": _names(row) | {"fields": _told(forms_by_pk[row.pk])}}
            for row, _fields in formset.changed_objects
        ]
        messages += [{"deleted": _names(row)} for row in formset.deleted_objects]
    return messages


def _names(row: Any) -> dict[str, Any]:
    return {"name": str(row._meta.verbose_name), "object": str(row)}


def _told(form: forms.ModelForm[Any]) -> list[str]:
    return [
        f"{form.fields[name].label}: "
        f"{_value(form.initial.get(name))} → {_value(form.cleaned_data.get(name))}"
        for name in form.changed_data
        if not form.fields[name].widget.is_hidden
    ]


def _value(value: Any) -> str:
    language = get_language() or "en"
    if isinstance(value, frozenset) and all(isinstance(day, Weekday) for day in value):
        return format_weekdays(value, language)
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, date):
        return format_date(value, language)
    return "–" if value in (None, "") else str(value)


def added_row(row: models.Model) -> dict[str, dict[str, Any]]:
    return {"added": _names(row)}


def deleted_row(row: models.Model) -> dict[str, dict[str, Any]]:
    return {"deleted": _names(row)}


def changed_row(row: models.Model, before: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """`before` are the values, by field, of which some may be others now."""
    told = [
        f"{capfirst(row._meta.get_field(name).verbose_name)}: "  # type: ignore[union-attr]
        f"{_value(value)} → {_value(getattr(row, name))}"
        for name, value in before.items()
        if value != getattr(row, name)
    ]
    return {"changed": _names(row) | {"fields": told}}
