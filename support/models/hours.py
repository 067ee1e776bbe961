from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from support.locales.calendar_zones import calendar_zone
from support.locales.formatting import format_hours, format_weekdays
from support.locales.holiday_calendars import holiday_calendar
from support.locales.languages import language_name
from support.models.checked_texts import CheckedTexts
from support.models.department import Department
from support.models.language_tag_field import LanguageTagField
from support.models.validators import validate_holiday_calendar, validate_zone
from support.models.weekdays_field import WeekdaysField
from support.schedule import MINUTES_PER_DAY, HolidayCalendar, Window, minutes_of, overlaps

_COMPARED_FIELDS = {
    "department",
    "language",
    "weekdays",
    "opens",
    "closes",
    "zone",
    "valid_from",
    "valid_through",
}


class LanguageWindow(CheckedTexts):
    """The weekly hours at which a department serves a language (`OpeningHoursSpecification`)."""

    department = models.ForeignKey(
        Department, models.CASCADE, related_name="windows", verbose_name=_("department")
    )
    language = LanguageTagField(
        _("language"),
        help_text=_("The language in which people are served."),
    )
    weekdays = WeekdaysField(
        _("weekdays"),
        help_text=_("The days on which these hours begin. A night shift belongs to its first day."),
    )
    opens = models.TimeField(_("opens"))
    closes = models.TimeField(
        _("closes"),
        help_text=_(
            "24:00 is the end of the day. A time that is not after the opening time is on the "
            "next day; two equal times mean 24 hours."
        ),
    )
    zone = models.CharField(
        _("time zone"),
        max_length=64,
        validators=[validate_zone],
        help_text=_("The clock by which these hours are stated. It follows summer time by itself."),
    )
    label = models.CharField(
        _("label"),
        max_length=100,
        blank=True,
        help_text=_("Shown with the hours, such as “European business hours”."),
    )
    valid_from = models.DateField(
        _("valid from"), null=True, blank=True, help_text=_("First day; empty: always was.")
    )
    valid_through = models.DateField(
        _("valid through"), null=True, blank=True, help_text=_("Last day; empty: for good.")
    )
    holidays = models.CharField(
        _("public holidays"),
        max_length=10,
        blank=True,
        validators=[validate_holiday_calendar],
        help_text=_(
            "The country or region on whose public holidays these hours do not begin. Empty: they "
            "hold on every day. Special hours can say “as usual” for a holiday."
        ),
    )

    confirmed_until = models.DateField(
        _("confirmed until"),
        null=True,
        blank=True,
        help_text=_(
            "After this day, staff are asked whether these hours are still right. Visitors see "
            "nothing of it."
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
                violation_error_message=_("The last valid day is before the first."),
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
                name="window_not_twice",
                violation_error_message=_("These hours are there already."),
            ),
        ]

    def __str__(self) -> str:
        language = get_language() or "en"
        hours = format_hours(self.opens, self.closes, language)
        weekdays = format_weekdays(self.weekdays, language)
        return f"{language_name(self.language, language)}: {weekdays} {hours} {self.zone}"

    def clean(self) -> None:
        if self.valid_from and self.valid_through and self.valid_through < self.valid_from:
            raise ValidationError(
                {"valid_through": _("The last valid day is before the first.")}, "validity"
            )

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
        )

    @property
    def _calendar(self) -> HolidayCalendar | None:
        """Return the observed calendar, whose holidays are days on a clock of its own country."""
        if not self.holidays:
            return None
        return holiday_calendar(self.holidays, calendar_zone(self.holidays, self.zone))


class UnscheduledLanguage(models.Model):
    """A language that a department serves without stating hours: neither open nor closed."""

    department = models.ForeignKey(
        Department,
        models.CASCADE,
        related_name="unscheduled_languages",
        verbose_name=_("department"),
    )
    language = LanguageTagField(_("language"))

    class Meta:
        verbose_name = _("language without stated hours")
        verbose_name_plural = _("languages without stated hours")
        ordering = ["department", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["department", "language"],
                name="unscheduled_language_not_twice",
                violation_error_message=_("This language is there already."),
            ),
        ]

    def __str__(self) -> str:
        return language_name(self.language, get_language() or "en")


def clashes(windows: Sequence[LanguageWindow]) -> dict[int, list[ValidationError]]:
    """Return, for each position in `windows` of one department, the others that it overlaps.

    Windows of different languages or zones may share time, as those of regional teams do. This is
    the one rule for model, form and import.
    """
    found: dict[int, list[ValidationError]] = {}
    by_language: dict[str, list[int]] = {}
    for position, row in enumerate(windows):
        by_language.setdefault(row.language, []).append(position)
    for positions in by_language.values():
        for one, other in overlaps([windows[position].window for position in positions]):
            for mine, theirs in ((one, other), (other, one)):
                found.setdefault(positions[mine], []).append(
                    _clash_with(windows[positions[theirs]])
                )
    return found


def _clash_with(row: LanguageWindow) -> ValidationError:
    language = get_language() or "en"
    hours = " ".join(
        [
            format_weekdays(row.weekdays, language),
            format_hours(row.opens, row.closes, language),
            row.zone,
        ]
    )
    return ValidationError(
        gettext("These hours overlap %(hours)s. Change one of the two, or make one of both."),
        "overlap",
        {"hours": hours},
    )
