from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationStackedInline

from support import clock
from support.admin.common.rules_ahead import rules_list
from support.admin.common.staff_zone import zone_of_staff
from support.admin.fields.pickers import LanguageField
from support.admin.rows.base import DeskFields, ReadableInline
from support.admin.rows.coming_holidays import coming_holidays
from support.admin.rows.own_departments import OwnDepartments
from support.admin.week.formset import WindowFormSet
from support.admin.week.line import served_by_themselves
from support.admin.week.window_form import WindowForm
from support.models import LanguageWindow, UnscheduledLanguage


class HoursInline(ReadableInline, OwnDepartments):
    """The base of the inlines on a department's form."""

    department_id_field = "pk"


class WindowInline(
    HoursInline,
    DeskFields,
    TranslationStackedInline,  # type: ignore[type-arg]
):
    model = LanguageWindow
    form = WindowForm
    formset = WindowFormSet
    extra = 0
    template = "admin/support/week/inline.html"
    readonly_fields = ["coming_holidays", "rules_ahead"]
    fieldsets = [
        (None, {"fields": ["language", "zone", "weekdays", "opens", "closes"]}),
        (
            _("Validity dates"),
            {"fields": [("valid_from", "valid_through")], "classes": ["collapse"]},
        ),
        (
            _("Public holidays"),
            {"fields": ["holidays", "holidays_zone", "coming_holidays"], "classes": ["collapse"]},
        ),
        (
            _("More rules"),
            {
                "fields": [
                    "every_weeks",
                    "monthly",
                    "season",
                    "on_holidays",
                    "before_holidays",
                    "holidays_except",
                    "rules_ahead",
                ],
                "classes": ["collapse", "more-rules"],
            },
        ),
        (_("Checks"), {"fields": ["confirmed_until"], "classes": ["collapse"]}),
        (_("Label"), {"fields": ["label"], "classes": ["collapse"]}),
    ]

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        """Begin a new department with a line."""
        return 0 if obj else 1

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        formset.zone_of_new = zone_of_staff(request)
        return formset

    @admin.display(description=_("in the next 12 months"))
    def coming_holidays(self, row: LanguageWindow) -> str:
        served = served_by_themselves([row])
        return coming_holidays(row, served, clock.now()) if served and row.holidays else "–"

    @admin.display(description=_("next dates"))
    def rules_ahead(self, row: LanguageWindow) -> str:
        return rules_list(row, clock.now()) or "–"


class UnscheduledLanguageForm(forms.ModelForm):  # type: ignore[type-arg]
    language = LanguageField(label=_("Language"))

    class Meta:
        model = UnscheduledLanguage
        fields = ["language"]


class UnscheduledLanguageInline(HoursInline, admin.StackedInline):  # type: ignore[type-arg]
    model = UnscheduledLanguage
    form = UnscheduledLanguageForm
    extra = 0
