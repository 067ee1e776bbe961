"""Read the events of a calendar with libraries that know nothing of each other."""

from __future__ import annotations

from datetime import UTC, datetime

import ics
import vobject
from icalendar import Calendar

Reading = list[tuple[datetime, datetime]]
"""The start and the end of each event, in UTC and in order."""


def read_by_icalendar(text: str) -> Reading:
    return _in_utc((event.start, event.end) for event in Calendar.from_ical(text).events)


def read_by_vobject(text: str) -> Reading:
    events = vobject.readOne(text).vevent_list
    return _in_utc((event.dtstart.value, event.dtend.value) for event in events)


def read_by_ics(text: str) -> Reading:
    events = ics.Calendar(text).events
    return _in_utc((event.begin.datetime, event.end.datetime) for event in events)


def _in_utc(events):
    return sorted((start.astimezone(UTC), end.astimezone(UTC)) for start, end in events)
