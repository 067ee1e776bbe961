"""One form that two people changed: what each did to it, and the two together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from support.rows.columns import Field, editable_fields, label, text_language
from support.rows.state import RowState
from support.rows.words import Words


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """A column that one of the two changed, or both.

    `theirs` or `mine` is empty if that editor left the column alone.
    """

    label: str
    language: str
    opened: str
    theirs: str
    mine: str

    @property
    def is_of_both(self) -> bool:
        return bool(self.theirs and self.mine)


@dataclass(frozen=True, slots=True)
class MergedForm:
    """The fields of a form to send next: theirs, with one's own changes on top."""

    data: dict[str, list[str]]
    conflicts: tuple[FieldConflict, ...]
    is_touched: bool


def merge_form(
    form: forms.BaseForm, opened: RowState | None, theirs: RowState, words: Words
) -> MergedForm:
    """Merge what both editors did since the row was `opened`.

    If that state is not known, everything that differs counts as one's own change.
    """
    data: dict[str, list[str]] = {}
    conflicts: list[FieldConflict] = []
    is_touched = False
    for column in editable_fields(type(theirs.row)):
        if column.name not in form.fields:
            continue
        field = form.fields[column.name]
        before, now = (opened or theirs).values, theirs.values
        base, current = before[column.name], now[column.name]
        was = words.value(column, base, before.get("holidays", ""))
        is_now = words.value(column, current, now.get("holidays", ""))
        is_mine, is_theirs = _has_changed(form, column.name, base), was != is_now
        is_touched |= is_mine
        data[column.name] = _sent(form, column.name) if is_mine else _as_sent(field, current)
        if is_mine or is_theirs:
            conflicts.append(
                FieldConflict(
                    label(column),
                    text_language(column),
                    was if opened else _("unknown"),
                    is_now if is_theirs or not opened else "",
                    _mine(form, column, words) if is_mine else "",
                )
            )
    return MergedForm(data, tuple(conflicts), is_touched)


def values_as_sent(form: forms.BaseForm, state: RowState) -> dict[str, list[str]]:
    """Return the fields of a stored row as a browser would send them back unchanged."""
    return {
        column.name: _as_sent(form.fields[column.name], state.values[column.name])
        for column in editable_fields(type(state.row))
        if column.name in form.fields
    }


def _sent(form: forms.BaseForm, name: str) -> list[str]:
    return list(form.data.getlist(form.add_prefix(name)))  # type: ignore[attr-defined]


def _value(form: forms.BaseForm, name: str) -> Any:
    widget = form.fields[name].widget
    return widget.value_from_datadict(form.data, form.files, form.add_prefix(name))


def _has_changed(form: forms.BaseForm, name: str, base: Any) -> bool:
    """Return whether the form differs from `base`, ignoring how the browser ends lines."""
    value = _value(form, name)
    if isinstance(base, str) and isinstance(value, str):
        base, value = ("\n".join(text.splitlines()) for text in (base, value))
    return form.fields[name].has_changed(base, value)


def _as_sent(field: forms.Field, value: Any) -> list[str]:
    # The admin wraps the widgets of relations.
    widget: Any = getattr(field.widget, "widget", field.widget)
    shown = widget.format_value(field.prepare_value(value))
    if isinstance(shown, list | tuple):
        return [str(each) for each in shown]
    return ["" if shown is None else str(shown)]


def _mine(form: forms.BaseForm, column: Field, words: Words) -> str:
    """Return what the form has for the column in words, or as typed if it is not valid."""
    try:
        value = form.fields[column.name].clean(_value(form, column.name))
    except ValidationError:
        return ", ".join(_sent(form, column.name))
    if isinstance(value, QuerySet):
        value = tuple(sorted(row.pk for row in value))
    value = value.pk if isinstance(value, models.Model) else value
    return words.value(column, value, _calendar(form))


def _calendar(form: forms.BaseForm) -> str:
    """Return the calendar that the form has; empty where it has none that is known."""
    if "holidays" not in form.fields:
        return ""
    try:
        return str(form.fields["holidays"].clean(_value(form, "holidays")))
    except ValidationError:
        return ""
