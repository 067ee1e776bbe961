"""Two editors on one row: the second is told, and nothing is silently overwritten.

The form carries the row's edit version as it was when the page was opened. Saving compares it
with the stored one under a lock and raises it by one.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from support.formatting import format_timestamp
from support.models.edit_version import EditVersioned


class EditVersionForm(forms.ModelForm):  # type: ignore[type-arg]  # no generic at run time
    """For models that are EditVersioned."""

    seen_edit_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    instance: EditVersioned

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen_edit_version"].initial = self.instance.edit_version

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.instance.pk is not None:
            stored = self._stored_edit_version()
            if self.cleaned_data.get("seen_edit_version") != stored:
                self._accept_next_time(stored)
                raise ValidationError(self._who_was_first(), "edit_conflict")
            self.instance.edit_version = stored + 1
        return cleaned

    def _stored_edit_version(self) -> int:
        """Locks the row until the save is through."""
        rows = type(self.instance).objects.select_for_update()  # type: ignore[attr-defined]
        return int(rows.values_list("edit_version", flat=True).get(pk=self.instance.pk))

    def _accept_next_time(self, stored: int) -> None:
        """Who was told, and saves again, means it."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data[self.add_prefix("seen_edit_version")] = str(stored)
        self.data = data

    def _who_was_first(self) -> str:
        entry = (
            LogEntry.objects.filter(
                content_type=ContentType.objects.get_for_model(self.instance),
                object_id=str(self.instance.pk),
            )
            .select_related("user")
            .order_by("-action_time")
            .first()
        )
        told = _(
            "This was changed by somebody else while you were editing. Your own input is still "
            "below. Compare it with the current version; to replace that with yours, save again."
        )
        if entry is None:
            return told
        return format_html(
            '{} <a href="" target="_blank">{}</a> — {}, {}: {}',
            told,
            _("Open the current version"),
            entry.user,
            format_timestamp(entry.action_time, get_language() or "en"),
            entry.get_change_message(),
        )
