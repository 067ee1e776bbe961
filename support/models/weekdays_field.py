"""A set of weekdays, stored as iCalendar writes it: "MO,TU,WE"."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from babel.dates import get_day_names
from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from support.locales.languages import cldr_locale
from support.models.written_field import WrittenField
from support.schedule import Weekday, format_weekdays, parse_weekdays


def _weekday_name(weekday: Weekday) -> str:
    names = get_day_names("wide", "stand-alone", locale=cldr_locale(get_language() or "en"))
    return str(names[weekday])


WEEKDAY_CHOICES = [(day.name, lazy(_weekday_name, str)(day)) for day in Weekday]


class WeekdaysField(WrittenField):
    """Weekdays: a frozenset in Python, text that a person can read in the database."""

    empty = frozenset[Weekday]()
    default_error_messages = {
        "blank": _("Tick at least one weekday."),
        "unreadable": _("“%(value)s” isn’t a weekday. Use MO, TU, WE, TH, FR, SA or SU."),
    }

    def read(self, text: str) -> frozenset[Weekday]:
        return parse_weekdays(text)

    def write(self, value: Any) -> str:
        return format_weekdays(value)

    def to_python(self, value: Any) -> Any:
        return super().to_python(
            ",".join(value) if isinstance(value, list | tuple | set) else value
        )

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        if not value:
            raise ValidationError(self.error_messages["blank"], "blank")

    def formfield(self, **kwargs: Any) -> forms.Field:
        return WeekdaysFormField(
            label=kwargs.get("label", self.verbose_name),
            help_text=kwargs.get("help_text", self.help_text),
            required=not self.blank,
        )


class WeekdaysFormField(forms.TypedMultipleChoiceField):
    """A box to tick for each weekday, Monday first."""

    widget = forms.CheckboxSelectMultiple
    default_error_messages = {"required": _("Tick at least one weekday.")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=WEEKDAY_CHOICES, coerce=lambda code: Weekday[code], empty_value=[], **kwargs
        )

    def clean(self, value: Any) -> frozenset[Weekday]:
        return frozenset(super().clean(value))

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, Collection) and not isinstance(value, str):
            return [day.name if isinstance(day, Weekday) else day for day in sorted(value)]
        return value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return set(self.prepare_value(initial or [])) != set(data or [])
