from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What lies ahead, in the order in which a day tells it."""

    CLOSURE = "closure", _("Closure")
    SPECIAL_HOURS = "special-hours", _("Special hours")
    HOLIDAY = "holiday", _("Public holiday")
    CLOCK_CHANGE = "clock-change", _("Clock change")
    VALIDITY = "validity", _("Hours start or end")
    PUBLICITY = "publicity", _("Visibility")


@dataclass(frozen=True, slots=True)
class Entry:
    """Something on a day, or on the days from the first through the last.

    `address` leads to its row; it is empty if the user has no permission to see that. `departments`
    are the short names of those whom it concerns, and None if it concerns all.
    """

    first: date
    last: date
    kind: Kind
    words: str
    address: str
    departments: frozenset[str] | None = None

    def concerns(self, slug: str) -> bool:
        return not slug or self.departments is None or slug in self.departments
