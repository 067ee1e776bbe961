"""A page that two people changed: both versions side by side, and the two together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from django.forms.models import BaseInlineFormSet
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from support.admin.conflict.field_merge import FieldConflict, merge_form, values_as_sent
from support.admin.conflict.version_form import EditVersionForm
from support.history.as_opened import seen_until, states_at
from support.rows.state import RowState, states_of_rows
from support.rows.words import Words

FormSet: TypeAlias = "BaseInlineFormSet[Any, Any, Any]"
States = Mapping[int, RowState]


@dataclass(frozen=True, slots=True)
class RowConflict:
    """A row that the two versions have differently.

    `fate` says in words that one of the two added or deleted it; otherwise it is empty.
    """

    title: str
    fate: str
    fields: tuple[FieldConflict, ...]


@dataclass(frozen=True, slots=True)
class MergedPage:
    """The form to send next; `since` is the last instant before the other editor's save."""

    data: QueryDict
    since: datetime | None
    rows: tuple[RowConflict, ...]


class EditMerge:
    """Take over the other editor's version and apply one's own changes on top.

    Where both changed the same column, one's own change stays.
    """

    def __init__(self, form: EditVersionForm, formsets: list[FormSet], language: str) -> None:
        self.form = form
        self.formsets = formsets
        self.words = Words(language)
        self.data = QueryDict(mutable=True)
        self.data.update(form.data)
        self.model = type(form.instance)
        self.pk = int(form.instance.pk)
        self.since = self._since()

    def page(self) -> MergedPage:
        rows = [*self._own(), *(row for formset in self.formsets for row in self._rows(formset))]
        return MergedPage(self.data, self.since, tuple(rows))

    def _since(self) -> datetime | None:
        seen = self.form.cleaned_data.get("seen_edit_version")
        return None if seen is None else seen_until(self.model, self.pk, seen)

    def _opened(self, model: Any, **which: object) -> States:
        return states_at(model, self.since, **which) if self.since else {}

    def _own(self) -> Iterator[RowConflict]:
        stored = self.model._default_manager.get(pk=self.pk)
        theirs = states_of_rows([stored])[self.pk]
        opened = self._opened(self.model, id=self.pk).get(self.pk)
        merged = merge_form(self.form, opened, theirs, self.words)
        for name, values in merged.data.items():
            self.data.setlist(self.form.add_prefix(name), values)
        self.data[self.form.add_prefix("seen_edit_version")] = str(stored.edit_version)
        if merged.conflicts:
            yield RowConflict(str(theirs.row), "", merged.conflicts)

    def _rows(self, formset: FormSet) -> Iterator[RowConflict]:
        """Merge the rows of a formset, the stored ones first, as Django counts them."""
        owner = {formset.fk.name: self.pk}
        model: Any = formset.model
        theirs = states_of_rows(model._default_manager.filter(**owner).order_by("pk"))
        opened = self._opened(model, **owner)
        mine = {key: form for form in formset.initial_forms if (key := _key(form)) is not None}
        sent: list[dict[str, list[str]]] = []
        for key, state in theirs.items():
            pk = {"id": [str(key)]}
            if key not in mine:
                sent.append(pk | values_as_sent(formset.empty_form, state))
                yield self._row(state, _("added by them"))
                continue
            merged = merge_form(mine[key], opened.get(key), state, self.words)
            deletes = _raw(mine[key], "DELETE")
            sent.append(pk | merged.data | deletes)
            if deletes.get("DELETE") and any(field.theirs for field in merged.conflicts):
                yield self._row(state, _("changed by them, deleted by you"), merged.conflicts)
            elif merged.conflicts:
                yield self._row(state, "", merged.conflicts)
        stored = len(sent)
        for key in opened.keys() - theirs.keys():
            state = opened[key]
            form = mine.get(key)
            again = merge_form(form, state, state, self.words) if form else None
            if form and again and again.is_touched and not _raw(form, "DELETE"):
                sent.append(_raw(form, *form.fields) | {"id": [""]})
                fate = _("deleted by them, changed by you: saving would add it again")
                yield self._row(state, fate, again.conflicts)
            else:
                yield self._row(state, _("deleted by them"))
        sent += [_raw(form, *form.fields) for form in formset.extra_forms]
        self._send(formset, sent, stored)

    def _row(
        self, state: RowState, fate: str, fields: tuple[FieldConflict, ...] = ()
    ) -> RowConflict:
        kind = capfirst(state.row._meta.verbose_name or "")
        title = _("{what}: {detail}").format(what=kind, detail=state.row)
        return RowConflict(title, fate, fields)

    def _send(self, formset: FormSet, rows: list[dict[str, list[str]]], stored: int) -> None:
        prefix = formset.prefix
        for name in [name for name in self.data if name.startswith(f"{prefix}-")]:
            if name.removeprefix(f"{prefix}-").split("-")[0].isdecimal():
                del self.data[name]
        for number, row in enumerate(rows):
            row.setdefault(formset.fk.name, [str(self.pk)])
            for name, values in row.items():
                self.data.setlist(f"{prefix}-{number}-{name}", values)
        self.data[f"{prefix}-INITIAL_FORMS"] = str(stored)
        self.data[f"{prefix}-TOTAL_FORMS"] = str(len(rows))


def _key(form: Any) -> int | None:
    """Return the primary key that the browser sent, or None if it is not a number."""
    text = form.data.get(form.add_prefix("id"), "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else None


def _raw(form: Any, *names: str) -> dict[str, list[str]]:
    """Return these fields as the browser sent them, without those it did not send."""
    found = {name: form.data.getlist(form.add_prefix(name)) for name in names}
    return {name: values for name, values in found.items() if values}
