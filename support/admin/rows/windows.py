from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationStackedInline

from support import clock
from support.admin.common.exceptions_of import exceptions_of
from support.admin.common.explain_link import explain_link
from support.admin.common.rules_ahead import rules_list
from support.admin.common.state_badge import state_badge
from support.admin.fields.pickers import CalendarField, LanguageField, ZoneField
from support.admin.fields.rules import (
    DayHoursFormField,
    EveryWeeksField,
    HolidayNamesFormField,
    MonthlyFormField,
    SeasonFormField,
)
from support.admin.fields.wall_time import WallTimeField
from support.admin.rows.base import DeskFields, ReadableInline, copy_labels_from_model
from support.admin.rows.coming_holidays import coming_holidays
from support.admin.rows.own_departments import OwnDepartments
from support.directory import NO_TEXT, Hours, ServedLanguage, served_language
from support.locales.holiday_calendars import calendar_codes
from support.models import LanguageWindow, UnscheduledLanguage, clashes, write_placeholder_languages
from support.models.holiday_rules import is_clock_in_doubt, names_from_now, which_clock
from support.models.weekdays_field import WeekdaysFormField


class WindowForm(forms.ModelForm):  # type: ignore[type-arg]  # no generic at run time
    language = LanguageField()
    zone = ZoneField()
    opens = WallTimeField()
    closes = WallTimeField(ends_day=True)
    weekdays = WeekdaysFormField()
    holidays = CalendarField(required=False)
    holidays_zone = ZoneField(required=False)
    holidays_except = HolidayNamesFormField()
    on_holidays = DayHoursFormField()
    before_holidays = DayHoursFormField()
    every_weeks = EveryWeeksField()
    monthly = MonthlyFormField()
    season = SeasonFormField()

    class Meta:
        model = LanguageWindow
        fields = "__all__"  # noqa: DJ007  # the inline's fieldsets choose

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        copy_labels_from_model(self, _DECLARED)
        self._offer_holidays()

    def _offer_holidays(self) -> None:
        """Offer the holidays of the calendar that is typed or stored, if it is one."""
        names = self.fields.get("holidays_except")
        if not isinstance(names, HolidayNamesFormField):
            return  # shown in words
        try:
            code = self.fields["holidays"].clean(self["holidays"].value())
        except ValidationError:
            return
        if code in calendar_codes():
            names.offer(names_from_now(code, get_language() or "en"))

    def clean(self) -> dict[str, Any] | None:
        """Ask for the clock of the holidays where it is neither stated nor the only one."""
        cleaned = super().clean()
        data = self.cleaned_data
        code, zone = data.get("holidays", ""), data.get("zone", "")
        if not data.get("holidays_zone") and is_clock_in_doubt(code, zone):
            self.add_error("holidays_zone", which_clock(code))
        if _CLOCK_OF_HOLIDAYS & set(self.changed_data):
            self.instance.holidays_zone_assumed = False
        return cleaned


_DECLARED = [
    name for name, field in WindowForm.declared_fields.items() if isinstance(field, forms.Field)
]
_CLOCK_OF_HOLIDAYS = {"holidays", "holidays_zone", "zone"}


class WindowFormSet(forms.BaseInlineFormSet):  # type: ignore[type-arg]
    """Compare the windows as they would be after the save, so that two can change places."""

    def _construct_form(self, i: int, **kwargs: Any) -> forms.ModelForm[Any]:
        """Share one department among all windows, so that its exceptions are read once."""
        form: forms.ModelForm[Any] = super()._construct_form(i, **kwargs)  # type: ignore[misc]
        form.instance.department = self.instance
        return form

    def clean(self) -> None:
        super().clean()
        kept = [
            form
            for form in self.forms
            if form not in self.deleted_forms
            and form.is_valid()
            and (form.has_changed() or form.instance.pk)
        ]
        for position, errors in clashes([form.instance for form in kept]).items():
            for error in errors:
                kept[position].add_error(None, error)

    def save(self, commit: bool = True) -> Any:
        changed = (form.instance.pk for form in self.initial_forms if form.has_changed())
        write_placeholder_languages(LanguageWindow, changed)
        return super().save(commit)


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
    readonly_fields = ["state_now", "coming_holidays", "rules_ahead", "clock_changes"]
    fieldsets = [
        (None, {"fields": ["state_now", ("language", "zone"), "weekdays", ("opens", "closes")]}),
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
        (_("Checks"), {"fields": ["confirmed_until", "clock_changes"], "classes": ["collapse"]}),
        (_("Label"), {"fields": ["label"], "classes": ["collapse"]}),
    ]

    @admin.display(description=_("now"))
    def state_now(self, row: LanguageWindow) -> str:
        served = _by_itself(row)
        if served is None:
            return "–"
        badge = state_badge(served, clock.now(), row.zone)
        return format_html("{} · {}", badge, explain_link(row.department.slug, row.language))

    @admin.display(description=_("in the next 12 months"))
    def coming_holidays(self, row: LanguageWindow) -> str:
        served = _by_itself(row)
        return coming_holidays(row, served, clock.now()) if served and row.holidays else "–"

    @admin.display(description=_("next dates"))
    def rules_ahead(self, row: LanguageWindow) -> str:
        return rules_list(row, clock.now()) or "–"

    @admin.display(description=_("clock changes"))
    def clock_changes(self, row: LanguageWindow) -> str:
        if row.pk is None:
            return "–"
        address = reverse("admin:clock_changes_of_window", args=[row.pk])
        words = _("How the next clock changes affect these hours")
        return format_html('<a href="{}">{}</a>', address, words)


def _by_itself(row: LanguageWindow) -> ServedLanguage | None:
    """Return the language with this window only; None if the row is not saved or not valid."""
    if row.pk is None:
        return None
    try:
        hours = Hours(row.window, NO_TEXT)
    except ValueError:
        return None
    return served_language(row.language, [hours], exceptions_of(row.department))


class UnscheduledLanguageForm(forms.ModelForm):  # type: ignore[type-arg]
    language = LanguageField(label=_("Language"))

    class Meta:
        model = UnscheduledLanguage
        fields = ["language"]


class UnscheduledLanguageInline(HoursInline, admin.StackedInline):  # type: ignore[type-arg]
    model = UnscheduledLanguage
    form = UnscheduledLanguageForm
    extra = 0
