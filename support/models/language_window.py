from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from support.locales.calendar_zones import calendar_zone, lies_in
from support.locales.holiday_calendars import calendar_codes, holiday_calendar
from support.locales.languages import language_name
from support.models.checked_texts import CheckedTexts
from support.models.clashes import clashes
from support.models.day_hours_field import DayHoursField
from support.models.department import Department
from support.models.holiday_rules import not_a_clock_of, unknown_holidays
from support.models.language_tag_field import LanguageTagField
from support.models.listed_field import HolidayNamesField
from support.models.monthly_field import MonthlyField
from support.models.season_field import SeasonField
from support.models.validators import validate_holiday_calendar, validate_zone
from support.models.weekdays_field import WeekdaysField
from support.models.window_words import window_hours, window_rules
from support.schedule import (
    MINUTES_PER_DAY,
    MOST_WEEKS,
    HolidayCalendar,
    Window,
    minutes_of,
)

_COMPARED_FIELDS = {
    "department",
    "language",
    "weekdays",
    "opens",
    "closes",
    "zone",
    "valid_from",
    "valid_through",
    "monthly",
    "every_weeks",
    "season",
}


class LanguageWindow(CheckedTexts):
    """The weekly hours at which a department serves a language (`OpeningHoursSpecification`)."""

    department = models.ForeignKey(
        Department, models.CASCADE, related_name="windows", verbose_name=_("department")
    )
    language = LanguageTagField(
        _("language"),
        help_text=_("The language visitors are helped in."),
    )
    weekdays = WeekdaysField(
        _("weekdays"),
        help_text=_("The days these hours start on. A night shift belongs to the day it starts."),
    )
    opens = models.TimeField(_("opens"))
    closes = models.TimeField(
        _("closes"),
        help_text=_(
            "24:00 is the end of the day. A closing time that isn’t later than the opening time "
            "is on the next day; two equal times mean 24 hours."
        ),
    )
    zone = models.CharField(
        _("time zone"),
        max_length=64,
        validators=[validate_zone],
        help_text=_("The time zone of these hours. Summer time is applied automatically."),
    )
    label = models.CharField(
        _("label"),
        max_length=100,
        blank=True,
        help_text=_("Shown with the hours, for example “European business hours”."),
    )
    valid_from = models.DateField(
        _("valid from"),
        null=True,
        blank=True,
        help_text=_("The first day. Leave blank for no start date."),
    )
    valid_through = models.DateField(
        _("valid until"),
        null=True,
        blank=True,
        help_text=_("The last day. Leave blank for no end date."),
    )
    holidays = models.CharField(
        _("public holidays"),
        max_length=10,
        blank=True,
        validators=[validate_holiday_calendar],
        help_text=_(
            "These hours don’t apply on public holidays in this country or region. Leave blank if "
            "holidays make no difference. A country includes only the holidays shared by all its "
            "regions; for regional ones, choose a region, such as England. To work on a holiday, "
            "add special hours “as usual”."
        ),
    )
    holidays_zone = models.CharField(
        _("time zone of the public holidays"),
        max_length=64,
        blank=True,
        validators=[validate_zone],
        help_text=_(
            "The time zone that public holidays follow. Needed only if the time zone above is in "
            "another country. Leave blank for the one most people in the country or region use."
        ),
    )
    holidays_except = HolidayNamesField(
        _("public holidays to ignore"),
        blank=True,
        help_text=_(
            "The usual hours apply on these, and also on any day off given in their place."
        ),
    )
    on_holidays = DayHoursField(
        _("hours on public holidays"),
        blank=True,
        help_text=_("Used when a public holiday falls on one of these days. Leave blank to close."),
    )
    before_holidays = DayHoursField(
        _("hours on the day before a public holiday"),
        blank=True,
        help_text=_("Leave blank for the usual hours."),
    )
    monthly = MonthlyField(
        _("which weekdays of the month"),
        blank=True,
        help_text=_(
            "For example the first, or the first and the last. Leave all unticked for every one."
        ),
    )
    every_weeks = models.PositiveSmallIntegerField(
        _("how often"),
        default=1,
        help_text=_("Weeks start on Monday and are counted from the week of the first valid day."),
    )
    season = SeasonField(
        _("only for part of the year"),
        blank=True,
        help_text=_("The first and last day, both included. The period can run past New Year."),
    )

    # Nobody has looked at the clock that a migration gave to the public holidays.
    holidays_zone_assumed = models.BooleanField(default=False, editable=False)

    confirmed_until = models.DateField(
        _("confirmed until"),
        null=True,
        blank=True,
        help_text=_(
            "After this day, staff are asked whether these hours are still right. Visitors don’t "
            "see this."
        ),
    )

    class Meta:
        verbose_name = _("language window")
        verbose_name_plural = _("language windows")
        ordering = ["department", "pk"]
        constraints = [
            models.CheckConstraint(
                name="window_has_weekdays",
                condition=~Q(weekdays=""),
                violation_error_message=_("Tick at least one weekday."),
            ),
            models.CheckConstraint(
                name="window_validity_in_order",
                condition=Q(valid_from__isnull=True)
                | Q(valid_through__isnull=True)
                | Q(valid_through__gte=F("valid_from")),
                violation_error_message=_("The last valid day can’t be before the first."),
            ),
            models.UniqueConstraint(
                "department",
                "language",
                "weekdays",
                "opens",
                "closes",
                "zone",
                Coalesce("valid_from", date.min),
                Coalesce("valid_through", date.max),
                "monthly",
                "every_weeks",
                "season",
                name="window_not_twice",
                violation_error_message=_("These hours have already been entered."),
            ),
        ]

    def __str__(self) -> str:
        language = get_language() or "en"
        stated = gettext("{what}: {detail}").format(
            what=language_name(self.language, language), detail=window_hours(self, language)
        )
        return " · ".join([stated, *window_rules(self, language)])

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        """Check each field, and state the clock of the holidays where it is not the hours' own."""
        weeks = {"every_weeks"} if isinstance(self.every_weeks, int) else set()
        super().clean_fields({*(exclude or ()), *weeks})  # `clean` says how many there can be
        self.holidays_zone = self._clock_of_holidays(set(exclude or ()))

    def _clock_of_holidays(self, unread: set[str]) -> str:
        if unread & {"holidays", "zone", "holidays_zone"}:
            return self.holidays_zone
        if not self.holidays or lies_in(self.holidays, self.zone):
            return ""
        return calendar_zone(self.holidays, self.zone, self.holidays_zone)

    def clean(self) -> None:
        """Raise ValidationError with all mistakes at once."""
        mistakes = self._mistakes_of_days() | self._mistakes_of_holidays()
        if mistakes:
            raise ValidationError(mistakes)

    def _mistakes_of_days(self) -> dict[str, ValidationError]:
        mistakes = {}
        if self.valid_from and self.valid_through and self.valid_through < self.valid_from:
            message = _("The last valid day can’t be before the first.")
            mistakes["valid_through"] = ValidationError(message, "validity")
        weeks = 1 if self.every_weeks is None else self.every_weeks
        if not 1 <= weeks <= MOST_WEEKS:
            mistakes["every_weeks"] = ValidationError(
                _("Enter 1 for every week, 2 for every second week, and so on up to %(most)s."),
                "every_weeks",
                {"most": MOST_WEEKS},
            )
        elif weeks > 1 and not self.valid_from:
            message = _(
                "Hours that don’t apply every week need a first valid day. They first apply in "
                "that week."
            )
            mistakes["valid_from"] = ValidationError(message, "every_weeks")
        return mistakes

    def _mistakes_of_holidays(self) -> dict[str, ValidationError]:
        mistakes = {}
        if not self.holidays:
            message = _("Choose the country or region of these public holidays.")
            if self.holidays_except or self.on_holidays or self.before_holidays:
                mistakes["holidays"] = ValidationError(message, "no_calendar")
        elif self.holidays in calendar_codes():
            if self.holidays_zone and not lies_in(self.holidays, self.holidays_zone):
                mistakes["holidays_zone"] = not_a_clock_of(self.holidays, self.holidays_zone)
            unknown = unknown_holidays(self.holidays, self.holidays_except)
            if unknown:
                mistakes["holidays_except"] = ValidationError(unknown)
        return mistakes

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        """Check the database's constraints, and that no other stored window shares time.

        The second is checked only if all that it compares is valid.
        """
        super().validate_constraints(exclude=set(exclude or ()))
        if _COMPARED_FIELDS & set(exclude or ()):
            return
        others = LanguageWindow.objects.filter(
            department_id=self.department_id, language=self.language, zone=self.zone
        ).exclude(pk=self.pk)
        for clash in clashes([self, *others]).get(0, []):
            raise clash

    @property
    def window(self) -> Window:
        """Return the window for the engine. Raise ScheduleError if a field was not validated."""
        return Window(
            weekdays=self.weekdays,
            opens=minutes_of(self.opens),
            closes=minutes_of(self.closes) or MINUTES_PER_DAY,
            zone=self.zone,
            valid_from=self.valid_from,
            valid_through=self.valid_through,
            key=self.pk,
            holidays=self._calendar,
            monthly=self.monthly,
            every_weeks=self.every_weeks,
            season=self.season or None,
            on_holidays=self.on_holidays or None,
            before_holidays=self.before_holidays or None,
        )

    @property
    def _calendar(self) -> HolidayCalendar | None:
        """Return the observed calendar, whose holidays are days on a clock of its own country."""
        if not self.holidays:
            return None
        zone = calendar_zone(self.holidays, self.zone, self.holidays_zone)
        return holiday_calendar(self.holidays, zone, self.holidays_except)
