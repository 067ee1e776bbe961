"""The windows that a line stands for as it is typed, before anything is saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.http import QueryDict

from support.admin.fields.pickers import LanguageField, ZoneField
from support.admin.week.typed_hours import clean_hours
from support.models import LanguageWindow
from support.models.weekdays_field import WeekdaysFormField
from support.schedule import time_of


def typed_rows(sent: QueryDict, start: str = "") -> list[LanguageWindow]:
    """Return the windows; none if the line is unfinished, or its language, say, is none.

    `start` is what the names of the line's fields begin with. Raises ValidationError if the hours
    cannot be read.
    """
    spans = clean_hours(sent.get(f"{start}hours", ""))
    try:
        shared: Mapping[str, Any] = {
            "language": LanguageField().clean(sent.get(f"{start}language", "")),
            "zone": ZoneField().clean(sent.get(f"{start}zone", "")),
            "weekdays": WeekdaysFormField().clean(sent.getlist(f"{start}weekdays")),
        }
        rows = [
            LanguageWindow(opens=time_of(opens), closes=time_of(closes), **shared)
            for opens, closes in spans
        ]
        for row in rows:
            row.clean_fields(exclude=["department"])
    except ValidationError:
        return []
    return rows
