from __future__ import annotations

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from support import schedule
from support.locales.formatting import format_dates
from support.locales.zones import UTC
from support.models.edit_version import EditVersioned
from support.models.scope import Scoped
from support.models.validators import validate_zone
from support.models.weekdays_field import WeekdaysField
from support.schedule import (
    EVERY_DAY,
    LONGEST_SPECIAL_HOURS,
    MINUTES_PER_DAY,
    Effect,
    Window,
    minutes_of,
)
from support.schedule import SpecialHours as Special

_COMPARED_FIELDS = {
    "department",
    "language",
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
        AS_USUAL = Effect.AS_USUAL.value, _("As usual, in spite of a public holiday")

    first_day = models.DateField(_("first day"))
    last_day = models.DateField(
        _("last day"), blank=True, help_text=_("Empty: only on the first day.")
    )
    weekdays = WeekdaysField(
        _("weekdays"),
        default=EVERY_DAY,
        help_text=_(
            "Only these days of the range. A night shift belongs to the day on which it begins: "
            "the shift of the evening before runs to its end."
        ),
    )
    effect = models.CharField(_("what happens"), max_length=10, choices=Effects)
    opens = models.TimeField(_("opens"), null=True, blank=True)
    closes = models.TimeField(
        _("closes"),
        null=True,
        blank=True,
        help_text=_(
            "24:00 is the end of the day. A time that is not after the opening time is on the "
            "next day; two equal times mean 24 hours."
        ),
    )
    zone = models.CharField(
        _("time zone"),
        max_length=64,
        blank=True,
        validators=[validate_zone],
        help_text=_("The clock by which these hours are stated; only for other hours."),
    )

    class Meta:
        verbose_name = _("special hours")
        verbose_name_plural = _("special hours")
        ordering = ["-first_day", "department", "pk"]
        constraints = [
            models.CheckConstraint(
                name="special_hours_days_in_order",
                condition=Q(last_day__gte=F("first_day")),
                violation_error_message=_("The last day is before the first."),
            ),
            models.CheckConstraint(
                name="special_hours_have_weekdays",
                condition=~Q(weekdays=""),
                violation_error_message=_("Tick at least one weekday."),
            ),
            models.CheckConstraint(
                name="special_hours_have_times",
                condition=Q(~Q(zone=""), effect="hours", opens__isnull=False, closes__isnull=False)
                | Q(~Q(effect="hours"), zone="", opens__isnull=True, closes__isnull=True),
                violation_error_message=_("Other hours need times and a time zone."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.days_in_words} · {self.get_effect_display()}"

    @property
    def days_in_words(self) -> str:
        return format_dates(self.first_day, self.last_day, get_language() or "en")

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        """Take the first day for an empty last one, and check each field."""
        self.last_day = self.last_day or self.first_day
        super().clean_fields(exclude)

    def mistakes(self) -> dict[str, ValidationError]:
        return self._mistakes_of_days() | self._mistakes_of_hours()

    def _mistakes_of_days(self) -> dict[str, ValidationError]:
        if not self.first_day or not self.last_day:
            return {}
        if self.last_day < self.first_day:
            message = _("The last day is before the first.")
            return {"last_day": ValidationError(message, "backwards")}
        if self.last_day - self.first_day >= LONGEST_SPECIAL_HOURS:
            message = _(
                "This is longer than a year. For so long, give a language window a validity "
                "instead."
            )
            return {"last_day": ValidationError(message, "too_long")}
        return {}

    def _mistakes_of_hours(self) -> dict[str, ValidationError]:
        values = {"opens": self.opens, "closes": self.closes, "zone": self.zone}
        if self.effect == self.Effects.HOURS:
            message = _("Other hours need times and a time zone.")
            return {
                name: ValidationError(message, "required")
                for name, value in values.items()
                if value in (None, "")
            }
        if self.effect not in self.Effects.values:
            return {}  # the field's own check refuses it
        message = _("Only other hours have times. Choose “Other hours”, or leave this empty.")
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
            department=self.department,
            language=self.language,
            first_day__lte=self.last_day,
            last_day__gte=self.first_day,
        ).exclude(pk=self.pk)
        for other in others:
            if contradict(self, other):
                raise contradiction(other)

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
            ),
            self.rank,
        )


def contradict(row: SpecialHours, other: SpecialHours) -> bool:
    """Tell whether two entries for the same people disagree.

    They do if neither range lies within the other and they give one day two effects, or hours that
    share time. This is the one rule for model, form and import.
    """
    return schedule.contradiction(row.special, other.special) is not None


def contradiction(other: SpecialHours) -> ValidationError:
    """Return the mistake of an entry that contradicts `other`."""
    return ValidationError(
        gettext("For some of these days there is another entry: %(entry)s. Change one of the two."),
        "contradiction",
        {"entry": str(other)},
    )
