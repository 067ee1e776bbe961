"""The hours of one department in one language, for calendars (iCalendar, RFC 5545).

Each open interval is an event, exceptions and closures already taken off: no calendar has to
know a rule of ours. It starts and ends at instants in UTC, which every program reads alike: in the
hour that a clock shows twice, programs disagree about a local time, and many take the offsets of
their own zone data for those that the file states. An event is known by when it begins, so that a
later end changes it and makes no second one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from icalendar import TRANSP, Alarm, Calendar, Event, vDuration

from support.contact_page.cards.service import FEED_LENGTH
from support.directory import DepartmentEntry, ServedLanguage
from support.schedule import Interval

# Calendars also show what has just been; and an interval that began earlier keeps its beginning.
_LOOK_BACK = timedelta(days=14)

_ASK_AGAIN = timedelta(hours=1)


def calendar_feed(
    entry: DepartmentEntry, served: ServedLanguage, title: str, url: str, at: datetime
) -> bytes:
    """Return a calendar of the intervals of two years from `at`, and of the two weeks before it.

    `title` names the events; `url`, absolute, leads to the department's page, which says the same.
    """
    calendar = _calendar(title, url, served.tag)
    for interval in _whole(served, at - _LOOK_BACK, at + FEED_LENGTH):
        calendar.add_component(_event(entry, served, interval, title, url, at))
    return bytes(calendar.to_ical())


def empty_feed(title: str, url: str, tag: str) -> bytes:
    """Return the calendar of a department that is not shown, so that subscribers see no hours."""
    return bytes(_calendar(title, url, tag).to_ical())


def opening_event(
    entry: DepartmentEntry,
    served: ServedLanguage,
    opening: Interval,
    title: str,
    url: str,
    at: datetime,
) -> bytes:
    """Return a calendar of one event, which rings when the hours of `opening` begin."""
    event = _event(entry, served, opening, title, url, at)
    alarm = Alarm.new(summary=title, description=title, uid=f"alarm-{event.uid}")
    alarm.add("action", "DISPLAY")
    alarm.TRIGGER = timedelta(0)
    event.add_component(alarm)
    calendar = _calendar(title, url, served.tag)
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _calendar(title: str, url: str, tag: str) -> Calendar:
    """Return a calendar without events, which programs ask for again every hour."""
    calendar = Calendar.new(
        prodid="-//Support Portal//Support hours//EN",
        name=title,
        uid=f"{url}{tag}.ics",
        url=url,
        refresh_interval=_ASK_AGAIN,
        method="PUBLISH",
    )
    calendar.add("x-published-ttl", vDuration(_ASK_AGAIN))
    return calendar


def _whole(served: ServedLanguage, start: datetime, end: datetime) -> Iterator[Interval]:
    """Yield the intervals that touch [start, end), each from its real beginning to its real end."""
    for interval in served.timetable.intervals(start, end):
        first, last = interval
        if first == start:
            always = start.replace(month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
            first = served.timetable.status(start).since or always
        if last == end:
            last = served.timetable.next_change(end - timedelta(seconds=1)) or end
        yield Interval(first, last)


def _event(
    entry: DepartmentEntry,
    served: ServedLanguage,
    interval: Interval,
    title: str,
    url: str,
    at: datetime,
) -> Event:
    return Event.new(
        uid=f"{interval.start:%Y%m%dT%H%M%SZ}-{entry.slug}-{served.tag}",
        stamp=at.replace(minute=0, second=0, microsecond=0),
        start=interval.start,
        end=interval.end,
        summary=title,
        url=url,
        # Nobody is busy because somebody else can be reached.
        transparency=TRANSP.TRANSPARENT,
    )
