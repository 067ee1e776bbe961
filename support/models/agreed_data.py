from __future__ import annotations

from django.db import models


class AgreedData(models.Model):
    """One row with what zone data and holiday calendars said when staff last agreed with them.

    `versions` are those of the packages. `zones` and `calendars` are what they say of those in use
    through the day `until`, in the form that `support.planning.agreed_data` writes.
    """

    ONLY_PK = 1

    versions = models.JSONField(default=dict)
    zones = models.JSONField(default=dict)
    calendars = models.JSONField(default=dict)
    until = models.DateField()

    def __str__(self) -> str:
        return ", ".join(f"{name} {version}" for name, version in sorted(self.versions.items()))
