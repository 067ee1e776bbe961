from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from support.locales.zones import UTC
from support.models.contradictions import contradictions_of, contradicts
from support.models.edit_version import EditVersioned
from support.models.monthly_field import MonthlyField
from support.models.scope import Scoped
from support.models.special_hours_words import effect_in_words, special_days
from support.models.validators import validate_zone
from support.models.weekdays_field import WEEKDAY_CHOICES, WeekdaysField
from support.schedule import (
    EVERY_DAY,
    LONGEST_SPECIAL_HOURS,
    MINUTES_PER_DAY,
    Effect,
    Repeats,
    Window,
    date_of,
    day_number,
    minutes_of,
    parse_weekday,
)
from support.schedule import SpecialHours as Special

_COMPARED_FIELDS = {
    "department",
    "languages",
    "repeats",
    "monthly",
    "like",
    "effect",
    "first_day",
    "last_day",
    "weekdays",
    "opens",
    "closes",
    "zone",
}


class SpecialHours(Scoped, EditVersioned):
    """Other hours, or none, on a date or a range of dates (`specialOpeningHoursSpecification`)."""

    class Effects(models.TextChoices):
        CLOSED = Effect.CLOSED.value, _("Closed all day")
        HOURS = Effect.HOURS.value, _("Other hours")
        ALSO = Effect.ALSO.value, _("Extra hours on top of the usual ones")
        AS_USUAL = Effect.AS_USUAL.value, _("As usual despite a public holiday")
        AS_WEEKDAY = Effect.AS_WEEKDAY.value, _("Another weekday’s hours")

    class Repetition(models.TextChoices):
        YEARLY = Repeats.YEARLY.value, _("Every year")
        MONTHLY = Repeats.MONTHLY.value, _("Every month, on certain weekdays")

    first_day = models.DateField(_("first day"))
    last_day = models.DateField(
        _("last day"),
        null=True,
        blank=True,
        help_text=_(
            "Leave blank for the first day only or, if the hours repeat every month, for "
            "no end date."
        ),
    )
    repeats = models.CharField(
        _("repeats"),
        max_length=10,
        choices=Repetition,
        blank=True,
        help_text=_("Every year on the same days, starting with these."),
    )
    monthly = MonthlyField(
        _("weekdays of the month"),
        blank=True,
        help_text=_("For hours that repeat every month only: which of the weekdays above."),
    )
    weekdays = WeekdaysField(
        _("weekdays"),
        default=EVERY_DAY,
        help_text=_(
            "Only these weekdays within the dates above. A night shift belongs to the day it "
            "starts on, so the previous evening’s shift still runs to its end."
        ),
    )
    effect = models.CharField(_("what happens"), max_length=10, choices=Effects)
    opens = models.TimeField(_("opens"), null=True, blank=True)
    closes = models.TimeField(
        _("closes"),
        null=True,
        blank=True,
        help_text=_(
            "24:00 is the end of the day. A closing time that isn’t later than the opening time "
            "is on the next day; two equal times mean 24 hours."
        ),
    )
    zone = models.CharField(
        _("time zone"),
        max_length=64,
        blank=True,
        validators=[validate_zone],
        help_text=_("The time zone of these hours. Needed only for other hours."),
    )
    like = models.CharField(
        _("like"),
        max_length=2,
        choices=WEEKDAY_CHOICES,
        blank=True,
        help_text=_(
            "The weekday whose hours apply on these days, for example on a make-up working day."
        ),
    )

    class Meta:
        verbose_name = _("special hours")
        verbose_name_plural = _("special hours")
        ordering = ["-first_day", "department", "pk"]
        constraints = [
            models.CheckConstraint(
                name="special_hours_days_in_order",
                condition=Q(last_day__gte=F("first_day"))
                | Q(last_day__isnull=True, repeats="monthly"),
                violation_error_message=_("The last day can’t be before the first."),
            ),
            models.CheckConstraint(
                name="special_hours_have_weekdays",
                condition=~Q(weekdays=""),
                violation_error_message=_("Tick at least one weekday."),
            ),
            models.CheckConstraint(
                name="special_hours_have_times",
                condition=Q(
                    ~Q(zone=""),
                    effect__in=["hours", "also"],
                    opens__isnull=False,
                    closes__isnull=False,
                )
                | Q(
                    ~Q(effect__in=["hours", "also"]),
                    zone="",
                    opens__isnull=True,
                    closes__isnull=True,
                ),
                violation_error_message=_("Enter times and a time zone for other hours."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.days_in_words} · {effect_in_words(self, get_language() or 'en')}"

    @property
    def days_in_words(self) -> str:
        """Return the days, and how they repeat, in the active language."""
        return special_days(self, get_language() or "en")

    @classmethod
    def not_over(cls, day: date) -> Q:
        """Return the condition that days of an entry are on `day` or after it."""
        return Q(last_day__gte=day) | Q(last_day=None) | Q(repeats=cls.Repetition.YEARLY)

    def beginnings(self, first: date, last: date) -> Iterator[date]:
        """Yield the days from `first` through `last` on which they begin, or begin again."""
        if self.repeats == self.Repetition.MONTHLY:
            yield from map(date_of, self.special.days(day_number(first), day_number(last)))
            return
        for begins, _ends in self.special.ranges(day_number(first), day_number(last)):
            if begins >= day_number(first):
                yield date_of(begins)

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        """Take the first day for an empty last one, and check each field."""
        if self.repeats != self.Repetition.MONTHLY:
            self.last_day = self.last_day or self.first_day
        super().clean_fields(exclude)

    def mistakes(self) -> dict[str, ValidationError]:
        days = super().mistakes() or self._mistakes_of_days()
        return days | self._mistakes_of_repetition() | self._mistakes_of_hours()

    def _mistakes_of_days(self) -> dict[str, ValidationError]:
        if not self.first_day or not self.last_day:
            return {}
        if self.last_day < self.first_day:
            message = _("The last day can’t be before the first.")
            return {"last_day": ValidationError(message, "backwards")}
        is_monthly = self.repeats == self.Repetition.MONTHLY
        if not is_monthly and self.last_day - self.first_day >= LONGEST_SPECIAL_HOURS:
            message = _(
                "Special hours can’t last longer than a year. Use a language window with validity "
                "dates instead."
            )
            return {"last_day": ValidationError(message, "too_long")}
        if not self._names_a_day(self.first_day, self.last_day):
            message = _("None of these weekdays falls on these dates, so nothing would change.")
            return {"weekdays": ValidationError(message, "no_day")}
        return {}

    def _names_a_day(self, first: date, last: date) -> bool:
        """Return whether there is such a weekday within the dates. In some year, there is.

        Weekdays of the month count only if the hours repeat every month: to state them otherwise
        is a mistake with a message of its own.
        """
        is_monthly = self.repeats == self.Repetition.MONTHLY
        weekdays, monthly = self.weekdays, (is_monthly and self.monthly) or frozenset()
        are_read = isinstance(weekdays, frozenset) and isinstance(monthly, frozenset)
        if not are_read or not weekdays or self.repeats == self.Repetition.YEARLY:
            return True
        days = Window(weekdays, 0, MINUTES_PER_DAY, UTC, monthly=monthly)
        return bool(days.days_if_valid(day_number(first), day_number(last)))

    def _mistakes_of_repetition(self) -> dict[str, ValidationError]:
        mistakes = {}
        if self.repeats == self.Repetition.MONTHLY and not self.monthly:
            message = _("Choose which weekdays of the month, for example the first or the last.")
            mistakes["monthly"] = ValidationError(message, "missing")
        if self.monthly and self.repeats in ("", self.Repetition.YEARLY):
            message = _(
                "Only for days that repeat every month. Choose “Every month”, or leave this blank."
            )
            mistakes["monthly"] = ValidationError(message, "superfluous")
        if self.effect == self.Effects.AS_WEEKDAY and not self.like:
            message = _("Choose the weekday whose hours apply on these days.")
            mistakes["like"] = ValidationError(message, "missing")
        if self.like and self.effect in set(self.Effects.values) - {self.Effects.AS_WEEKDAY}:
            message = _(
                "Only for another weekday’s hours. Choose “Another weekday’s hours”, or "
                "leave this blank."
            )
            mistakes["like"] = ValidationError(message, "superfluous")
        return mistakes

    def _mistakes_of_hours(self) -> dict[str, ValidationError]:
        values = {"opens": self.opens, "closes": self.closes, "zone": self.zone}
        if self.effect in (self.Effects.HOURS, self.Effects.ALSO):
            message = _("Enter times and a time zone for other hours.")
            return {
                name: ValidationError(message, "missing")
                for name, value in values.items()
                if value in (None, "")
            }
        if self.effect not in self.Effects.values:
            return {}  # the field's own check refuses it
        message = _("Only other hours have times. Choose “Other hours”, or leave this blank.")
        return {
            name: ValidationError(message, "superfluous")
            for name, value in values.items()
            if value not in (None, "")
        }

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        """Check the database's constraints, and that no other entry contradicts on the same days.

        The second is checked only if all that it compares is valid.
        """
        super().validate_constraints(exclude=set(exclude or ()))
        if _COMPARED_FIELDS & set(exclude or ()):
            return
        others = SpecialHours.objects.filter(
            SpecialHours.not_over(self.first_day - timedelta(days=1)), department=self.department
        ).exclude(pk=self.pk)
        if self.last_day and not self.repeats:
            others = others.filter(first_day__lte=self.last_day + timedelta(days=1))
        rows = [self, *others]
        for _self, other, found in contradictions_of(rows, only_of_first=True):
            raise contradicts(rows[other], found.split)

    @property
    def special(self) -> Special:
        """Return the entry for the engine. Raise ScheduleError if a field was not validated."""
        has_hours = self.opens is not None and self.closes is not None
        return Special(
            Effect(self.effect),
            Window(
                weekdays=self.weekdays,
                opens=minutes_of(self.opens) if self.opens else 0,
                closes=(minutes_of(self.closes) if self.closes else 0) or MINUTES_PER_DAY,
                zone=self.zone if has_hours else UTC,
                valid_from=self.first_day,
                valid_through=self.last_day,
                key=self.pk,
                monthly=self.monthly or frozenset(),
            ),
            self.rank,
            Repeats(self.repeats) if self.repeats else None,
            parse_weekday(self.like) if self.like else None,
        )
