"""One form that two people changed: what each did to it, and the two together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from support.history.changes import RowState
from support.history.words import Words, label, text_language, told_fields


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """A field that one of the two changed, or both; empty where one did not."""

    name: str
    language: str
    opened: str
    theirs: str
    mine: str

    @property
    def is_of_both(self) -> bool:
        return bool(self.theirs and self.mine)


@dataclass(frozen=True, slots=True)
class MergedForm:
    """`data` is to be sent: theirs, with one's own on top."""

    data: dict[str, list[str]]
    conflicts: tuple[FieldConflict, ...]
    is_touched: bool


def merge_form(
    form: forms.BaseForm, opened: RowState | None, theirs: RowState, words: Words
) -> MergedForm:
    """Without knowing how the row was when it was opened, all that differs is one's own."""
    data: dict[str, list[str]] = {}
    conflicts: list[FieldConflict] = []
    is_touched = False
    for column in told_fields(type(theirs.row)):
        if column.name not in form.fields:
            continue
        field = form.fields[column.name]
        base = (opened or theirs).values[column.name]
        current = theirs.values[column.name]
        was, is_now = words.value(column, base), words.value(column, current)
        is_mine, is_theirs = _has_changed(form, column.name, base), was != is_now
        is_touched |= is_mine
        data[column.name] = _sent(form, column.name) if is_mine else _as_sent(field, current)
        if is_mine or is_theirs:
            conflicts.append(
                FieldConflict(
                    label(column),
                    text_language(column),
                    was if opened else _("not known"),
                    is_now if is_theirs or not opened else "",
                    _mine(form, column, words) if is_mine else "",
                )
            )
    return MergedForm(data, tuple(conflicts), is_touched)


def values_as_sent(form: forms.BaseForm, state: RowState) -> dict[str, list[str]]:
    """A stored row as the browser would send it back unchanged."""
    return {
        column.name: _as_sent(form.fields[column.name], state.values[column.name])
        for column in told_fields(type(state.row))
        if column.name in form.fields
    }


def _sent(form: forms.BaseForm, name: str) -> list[str]:
    return list(form.data.getlist(form.add_prefix(name)))  # type: ignore[attr-defined]


def _value(form: forms.BaseForm, name: str) -> Any:
    widget = form.fields[name].widget
    return widget.value_from_datadict(form.data, form.files, form.add_prefix(name))


def _has_changed(form: forms.BaseForm, name: str, base: Any) -> bool:
    """A browser sends line breaks as two characters, whatever they were."""
    value = _value(form, name)
    if isinstance(base, str) and isinstance(value, str):
        base, value = ("\n".join(text.splitlines()) for text in (base, value))
    return form.fields[name].has_changed(base, value)


def _as_sent(field: forms.Field, value: Any) -> list[str]:
    """The admin wraps the widgets of relations."""
    widget: Any = getattr(field.widget, "widget", field.widget)
    shown = widget.format_value(field.prepare_value(value))
    if isinstance(shown, list | tuple):
        return [str(each) for each in shown]
    return ["" if shown is None else str(shown)]


def _mine(form: forms.BaseForm, column: models.Field[Any, Any], words: Words) -> str:
    """In words; as it was typed, where it cannot be read."""
    try:
        value = form.fields[column.name].clean(_value(form, column.name))
    except ValidationError:
        return ", ".join(_sent(form, column.name))
    if isinstance(value, QuerySet):
        value = tuple(sorted(row.pk for row in value))
    return words.value(column, value.pk if isinstance(value, models.Model) else value)
