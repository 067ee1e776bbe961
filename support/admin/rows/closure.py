from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from support.admin.conflict.version_form import EditVersionForm
from support.admin.fields.labels import copy_labels_from_model
from support.admin.fields.languages import LanguagesField
from support.admin.fields.pickers import ZoneField
from support.admin.fields.wall_time import WallTimeField, is_end_of_day
from support.admin.preview.on_forms import PreviewButton
from support.admin.rows.base import SupportAdmin
from support.admin.rows.own_departments import OwnDepartments
from support.locales.languages import SITE_LANGUAGES
from support.models import Closure


class ClosureForm(EditVersionForm):
    languages = LanguagesField(required=False)
    starts_at = WallTimeField()
    ends_at = WallTimeField(takes_24=True, required=False)
    zone = ZoneField()

    class Meta:
        model = Closure
        fields = "__all__"  # the fieldsets choose

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        copy_labels_from_model(self, ["languages", "starts_at", "ends_at", "zone"])

    def clean(self) -> dict[str, Any] | None:
        """24:00 is the midnight with which the next day begins."""
        cleaned = super().clean()
        ends_on = self.cleaned_data.get("ends_on")
        if ends_on == date.max:
            self.add_error("ends_on", gettext("Choose a year between 1900 and 2200."))
        elif ends_on and is_end_of_day(self["ends_at"].data):
            self.cleaned_data["ends_on"] = ends_on + timedelta(days=1)
        return cleaned


@admin.register(Closure)
class ClosureAdmin(OwnDepartments, PreviewButton, SupportAdmin):
    form = ClosureForm
    list_display = ["times", "scope", "reason"]
    list_filter = ["department"]
    list_select_related = ["department"]
    date_hierarchy = "starts_on"
    search_fields = [f"reason_{code}" for code in SITE_LANGUAGES]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("starts_on", "starts_at"),
                    ("ends_on", "ends_at"),
                    "zone",
                    "department",
                    "languages",
                ]
            },
        ),
        (_("Reason"), {"fields": ["reason"]}),
    ]

    def departments_touched(self, row: Closure) -> set[int] | None:
        return {row.department_id} if row.department_id else None

    @admin.display(description=_("closed"), ordering="starts_on")
    def times(self, row: Closure) -> str:
        return str(row)

    @admin.display(description=_("applies to"), ordering="department")
    def scope(self, row: Closure) -> str:
        return row.scope
