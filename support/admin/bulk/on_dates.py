"""The base of the actions that add special hours to each department, for certain days."""

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
from support.admin.fields.date import DateField
from support.models import SpecialHours


class OnDatesForm(BulkForm):
    first_day = DateField(label=gettext_lazy("First day"), asks_past=True)
    last_day = DateField(
        label=gettext_lazy("Last day"),
        asks_past=True,
        required=False,
        help_text=gettext_lazy("Leave blank for the first day only."),
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy("Leave all unticked for every language."),
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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._saved: list[SpecialHours] = []
        choices = languages_to_choose(self.departments)
        self.fields["languages"].choices = choices  # type: ignore[attr-defined]

    def effect(self) -> dict[str, Any]:
        """Return the columns that say what happens on these days."""
        raise NotImplementedError

    def saved_special_hours(self) -> Sequence[SpecialHours]:
        return self._saved

    def days(self) -> tuple[date, date]:
        first = self.cleaned_data["first_day"]
        return first, self.cleaned_data["last_day"] or first

    def save(self, request: HttpRequest) -> None:
        mistakes: list[ValidationError] = []
        first, last = self.days()
        self._saved = []
        for department in self.departments:
            row = SpecialHours(
                department=department,
                languages=tuple(self.cleaned_data["languages"]),
                first_day=first,
                last_day=last,
                **self.effect(),
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
