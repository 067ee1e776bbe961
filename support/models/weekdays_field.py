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
from support.schedule import InvalidWeekdays, Weekday, format_weekdays, parse_weekdays


def _weekday_name(weekday: Weekday) -> str:
    names = get_day_names("wide", "stand-alone", locale=cldr_locale(get_language() or "en"))
    return str(names[weekday])


WEEKDAY_CHOICES = [(day.name, lazy(_weekday_name, str)(day)) for day in Weekday]


class WeekdaysField(models.CharField):  # type: ignore[type-arg]  # no generic at run time
    """Weekdays: a frozenset in Python, text that a person can read in the database."""

    default_error_messages = {
        "blank": _("Tick at least one weekday."),
        "invalid_weekdays": _("“%(value)s” is not a weekday. Use MO, TU, WE, TH, FR, SA, SU."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = 20
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, kwargs

    def from_db_value(self, value: str | None, *args: Any) -> frozenset[Weekday] | None:
        return self.to_python(value)

    def to_python(self, value: Any) -> frozenset[Weekday] | None:
        if value is None or isinstance(value, frozenset):
            return value
        text = ",".join(value) if isinstance(value, list | tuple | set) else str(value)
        if not text:
            return frozenset()
        try:
            return parse_weekdays(text)
        except InvalidWeekdays as error:
            raise ValidationError(
                self.error_messages["invalid_weekdays"], "invalid_weekdays", {"value": text}
            ) from error

    def get_prep_value(self, value: Any) -> str | None:
        if value is None or isinstance(value, str):
            return value
        return format_weekdays(value)

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj)) or ""

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        if not value:
            raise ValidationError(self.error_messages["blank"], "blank")

    def run_validators(self, value: Any) -> None:
        """Check nothing: what could be read as weekdays is valid."""

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
