from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext

from support.admin.conflict.version_form import EditVersionForm
from support.admin.fields.labels import copy_labels_from_model
from support.admin.fields.pickers import ZoneField
from support.admin.fields.wall_time import WallTimeField, is_end_of_day


class WallTimesForm(EditVersionForm):
    """The form of what starts at one moment and ends at another, on the clock of a zone."""

    starts_at = WallTimeField()
    ends_at = WallTimeField(takes_24=True)
    zone = ZoneField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        copy_labels_from_model(self, ["starts_at", "ends_at", "zone"])

    def clean(self) -> dict[str, Any] | None:
        """Store 24:00 as the midnight with which the next day begins."""
        cleaned = super().clean()
        ends_on = self.cleaned_data.get("ends_on")
        if ends_on == date.max:
            self.add_error("ends_on", gettext("Choose a year between 1900 and 2200."))
        elif ends_on and is_end_of_day(self["ends_at"].data):
            self.cleaned_data["ends_on"] = ends_on + timedelta(days=1)
        return cleaned
