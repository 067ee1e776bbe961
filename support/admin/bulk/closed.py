from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import get_language, gettext_lazy

from support.admin.bulk.form import BulkForm, languages_to_choose, of_department
from support.admin.fields.date import DateField
from support.models import SpecialHours


class ClosedForm(BulkForm):
    action = "close_on_date"
    title = gettext_lazy("Closed on a date")
    explanation = gettext_lazy(
        "Each of the departments gets special hours that say so. A night shift belongs to the day "
        "on which it begins: the shift of the evening before runs to its end."
    )

    first_day = DateField(label=gettext_lazy("First day"), asks_past=True)
    last_day = DateField(
        label=gettext_lazy("Last day"),
        asks_past=True,
        required=False,
        help_text=gettext_lazy("Empty: only on the first day."),
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy("None ticked: for every language."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=200,
        required=False,
        help_text=gettext_lazy(
            "Shown to visitors, such as “Company meeting”. Write it in the language of this page; "
            "others can be added to the special hours later."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = languages_to_choose(self.departments)
        self.fields["languages"].choices = choices  # type: ignore[attr-defined]

    def save(self, request: HttpRequest) -> None:
        mistakes: list[ValidationError] = []
        for department in self.departments:
            row = SpecialHours(
                department=department,
                languages=tuple(self.cleaned_data["languages"]),
                effect=SpecialHours.Effects.CLOSED,
                first_day=self.cleaned_data["first_day"],
                last_day=self.cleaned_data["last_day"] or self.cleaned_data["first_day"],
            )
            setattr(row, f"reason_{get_language() or 'en'}", self.cleaned_data["reason"])
            try:
                row.full_clean()
            except ValidationError as error:
                mistakes += of_department(department, [error])
            else:
                row.save()
                rows = admin.site.get_model_admin(SpecialHours)
                rows.log_addition(request, row, "")
        if mistakes:
            raise ValidationError(mistakes)
