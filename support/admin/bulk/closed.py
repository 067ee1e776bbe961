from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import get_language, gettext_lazy

from support.admin.bulk.on_dates import OnDatesForm
from support.admin.bulk.unaffected import unaffected_lines
from support.admin.common.close_too import close_too, losses_of
from support.admin.common.staff_zone import today_of_staff
from support.directory import DepartmentEntry
from support.models import SpecialHours


class ClosedForm(OnDatesForm):
    action = "close_on_date"
    title = gettext_lazy("Close on a date")
    explanation = gettext_lazy(
        "This adds special hours to each department. A night shift belongs to the day it starts "
        "on, so the previous evening’s shift still runs to its end."
    )

    close_too = forms.BooleanField(
        label=gettext_lazy("Also close departments that other special hours would keep open"),
        required=False,
    )

    def effect(self) -> dict[str, Any]:
        return {"effect": SpecialHours.Effects.CLOSED}

    def reasons(
        self, before: Sequence[DepartmentEntry], after: Sequence[DepartmentEntry]
    ) -> list[str]:
        first, last = self.days()
        languages = self.cleaned_data["languages"]
        return unaffected_lines(before, first, last, languages, get_language() or "en")

    def save(self, request: HttpRequest) -> None:
        super().save(request)
        if self.cleaned_data["close_too"]:
            close_too(request, losses_of(self._saved, today_of_staff(request)))
