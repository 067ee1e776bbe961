from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import get_language, gettext_lazy

from support.admin.bulk.form import BulkForm, languages_to_choose, of_department
from support.admin.bulk.unaffected import unaffected_lines
from support.admin.common.close_too import close_too, losses_of
from support.admin.common.staff_zone import today_of_staff
from support.admin.fields.date import DateField
from support.directory import DepartmentEntry
from support.models import SpecialHours


class ClosedForm(BulkForm):
    action = "close_on_date"
    title = gettext_lazy("Close on a date")
    explanation = gettext_lazy(
        "This adds special hours to each department. A night shift belongs to the day it starts "
        "on, so the previous evening’s shift still runs to its end."
    )

    first_day = DateField(label=gettext_lazy("First day"), asks_past=True)
    last_day = DateField(
        label=gettext_lazy("Last day"),
        asks_past=True,
        required=False,
        help_text=gettext_lazy("Leave blank to close on the first day only."),
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy("Leave all unticked to close in every language."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=200,
        required=False,
        help_text=gettext_lazy(
            "Shown to visitors, for example “Company meeting”. Write it in the language of this "
            "page; you can add other languages to the special hours later."
        ),
    )

    close_too = forms.BooleanField(
        label=gettext_lazy("Also close departments that other special hours would keep open"),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._saved: list[SpecialHours] = []
        choices = languages_to_choose(self.departments)
        self.fields["languages"].choices = choices  # type: ignore[attr-defined]

    def saved_special_hours(self) -> Sequence[SpecialHours]:
        return self._saved

    def unaffected(self, before: Sequence[DepartmentEntry]) -> list[str]:
        first, last = self._days()
        languages = self.cleaned_data["languages"]
        return unaffected_lines(before, first, last, languages, get_language() or "en")

    def _days(self) -> tuple[date, date]:
        first = self.cleaned_data["first_day"]
        return first, self.cleaned_data["last_day"] or first

    def save(self, request: HttpRequest) -> None:
        mistakes: list[ValidationError] = []
        first, last = self._days()
        self._saved = []
        for department in self.departments:
            row = SpecialHours(
                department=department,
                languages=tuple(self.cleaned_data["languages"]),
                effect=SpecialHours.Effects.CLOSED,
                first_day=first,
                last_day=last,
            )
            setattr(row, f"reason_{get_language() or 'en'}", self.cleaned_data["reason"])
            try:
                row.full_clean()
            except ValidationError as error:
                mistakes += of_department(department, [error])
            else:
                row.save()
                self._saved.append(row)
                rows = admin.site.get_model_admin(SpecialHours)
                rows.log_addition(request, row, "")
        if mistakes:
            raise ValidationError(mistakes)
        if self.cleaned_data["close_too"]:
            close_too(request, losses_of(self._saved, today_of_staff(request)))
