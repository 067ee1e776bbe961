from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.db.models import Value
from django.db.models.functions import Cast, Concat
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationStackedInline

from support import clock
from support.admin.base import TranslatedLabels
from support.admin.pickers import LanguageField, ZoneField
from support.admin.state import state_badge
from support.admin.wall_time import WallTimeField
from support.models import LanguageWindow, UnscheduledLanguage, clashes
from support.models.weekdays_field import WeekdaysFormField
from support.schedule import Timetable


class WindowForm(forms.ModelForm):  # type: ignore[type-arg]  # no generic at run time
    language = LanguageField()
    zone = ZoneField()
    opens = WallTimeField()
    closes = WallTimeField(ends_day=True)
    weekdays = WeekdaysFormField()

    class Meta:
        model = LanguageWindow
        fields = "__all__"  # noqa: DJ007  # the inline's fieldsets choose

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("language", "zone", "opens", "closes", "weekdays"):
            model_field = LanguageWindow._meta.get_field(name)
            if isinstance(model_field, models.Field):
                self.fields[name].label = capfirst(model_field.verbose_name)
                self.fields[name].help_text = model_field.help_text


class WindowFormSet(forms.BaseInlineFormSet):  # type: ignore[type-arg]
    """Compares the windows as they would be after the save, so that two may change places."""

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
        """Rows that change places step aside first.

        Otherwise they would meet on the way, and the database allows no window twice.
        """
        moving = [form.instance.pk for form in self.initial_forms if form.has_changed()]
        aside = Concat(Value("aside "), Cast("pk", models.CharField()))
        LanguageWindow.objects.filter(pk__in=moving).update(zone=aside)
        return super().save(commit)


class WindowInline(TranslatedLabels, TranslationStackedInline):  # type: ignore[type-arg]
    model = LanguageWindow
    form = WindowForm
    formset = WindowFormSet
    extra = 0
    readonly_fields = ["state_now"]
    fieldsets = [
        (None, {"fields": ["state_now", ("language", "zone"), "weekdays", ("opens", "closes")]}),
        (
            _("Only for a time"),
            {"fields": [("valid_from", "valid_through")], "classes": ["collapse"]},
        ),
        (_("Label"), {"fields": ["label"], "classes": ["collapse"]}),
    ]

    @admin.display(description=_("now"))
    def state_now(self, row: LanguageWindow) -> str:
        if row.pk is None:
            return "–"
        return state_badge(Timetable([row.window]).status(clock.now()), row.zone)


class UnscheduledLanguageForm(forms.ModelForm):  # type: ignore[type-arg]
    language = LanguageField(label=_("Language"))

    class Meta:
        model = UnscheduledLanguage
        fields = ["language"]


class UnscheduledLanguageInline(admin.StackedInline):  # type: ignore[type-arg]
    model = UnscheduledLanguage
    form = UnscheduledLanguageForm
    extra = 0
