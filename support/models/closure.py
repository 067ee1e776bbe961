from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from support.locales.formatting import format_wall_range
from support.models.edit_version import EditVersioned
from support.models.scope import Scoped
from support.models.validators import validate_zone
from support.schedule import Closure as Closed
from support.schedule import InvalidClosure, minutes_of


class Closure(Scoped, EditVersioned):
    """A time from one moment to another in which nobody answers, whatever else holds."""

    starts_on = models.DateField(_("closed from"))
    starts_at = models.TimeField(_("closed from, time"))
    ends_on = models.DateField(_("closed until"))
    ends_at = models.TimeField(
        _("closed until, time"), help_text=_("Midnight is 00:00 of the day that begins.")
    )
    zone = models.CharField(
        _("time zone"),
        max_length=64,
        validators=[validate_zone],
        help_text=_("The clock by which both times are stated."),
    )

    class Meta:
        verbose_name = _("closure")
        verbose_name_plural = _("closures")
        ordering = ["-starts_on", "-starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="closure_in_order",
                condition=Q(ends_on__gt=F("starts_on"))
                | Q(ends_on=F("starts_on"), ends_at__gt=F("starts_at")),
                violation_error_message=_("The end is not after the beginning."),
            ),
        ]

    def __str__(self) -> str:
        words = format_wall_range(*self._wall_moments(), get_language() or "en")
        return f"{words} {self.zone}"

    def mistakes(self) -> dict[str, ValidationError]:
        known: list[Any] = [self.starts_on, self.starts_at, self.ends_on, self.ends_at]
        if None in known:
            return {}
        start, end = self._wall_moments()
        if start < end:
            return {}
        message = _("The end is not after the beginning.")
        return {"ends_on": ValidationError(message, "backwards")}

    def _wall_moments(self) -> tuple[datetime, datetime]:
        return (
            datetime.combine(self.starts_on, self.starts_at),
            datetime.combine(self.ends_on, self.ends_at),
        )

    @property
    def closure(self) -> Closed | None:
        """Return the closure for the engine; None if a clock change skips all of it."""
        try:
            return Closed.on_the_clock_of(
                self.zone,
                self.starts_on,
                minutes_of(self.starts_at),
                self.ends_on,
                minutes_of(self.ends_at),
                self.pk,
            )
        except InvalidClosure:
            return None
