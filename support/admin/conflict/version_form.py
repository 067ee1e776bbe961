"""Two editors of one row: the second is warned, and nothing is silently overwritten.

The form carries the edit version that the row had when the page was opened. Saving compares it
with the stored one under a lock, and raises that by one.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from support.models.edit_version import EditVersioned


class EditVersionForm(forms.ModelForm):  # type: ignore[type-arg]  # no generic at run time
    """Refuse to save a row that somebody else saved since the form was opened."""

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
                raise ValidationError(
                    _(
                        "Someone else changed this while you were editing. Your changes haven’t "
                        "been saved yet."
                    ),
                    "edit_conflict",
                )
            self.instance.edit_version = stored + 1
        return cleaned

    def add_error(self, field: str | None, error: Any) -> None:
        """Add what is wrong, except of fields that have a mistake of their own already."""
        of_fields: dict[str, Any] = getattr(error, "error_dict", {})
        new = {name: each for name, each in of_fields.items() if name not in self.errors}
        if new or not of_fields:
            super().add_error(field, ValidationError(new) if of_fields else error)

    def _stored_edit_version(self) -> int:
        """Read the stored version, locking the row until the end of the transaction."""
        rows = type(self.instance).objects.select_for_update()  # type: ignore[attr-defined]
        return int(rows.values_list("edit_version", flat=True).get(pk=self.instance.pk))
