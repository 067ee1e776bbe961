from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy

from support.admin.bulk.of_windows import WindowsForm
from support.admin.fields.pickers import CalendarField, ZoneField
from support.models import LanguageWindow
from support.models.holiday_rules import is_clock_in_doubt, which_clock


class HolidaysForm(WindowsForm):
    action = "set_holidays"
    title = gettext_lazy("Set public holidays")
    explanation = gettext_lazy(
        "The windows don’t apply on public holidays in this country or region. Hours change only "
        "where a holiday falls on a day with hours."
    )
    datalists = ("calendars", "zones")

    calendar = CalendarField(
        label=gettext_lazy("Public holidays"),
        required=False,
        help_text=gettext_lazy("Leave blank if holidays make no difference."),
    )
    holidays_zone = ZoneField(
        label=gettext_lazy("Time zone of the public holidays"),
        required=False,
        help_text=gettext_lazy("Needed only for windows in another country’s time zone."),
    )

    field_order = ("calendar", "holidays_zone", "languages")

    def change(self, window: LanguageWindow) -> bool:
        code, zone = self.cleaned_data["calendar"], self.cleaned_data["holidays_zone"]
        before = (window.holidays, window.holidays_zone)
        if code == window.holidays and not zone:
            return False
        window.holidays, window.holidays_zone = code, zone if code else ""
        if code and not zone and is_clock_in_doubt(code, window.zone):
            raise ValidationError(which_clock(code))
        if not code:
            window.holidays_except, window.on_holidays, window.before_holidays = (), None, None
        window.holidays_zone_assumed = False
        return (window.holidays, window.holidays_zone) != before
