from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from support.locales.formatting import format_wall_range
from support.locales.languages import SITE_LANGUAGES
from support.models.edit_version import EditVersioned
from support.models.validators import validate_zone
from support.schedule import Closure as Closed
from support.schedule import Interval, InvalidClosure, UnknownZone, minutes_of


class Incident(EditVersioned):
    """What visitors are told above everything, from one moment to another."""

    text = models.CharField(
        _("text"),
        max_length=300,
        help_text=_("One or two short sentences: what is affected, and what you are doing."),
    )
    starts_on = models.DateField(_("shown from"))
    starts_at = models.TimeField(_("shown from (time)"))
    ends_on = models.DateField(
        _("shown until"), help_text=_("It disappears automatically. You can move the end later.")
    )
    ends_at = models.TimeField(_("shown until (time)"), help_text=_("24:00 is the end of the day."))
    zone = models.CharField(
        _("time zone"),
        max_length=64,
        validators=[validate_zone],
        help_text=_("The time zone for both times."),
    )
    link = models.URLField(
        _("status page"),
        blank=True,
        help_text=_("Leave blank to link to the channel of the type “Status page”, if any."),
    )

    class Meta:
        verbose_name = _("incident")
        verbose_name_plural = _("incidents")
        ordering = ["-starts_on", "-starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="incident_in_order",
                condition=Q(ends_on__gt=F("starts_on"))
                | Q(ends_on=F("starts_on"), ends_at__gt=F("starts_at")),
                violation_error_message=_("The end must be after the start."),
            ),
        ]

    def __str__(self) -> str:
        start, end = self._wall_times()
        times = format_wall_range(start, end, get_language() or "en", has_year=True)
        return gettext("{what}: {detail}").format(
            what=gettext("{words} ({zone})").format(words=times, zone=self.zone), detail=self.text
        )

    def clean(self) -> None:
        """Raise ValidationError with all mistakes at once."""
        mistakes: dict[str, ValidationError] = {}
        if not any(getattr(self, f"text_{code}") for code in SITE_LANGUAGES):
            message = _("Enter a text in at least one language.")
            mistakes[f"text_{get_language() or 'en'}"] = ValidationError(message, "no_text")
        if None not in (self.starts_on, self.starts_at, self.ends_on, self.ends_at):
            mistakes |= self._mistakes_of_times()
        if mistakes:
            raise ValidationError(mistakes)

    def _mistakes_of_times(self) -> dict[str, ValidationError]:
        start, end = self._wall_times()
        if start >= end:
            message = _("The end must be after the start.")
            return {"ends_on": ValidationError(message, "backwards")}
        try:
            is_skipped = self.period is None
        except UnknownZone:
            return {}
        if not is_skipped:
            return {}
        message = _(
            "The clocks go forward on this day and skip all of these times, so nothing would be "
            "shown."
        )
        return {"starts_at": ValidationError(message, "skipped")}

    def _wall_times(self) -> tuple[datetime, datetime]:
        return (
            datetime.combine(self.starts_on, self.starts_at),
            datetime.combine(self.ends_on, self.ends_at),
        )

    @property
    def period(self) -> Interval | None:
        """Return when it is shown; None if a clock change skips all of it."""
        try:
            return Closed.on_the_clock_of(
                self.zone,
                self.starts_on,
                minutes_of(self.starts_at),
                self.ends_on,
                minutes_of(self.ends_at),
            ).interval
        except InvalidClosure:
            return None
