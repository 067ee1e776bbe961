from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from support.locales.calendar_names import calendar_name
from support.locales.formatting import (
    format_date,
    format_hours,
    format_season,
    format_time,
    format_weekdays,
    join,
)
from support.locales.holiday_calendars import calendar_codes
from support.locales.languages import language_name
from support.locales.zones import zone_keys, zone_name_with_place
from support.models.day_hours_field import DayHoursField
from support.models.history import history_of, is_recorded
from support.models.holiday_rules import names_in_words
from support.models.language_tag_field import LanguageTagField
from support.models.listed_field import HolidayNamesField, LanguageTagsField, SiteLanguagesField
from support.models.monthly_field import PLACE_NAMES, MonthlyField
from support.models.scope import Scoped
from support.models.season_field import SeasonField
from support.models.weekdays_field import WeekdaysField
from support.models.window_words import weeks_words
from support.models.written_field import WrittenField
from support.rows.columns import Field
from support.schedule import sort_monthly, time_of

NOTHING = "–"


class Words:
    """Write the values of columns in one site language.

    Other rows are given by primary key, and their names then read once however many occur, or as
    the rows themselves.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._names: dict[type[models.Model], dict[int, str]] = {}

    def value(self, field: Field, value: Any, calendar: str = "") -> str:
        """Return a value in words; holidays by their names in the calendar of the same row."""
        if value is None or value in ("", frozenset(), ()):
            is_for_all = field.name == "department" and issubclass(field.model, Scoped)
            return _("All departments") if is_for_all else NOTHING
        if field.many_to_many:
            return join([self._name(field, key) for key in value], self.language)
        if isinstance(value, models.Model):
            return str(value)
        return (
            self._name(field, value) if field.is_relation else self._plain(field, value, calendar)
        )

    def _plain(self, field: Field, value: Any, calendar: str) -> str:
        if isinstance(field, WrittenField):
            return self._written(field, value, calendar)
        if isinstance(value, time):
            return format_time(value, self.language, ends=field.name == "closes")
        if isinstance(value, date):
            return format_date(value, self.language)
        if isinstance(field, LanguageTagField):
            return language_name(value, self.language)
        if field.name == "every_weeks":
            return weeks_words(value)
        if field.name in ("zone", "holidays_zone") and value in zone_keys():
            name = zone_name_with_place(value, self.language)
            return f"{name} ({value})" if name != value else name
        if field.name == "holidays" and value in calendar_codes():
            return calendar_name(value, self.language)
        return str(dict(field.flatchoices).get(value, value))

    def _written(self, field: WrittenField, value: Any, calendar: str) -> str:
        match field:
            case WeekdaysField():
                return format_weekdays(value, self.language)
            case LanguageTagsField() | SiteLanguagesField():
                return join([language_name(tag, self.language) for tag in value], self.language)
            case HolidayNamesField():
                return join(names_in_words(calendar, value, self.language), self.language)
            case MonthlyField():
                names = [str(PLACE_NAMES[place]) for place in sort_monthly(value)]
                return join(names, self.language)
            case SeasonField():
                return format_season(value, self.language)
            case DayHoursField():
                opens, closes = time_of(value.opens), time_of(value.closes)
                return format_hours(opens, closes, self.language)
            case _:
                return join(value, self.language)

    def _name(self, field: Field, key: int) -> str:
        model = field.related_model
        assert isinstance(model, type)  # noqa: S101  # a relation leads to a model
        if model not in self._names:
            self._names[model] = _names(model)
        return self._names[model].get(key, f"#{key}")


def _names(model: type[models.Model]) -> dict[int, str]:
    """Return the names of all rows, and those of deleted ones as the records know them."""
    stored = model._default_manager.all()
    recorded: Iterable[Any] = ()
    if is_recorded(model):
        recorded = history_of(model).latest_of_each().exclude(id__in=stored.values("pk"))
    return {record.instance.pk: str(record.instance) for record in recorded} | {
        row.pk: str(row) for row in stored
    }
