"""Both times of a day, typed into the first of two boxes."""

from __future__ import annotations

from django.http import QueryDict

from support.locales.typed_hours import UnreadableHours, read_hours
from support.schedule import format_wall_time


def with_both_times(sent: QueryDict) -> QueryDict:
    """Spread “10-14” in the box where hours open over both boxes, if the other one is empty."""
    if sent.get("closes"):
        return sent
    try:
        ((opens, closes),) = read_hours(sent.get("opens", ""))
    except (UnreadableHours, ValueError):
        return sent  # a time by itself, or several ranges: the boxes say what is wrong with it
    data = sent.copy()
    data["opens"], data["closes"] = format_wall_time(opens), format_wall_time(closes)
    return data
