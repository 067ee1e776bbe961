from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from support.locales.languages import direction, language_name
from support.models.edit_version import EditVersioned
from support.models.named import Named, no_name
from support.texts import StaffText


class TranslationForm(forms.Form):
    """A text box for each text in one language, with the text as it was when opened."""

    def __init__(self, texts: Iterable[StaffText], language: str, data: Any = None) -> None:
        super().__init__(data)
        self.texts = {text.key: text for text in texts}
        self.language = language
        self.changed: list[str] = []
        for key, text in self.texts.items():
            self.fields[key] = self._box(text)
            self.fields[_seen(key)] = forms.CharField(
                required=False, strip=False, widget=forms.HiddenInput, initial=self._written(text)
            )

    def lines(self) -> Iterator[dict[str, Any]]:
        """Yield each text with its box, where it belongs, and what visitors read meanwhile."""
        for key, text in self.texts.items():
            shown_in = text.text.written_in(self.language)
            source = text.text.written_in("en") if shown_in == self.language else shown_in
            yield {
                "box": self[key],
                "seen": self[_seen(key)],
                "row": text.row,
                "department": text.department,
                "kind": text.row._meta.verbose_name,
                "source": text.text.read(source),
                "source_language": source,
                "source_direction": direction(source),
                "source_name": language_name(source, get_language() or "en"),
                "is_missing": text.lacks(self.language),
            }

    def save(self, user: Any) -> bool:
        """Save all changed texts, or none if somebody else changed one; return whether it did."""
        self.changed = [key for key in self.texts if self._is_changed(key)]
        with transaction.atomic():
            for key in self.changed:
                self._save_text(key, user)
            if self.errors:
                transaction.set_rollback(True)
        return not self.errors

    def _save_text(self, key: str, user: Any) -> None:
        text, column = self.texts[key], f"{self.texts[key].field}_{self.language}"
        model = type(text.row)
        row = (
            model._default_manager.select_for_update().filter(pk=text.row.pk).order_by("pk").first()
        )
        stored = _plain(getattr(row, column, ""))
        if row is None or stored != _plain(self.cleaned_data[_seen(key)]):
            self._report_other_edit(key, stored)
            return
        setattr(row, column, _plain(self.cleaned_data[key]))
        if isinstance(row, Named) and not row.has_name:
            self.add_error(key, no_name())
            return
        row.save()
        owner: models.Model = row if isinstance(row, EditVersioned) else text.department or row
        # An editor who has the row's own form open is warned on saving.
        if isinstance(owner, EditVersioned):
            type(owner)._default_manager.filter(pk=owner.pk).update(
                edit_version=F("edit_version") + 1
            )
        LogEntry.objects.log_actions(user.pk, [owner], CHANGE)

    def _report_other_edit(self, key: str, stored: str) -> None:
        data = QueryDict(mutable=True)
        data.update(self.data)
        data[_seen(key)] = stored
        self.data = data
        message = _(
            "Someone else has changed this text; it now reads “%(text)s”. To replace it with "
            "yours, save again."
        )
        self.add_error(key, ValidationError(message, "edit_conflict", {"text": stored}))

    def _is_changed(self, key: str) -> bool:
        return _plain(self.cleaned_data[key]) != _plain(self.cleaned_data[_seen(key)])

    def _box(self, text: StaffText) -> forms.CharField:
        field = text.row._meta.get_field(text.field)
        assert isinstance(field, models.Field)  # noqa: S101  # every text is a column
        lines = 2 if field.max_length else 4
        widget = forms.Textarea(
            attrs={"lang": self.language, "dir": direction(self.language), "rows": lines}
        )
        return forms.CharField(
            label=capfirst(field.verbose_name),
            required=False,
            max_length=field.max_length,
            initial=self._written(text),
            widget=widget,
        )

    def _written(self, text: StaffText) -> str:
        return text.text.texts.get(self.language, "")


def _seen(key: str) -> str:
    return f"{key}-seen"


def _plain(text: str | None) -> str:
    """Undo how browsers send the ends of lines."""
    return (text or "").replace("\r\n", "\n").strip()
