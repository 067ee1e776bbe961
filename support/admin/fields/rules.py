"""Form fields for the rules of hours: seasons, places in a month, hours of holidays."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from babel.dates import format_skeleton, get_month_names
from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import lazy
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from support.admin.fields.several_inputs import Choices, SeveralInputs, SeveralInputsField
from support.admin.fields.ticked import TickedField
from support.admin.fields.wall_time import (
    WallTimeField,
    beside_a_tick,
    is_meant,
    is_minute_early,
    typed_time,
)
from support.locales.languages import cldr_locale
from support.models.monthly_field import PLACE_CHOICES, MonthlyField
from support.models.window_words import weeks_words
from support.schedule import (
    MINUTES_PER_DAY,
    DayHours,
    MonthDay,
    Season,
    minutes_of,
    time_of,
)

# What people ask for; other places stand in the form where they are stored.
_WHOLE = re.compile(r"-?\d{1,18}", re.ASCII)
_USUAL_PLACES = {1, 2, 3, 4, 5, -1, -2}
_PLACES = {str(place): name for place, name in PLACE_CHOICES}
_USUAL_WEEKS = (1, 2, 3, 4, 5, 6, 8, 12)


class SeasonFormField(SeveralInputsField):
    default_error_messages = {
        "incomplete": _("Choose a day and a month for both dates, or leave all four blank."),
        "no_such_day": _("That month has no day %(day)s: its last day is %(last)s."),
    }

    def __init__(self, **kwargs: Any) -> None:
        days = [("", "–"), *((str(day), str(day)) for day in range(1, 32))]
        months = [("", "–"), *((str(month), _month_name(month)) for month in range(1, 13))]
        parts = [
            (_("First day"), days),
            (_("Month"), months),
            (_("Last day"), days),
            (_("Month"), months),
        ]
        super().__init__(widget=SeveralInputs(parts), required=False, **kwargs)

    def read(self, texts: list[str]) -> Season:
        try:
            day, month, last_day, last_month = map(int, texts)
            days = MonthDay(month, day), MonthDay(last_month, last_day)
            missing = [each for each in days if each.day > _last_of(each.month).day]
            if not missing:
                return Season(*days)
        except ValueError as error:
            raise ValidationError(self.error_messages["incomplete"], "incomplete") from error
        raise ValidationError([self._no_such_day(each) for each in missing])

    def _no_such_day(self, day: MonthDay) -> ValidationError:
        locale = cldr_locale(get_language() or "en")
        last = format_skeleton("MMMMd", _last_of(day.month), locale=locale)
        return ValidationError(
            self.error_messages["no_such_day"], "no_such_day", {"day": day.day, "last": last}
        )

    def written(self, value: Season) -> list[str]:
        first, last = value.first, value.last
        return [str(each) for each in (first.day, first.month, last.day, last.month)]


class DayHoursInputs(SeveralInputs):
    """Two boxes, with a tick beside them where the closing time is open to doubt.

    The field that owns them sets `is_doubtful`.
    """

    def __init__(self) -> None:
        super().__init__([(_("Opens"), []), (_("Closes"), [])])
        self.is_doubtful: Callable[[Any], bool] = lambda typed: False

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        values = super().value_from_datadict(data, files, name)
        return [*values[:-1], *(typed_time(closes, data, name) for closes in values[-1:])]

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        boxes = super().render(name, value, attrs, renderer)
        return beside_a_tick(boxes, name, value[-1]) if self.is_doubtful(value) else boxes


class DayHoursFormField(SeveralInputsField):
    """Two times of day. As in the field of one, 23:59 as an end needs a tick."""

    widget: DayHoursInputs
    default_error_messages = {
        "incomplete": _("Enter both times, or leave both blank."),
        "minute_early": WallTimeField.default_error_messages["minute_early"],
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=DayHoursInputs(), required=False, **kwargs)
        self._stored: DayHours | None = None

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> forms.BoundField:
        """Remember the stored times: one that was there before is not asked about."""
        self._stored = form.get_initial_for_field(self, field_name)
        self.widget.is_doubtful = self._is_doubtful
        return super().get_bound_field(form, field_name)

    def clean(self, value: Any) -> Any:
        hours = super().clean(value)
        if self._is_doubtful(value) and not is_meant(value[-1]):
            raise ValidationError(self.error_messages["minute_early"], "minute_early")
        return hours

    def _is_doubtful(self, typed: Any) -> bool:
        stored = time_of(self._stored.closes) if self._stored else None
        return isinstance(typed, list) and bool(typed) and is_minute_early(typed[-1], stored)

    def read(self, texts: list[str]) -> DayHours:
        if not all(texts) or len(texts) != 2:
            raise ValidationError(self.error_messages["incomplete"], "incomplete")
        opens = WallTimeField().clean(texts[0])
        closes = WallTimeField(ends_day=True).clean(texts[1])
        return DayHours(minutes_of(opens), minutes_of(closes) or MINUTES_PER_DAY)

    def written(self, value: DayHours) -> list[str]:
        return [
            WallTimeField(ends_day=ends).prepare_value(time_of(minutes))
            for minutes, ends in ((value.opens, False), (value.closes, True))
        ]


class MonthlyFormField(TickedField):
    def __init__(self, **kwargs: Any) -> None:
        usual = [(str(place), name) for place, name in PLACE_CHOICES if place in _USUAL_PLACES]
        super().__init__(choices=usual, required=False, **kwargs)

    def name(self, value: str) -> Any:
        return _PLACES.get(value, value)

    def clean(self, value: Any) -> frozenset[int]:
        places: frozenset[int] = MonthlyField().to_python(",".join(super().clean(value)))
        return places


class HolidayNamesFormField(TickedField):
    """The public holidays of a calendar, by their English names; `offer` says which there are."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)

    def offer(self, names: Choices) -> None:
        self.choices = list(names)

    def clean(self, value: Any) -> tuple[str, ...]:
        return tuple(sorted(super().clean(value)))


class EveryWeeksField(forms.TypedChoiceField):
    def __init__(self, **kwargs: Any) -> None:
        choices = _weeks_choices(_USUAL_WEEKS)
        super().__init__(
            coerce=int, choices=choices, initial=1, required=False, empty_value="1", **kwargs
        )

    def clean(self, value: Any) -> int:
        return int(super().clean(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(initial or 1) != str(data or 1)

    def prepare_value(self, value: Any) -> Any:
        weeks = {*_USUAL_WEEKS, *([int(value)] if _WHOLE.fullmatch(str(value)) else [])}
        self.choices = _weeks_choices(sorted(weeks))
        return value

    def valid_value(self, value: Any) -> bool:
        return _WHOLE.fullmatch(str(value)) is not None  # the model says how many there can be


def _weeks_choices(weeks: Sequence[int]) -> list[tuple[str, Any]]:
    return [(str(number), _weeks_words(number)) for number in weeks]


_weeks_words = lazy(weeks_words, str)


def _last_of(month: int) -> date:
    """Return the last day of a month, in a leap year. Raises ValueError if there is no such one."""
    return date(2024, month, monthrange(2024, month)[1])


def _month(month: int) -> str:
    names = get_month_names("wide", "format", locale=cldr_locale(get_language() or "en"))
    return str(names[date(2024, month, 1).month])


_month_name = lazy(_month, str)
