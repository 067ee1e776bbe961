from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from support.locales.formatting import format_wall_moment, format_wall_range
from support.models.edit_version import EditVersioned
from support.models.scope import Scoped
from support.models.validators import validate_zone
from support.schedule import Closure as Closed
from support.schedule import InvalidClosure, UnknownZone, minutes_of


class Closure(Scoped, EditVersioned):
    """A time from one moment to another in which nobody answers, whatever else holds."""

    starts_on = models.DateField(_("closed from"))
    starts_at = models.TimeField(_("closed from (time)"))
    ends_on = models.DateField(
        _("closed until"),
        null=True,
        blank=True,
        help_text=_("Leave this and the time blank to close until further notice."),
    )
    ends_at = models.TimeField(
        _("closed until (time)"),
        null=True,
        blank=True,
        help_text=_("24:00 is the end of the day."),
    )
    zone = models.CharField(
        _("time zone"),
        max_length=64,
        validators=[validate_zone],
        help_text=_("The time zone for both times."),
    )

    class Meta:
        verbose_name = _("closure")
        verbose_name_plural = _("closures")
        ordering = ["-starts_on", "-starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="closure_in_order",
                condition=Q(ends_on__gt=F("starts_on"), ends_at__isnull=False)
                | Q(ends_on=F("starts_on"), ends_at__gt=F("starts_at"))
                | Q(ends_on__isnull=True, ends_at__isnull=True),
                violation_error_message=_("The end must be after the start."),
            ),
        ]

    def __str__(self) -> str:
        start = datetime.combine(self.starts_on, self.starts_at)
        if self.ends_on is None or self.ends_at is None:
            return _times(start, None, self.zone)
        return _times(start, datetime.combine(self.ends_on, self.ends_at), self.zone)

    def times_on(self, zone: str) -> str:
        """Return the times on another clock than the one by which they are stated."""
        closure = self.closure
        if zone == self.zone or closure is None:
            return str(self)
        clock = ZoneInfo(zone)
        start = closure.interval.start.astimezone(clock)
        return _times(start, closure.interval.end.astimezone(clock) if closure.end else None, zone)

    @classmethod
    def not_over(cls, day: date) -> Q:
        """Return the condition that a closure ends on `day` or after it."""
        return Q(ends_on__gte=day) | Q(ends_on=None)

    def mistakes(self) -> dict[str, ValidationError]:
        return super().mistakes() or self._mistakes_of_times()

    def _mistakes_of_times(self) -> dict[str, ValidationError]:
        if self.starts_on is None or self.starts_at is None:
            return {}
        if self.ends_on is None or self.ends_at is None:
            return self._half_an_end()
        start = datetime.combine(self.starts_on, self.starts_at)
        if start < datetime.combine(self.ends_on, self.ends_at):
            return {"starts_at": self._skipped()} if self._is_skipped() else {}
        message = _("The end must be after the start.")
        return {"ends_on": ValidationError(message, "backwards")}

    def _is_skipped(self) -> bool:
        try:
            return self.closure is None
        except UnknownZone:
            return False

    def _skipped(self) -> ValidationError:
        message = _(
            "The clocks go forward on this day and skip all of these times, so nothing would be "
            "closed."
        )
        return ValidationError(message, "skipped")

    def _half_an_end(self) -> dict[str, ValidationError]:
        if self.ends_on is not None:
            message = _("Enter the time it ends. 24:00 is the end of the day.")
            return {"ends_at": ValidationError(message, "half_an_end")}
        if self.ends_at is not None:
            message = _(
                "Enter the day it ends, or leave the time blank to close until further notice."
            )
            return {"ends_on": ValidationError(message, "half_an_end")}
        return {}

    @property
    def closure(self) -> Closed | None:
        """Return the closure for the engine; None if a clock change skips all of it."""
        try:
            return Closed.on_the_clock_of(
                self.zone,
                self.starts_on,
                minutes_of(self.starts_at),
                self.ends_on,
                minutes_of(self.ends_at) if self.ends_at else 0,
                self.pk,
            )
        except InvalidClosure:
            return None


def _times(start: datetime, end: datetime | None, zone: str) -> str:
    language = get_language() or "en"
    if end is None:
        moment = f"{format_wall_moment(start, language, has_year=True)} {zone}"
        return gettext("from %(moment)s until further notice") % {"moment": moment}
    return f"{format_wall_range(start, end, language, has_year=True)} {zone}"
