from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from support.admin.common.closure_times import closure_times
from support.admin.fields.labels import copy_labels_from_model
from support.admin.fields.languages import LanguagesField
from support.admin.fields.wall_time import WallTimeField
from support.admin.preview.on_forms import PreviewButton
from support.admin.rows.base import SupportAdmin
from support.admin.rows.own_departments import OwnDepartments
from support.admin.rows.wall_times_form import WallTimesForm
from support.locales.languages import SITE_LANGUAGES
from support.models import Closure


class ClosureForm(WallTimesForm):
    languages = LanguagesField(required=False)
    ends_at = WallTimeField(takes_24=True, required=False)

    class Meta:
        model = Closure
        fields = "__all__"  # the fieldsets choose

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        copy_labels_from_model(self, ["languages"])


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

    def whom_it_concerns(self, row: Closure) -> str:
        return gettext("This is for: %(scope)s.") % {"scope": row.scope}

    @admin.display(description=_("closed"), ordering="starts_on")
    def times(self, row: Closure) -> str:
        return closure_times(row)

    @admin.display(description=_("applies to"), ordering="department")
    def scope(self, row: Closure) -> str:
        return row.scope
