"""When the public sees a department."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from django.db import models
from django.utils.translation import gettext_lazy as _

from support.locales.zones import UTC, zone_keys
from support.schedule import day_number
from support.schedule.instant import SECONDS_PER_DAY, from_seconds
from support.schedule.zone import zone

YEARS = range(1900, 2201)


class Visibility(models.TextChoices):
    """What staff say of a department; the days that they state count while it is public."""

    DRAFT = "draft", _("Draft: nobody else sees it yet")
    PUBLIC = "public", _("Public")
    HIDDEN = "hidden", _("Hidden: no longer shown")


class Standing(Enum):
    """What the public finds at an instant: nothing yet, the department, or that it is gone."""

    NOT_YET = "not yet"
    SHOWN = "shown"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Publicity:
    """It is shown from `begins` until just before `ends`; None is for good."""

    visibility: str = Visibility.PUBLIC.value
    begins: datetime | None = None
    ends: datetime | None = None

    def at(self, instant: datetime) -> Standing:
        """Return what the public finds at an instant."""
        if self.visibility == Visibility.DRAFT:
            return Standing.NOT_YET
        if self.visibility == Visibility.HIDDEN or (self.ends and instant >= self.ends):
            return Standing.GONE
        return Standing.NOT_YET if self.begins and instant < self.begins else Standing.SHOWN

    def next_change(self, instant: datetime) -> datetime | None:
        """Return the next instant at which the public finds something else."""
        if self.visibility != Visibility.PUBLIC:
            return None
        edges = (edge for edge in (self.begins, self.ends) if edge and edge > instant)
        return min(edges, default=None)


ALWAYS_PUBLIC = Publicity()


def beginning_of(day: date | None, key: str, days_later: int = 0) -> datetime | None:
    """Return when a day, or one some days later, begins on the clock of a zone.

    It is on that of UTC, if there is no such zone, and None for a year that no clock is known of.
    """
    if day is None or day.year not in YEARS:
        return None
    clock = zone(key if key in zone_keys() else UTC)
    return from_seconds(clock.opening_instant((day_number(day) + days_later) * SECONDS_PER_DAY))
