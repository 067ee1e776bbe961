"""The hours of one department in one language, for calendars (iCalendar, RFC 5545).

Each open interval is an event, exceptions and closures already taken off: no calendar has to
know a rule of ours. An event is known by when it begins, so that a later end changes it and makes
no second one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC as UTC_ZONE
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import (
    TRANSP,
    Alarm,
    Calendar,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vDuration,
)

from support.directory import DepartmentEntry, ServedLanguage
from support.locales.zones import UTC
from support.schedule import Interval, clock_changes
from support.site.calendar_links import FEED_LENGTH

# Calendars also show what has just been; and an interval that began earlier keeps its beginning.
_LOOK_BACK = timedelta(days=14)

_ASK_AGAIN = timedelta(hours=1)


def calendar_feed(
    entry: DepartmentEntry, served: ServedLanguage, title: str, url: str, at: datetime
) -> bytes:
    """Return the intervals of two years from `at`, and of the two weeks before it.

    `title` names the events; `url`, absolute, leads to the department's page, which says the same.
    """
    intervals = list(_whole(served, at - _LOOK_BACK, at + FEED_LENGTH))
    calendar = _calendar(title, url, served, intervals)
    for interval in intervals:
        calendar.add_component(_event(entry, served, interval, title, url, at))
    return bytes(calendar.to_ical())


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
    calendar = _calendar(title, url, served, [opening])
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _calendar(
    title: str, url: str, served: ServedLanguage, intervals: Sequence[Interval]
) -> Calendar:
    """Empty but for the clocks by which these intervals are told."""
    calendar = Calendar.new(
        prodid="-//Support Portal//Support hours//EN",
        name=title,
        uid=f"{url}{served.tag}.ics",
        url=url,
        refresh_interval=_ASK_AGAIN,
        method="PUBLISH",
    )
    calendar.add("x-published-ttl", vDuration(_ASK_AGAIN))
    for key in sorted({_zone_at(served, interval.start) for interval in intervals} - {UTC}):
        calendar.add_component(_timezone(key, intervals[0].start, intervals[-1].end))
    return calendar


def _whole(served: ServedLanguage, start: datetime, end: datetime) -> Iterator[Interval]:
    """The intervals that touch [start, end), each from its real beginning to its real end."""
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
    zone = _zone_at(served, interval.start)
    return Event.new(
        uid=f"{interval.start:%Y%m%dT%H%M%SZ}-{entry.slug}-{served.tag}",
        stamp=at.replace(minute=0, second=0, microsecond=0),
        start=_on_clock(interval.start, zone),
        end=_on_clock(interval.end, zone),
        summary=title,
        url=url,
        # Nobody is busy because somebody else can be reached.
        transparency=TRANSP.TRANSPARENT,
    )


def _zone_at(served: ServedLanguage, at: datetime) -> str:
    return next((window.zone for window in served.timetable.windows_at(at)), UTC)


def _on_clock(at: datetime, zone: str) -> datetime:
    return at.astimezone(UTC_ZONE if zone == UTC else ZoneInfo(zone))


def _timezone(key: str, start: datetime, end: datetime) -> Timezone:
    """As it is from `start` to `end`: one observance at the start, one for each change."""
    timezone = Timezone()
    timezone.add("tzid", key)
    first = start.astimezone(ZoneInfo(key))
    offset = first.utcoffset() or timedelta(0)
    timezone.add_component(_observance(key, first.replace(tzinfo=None), offset, offset, start))
    for change in clock_changes(key, start, end + timedelta(days=2)):
        timezone.add_component(
            _observance(key, change.shown_before, change.before, change.after, change.at)
        )
    return timezone


def _observance(
    key: str, onset: datetime, before: timedelta, after: timedelta, at: datetime
) -> TimezoneStandard | TimezoneDaylight:
    local = at.astimezone(ZoneInfo(key))
    observance = TimezoneDaylight() if local.dst() else TimezoneStandard()
    observance.add("dtstart", onset)
    observance.add("tzoffsetfrom", before)
    observance.add("tzoffsetto", after)
    observance.add("tzname", local.tzname() or key)
    return observance
