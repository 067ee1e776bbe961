from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from support.admin.fields.labels import copy_labels_from_model
from support.admin.fields.pickers import CalendarField, LanguageField, ZoneField
from support.admin.fields.read_only import InWords
from support.admin.fields.rules import (
    DayHoursFormField,
    EveryWeeksField,
    HolidayNamesFormField,
    MonthlyFormField,
    SeasonFormField,
)
from support.admin.fields.wall_time import WallTimeField
from support.locales.holiday_calendars import calendar_codes
from support.models import LanguageWindow
from support.models.holiday_rules import is_clock_in_doubt, names_from_now, which_clock
from support.models.weekdays_field import WeekdaysFormField

if TYPE_CHECKING:
    from support.admin.fields.several_inputs import Choices
    from support.admin.week.line import Line


class WindowForm(forms.ModelForm):  # type: ignore[type-arg]  # no generic at run time
    """One window. Its hours are typed in the text of its `line`, which has one for all of them.

    A window that another one's line shows has none: it `follows` that one, by its primary key, or
    is not stored yet. A form `leaves_out` what says nothing where the page has a template for it.
    """

    language = LanguageField()
    zone = ZoneField()
    opens = WallTimeField(error_messages={"required": _("Enter hours like 9-12, 13-17:30.")})
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

    line: Line | None = None
    follows = ""
    leaves_out = False
    is_template = False
    hours_mistake: ValidationError | None = None

    class Meta:
        model = LanguageWindow
        fields = "__all__"  # noqa: DJ007  # the inline's fieldsets choose

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered: dict[str, Choices] = {}
        copy_labels_from_model(self, _DECLARED)
        self._offer_holidays()

    def _offer_holidays(self) -> None:
        """Offer the holidays of the calendar that is typed or stored, if it is one."""
        names = self.fields.get("holidays_except")
        if names and isinstance(names.widget, InWords):
            names.widget.calendar = self.instance.holidays
        if not isinstance(names, HolidayNamesFormField):
            return
        try:
            code = self.fields["holidays"].clean(self["holidays"].value())
        except ValidationError:
            return
        if code in calendar_codes():
            self.offered["holidays_except"] = names_from_now(code, get_language() or "en")
            names.offer(self.offered["holidays_except"])

    def clean(self) -> dict[str, Any] | None:
        """Ask for the clock of the holidays where it is neither stated nor the only one."""
        cleaned = super().clean()
        self._tell_hours_mistake()
        data = self.cleaned_data
        code, zone = data.get("holidays", ""), data.get("zone", "")
        if not data.get("holidays_zone") and is_clock_in_doubt(code, zone):
            self.add_error("holidays_zone", which_clock(code))
        if _CLOCK_OF_HOLIDAYS & set(self.changed_data):
            self.instance.holidays_zone_assumed = False
        return cleaned

    def _tell_hours_mistake(self) -> None:
        """Say once what is wrong with the text of the line, not with each of the two times."""
        if self.hours_mistake:
            self.errors.pop("opens", None)
            self.add_error("opens", self.hours_mistake)
        if "opens" in self.errors:
            self.errors.pop("closes", None)


_DECLARED = [
    name for name, field in WindowForm.declared_fields.items() if isinstance(field, forms.Field)
]
_CLOCK_OF_HOLIDAYS = {"holidays", "holidays_zone", "zone"}
