from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from support import clock
from support.admin.common.close_too import (
    chose_to_close_too,
    close_too,
    losses_of,
    may_close_too,
)
from support.admin.common.rules_ahead import rules_list
from support.admin.common.staff_zone import today_of_staff
from support.admin.common.tell_losses import tell_losses
from support.admin.conflict.version_form import EditVersionForm
from support.admin.fields.labels import copy_labels_from_model
from support.admin.fields.languages import LanguagesField
from support.admin.fields.pickers import ZoneField
from support.admin.fields.rules import MonthlyFormField
from support.admin.fields.span import with_both_times
from support.admin.fields.wall_time import WallTimeField
from support.admin.preview.on_forms import PreviewButton
from support.admin.rows.base import SupportAdmin
from support.admin.rows.own_departments import OwnDepartments
from support.locales.languages import SITE_LANGUAGES
from support.models import SpecialHours
from support.models.weekdays_field import WeekdaysFormField
from support.schedule import EVERY_DAY


class SpecialHoursForm(EditVersionForm):
    effect = forms.ChoiceField(
        choices=SpecialHours.Effects.choices, widget=forms.RadioSelect, required=False
    )
    languages = LanguagesField(required=False)
    weekdays = WeekdaysFormField(initial=EVERY_DAY)
    repeats = forms.ChoiceField(
        choices=[("", _("Only once")), *SpecialHours.Repetition.choices], required=False
    )
    monthly = MonthlyFormField()
    opens = WallTimeField(required=False)
    closes = WallTimeField(required=False, ends_day=True)
    zone = ZoneField(required=False)

    class Meta:
        model = SpecialHours
        fields = "__all__"  # the fieldsets choose

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(with_both_times(data) if data else data, *args, **kwargs)
        copy_labels_from_model(self, _DECLARED)
        if "opens" in self.fields:
            self.fields["opens"].help_text = _("You can enter both times here, like 10-14.")

    def clean(self) -> dict[str, Any] | None:
        """Take times without more for other hours.

        Drop a time zone without hours, which the link to this form can have filled in.
        """
        cleaned = super().clean()
        data = self.cleaned_data
        has_times = data.get("opens") is not None or data.get("closes") is not None
        if not data.get("effect") and "effect" not in self.errors:
            if has_times:
                data["effect"] = SpecialHours.Effects.HOURS
            else:
                self.add_error("effect", _("Choose what happens on these days."))
        if data.get("effect") not in _WITH_HOURS and not has_times:
            data["zone"] = ""
        return cleaned


_DECLARED = ["effect", "languages", "weekdays", "repeats", "monthly", "opens", "closes", "zone"]
_WITH_HOURS = (SpecialHours.Effects.HOURS, SpecialHours.Effects.ALSO)


@admin.register(SpecialHours)
class SpecialHoursAdmin(OwnDepartments, PreviewButton, SupportAdmin):
    form = SpecialHoursForm
    list_display = ["days", "scope", "effect", "reason"]
    list_filter = ["effect", "department"]
    list_select_related = ["department"]
    date_hierarchy = "first_day"
    search_fields = [f"reason_{code}" for code in SITE_LANGUAGES]
    readonly_fields = ["rules_ahead"]
    fieldsets = [
        (None, {"fields": [("first_day", "last_day"), "weekdays", "department", "languages"]}),
        (
            _("More rules"),
            {
                "fields": ["repeats", "monthly", "rules_ahead"],
                "classes": ["collapse", "more-rules"],
            },
        ),
        (_("What happens"), {"fields": ["effect", ("opens", "closes"), "zone", "like"]}),
        (_("Reason"), {"fields": ["reason"]}),
    ]

    def rows_with_rules(self, row: SpecialHours) -> Iterable[SpecialHours]:
        return [row]

    def departments_touched(self, row: SpecialHours) -> set[int] | None:
        return {row.department_id} if row.department_id else None

    def whom_it_concerns(self, row: SpecialHours) -> str:
        return gettext("This is for: %(scope)s.") % {"scope": row.scope}

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if chose_to_close_too(request):
            try:
                with transaction.atomic():
                    close_too(request, losses_of([form.instance], today_of_staff(request)))
            except ValidationError as error:
                messages.error(request, " ".join(error.messages))

    def preview_context(self, request: HttpRequest, row: SpecialHours) -> dict[str, Any]:
        return {
            "closes_too": chose_to_close_too(request),
            "may_close_too": may_close_too(request.user, losses_of([row], today_of_staff(request))),
        }

    def tell_losses(self, request: HttpRequest, row: SpecialHours) -> None:
        tell_losses(request, [row])

    @admin.display(description=_("days"), ordering="first_day")
    def days(self, row: SpecialHours) -> str:
        return row.days_in_words

    @admin.display(description=_("next dates"))
    def rules_ahead(self, row: SpecialHours) -> str:
        return rules_list(row, clock.now()) or "–"

    @admin.display(description=_("applies to"), ordering="department")
    def scope(self, row: SpecialHours) -> str:
        return row.scope
