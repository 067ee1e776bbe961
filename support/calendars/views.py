"""Calendars to subscribe to, and one event to be reminded by."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.http import require_safe

from support import clock
from support.directory import DepartmentEntry, Directory, ServedLanguage
from support.directory.current import current_directory
from support.finished_pages.application import Validity, finish
from support.schedule import Interval, Unscheduled
from support.site.addresses import page_path
from support.site.calendar_links import FEED_LENGTH
from support.site.not_found import page_not_found
from support.site.reminders import event_title

# Events bear the hour in which they were written.
_HOUR = timedelta(hours=1)
_MAX_AGE = timedelta(minutes=10)


@require_safe
def feed(request: HttpRequest, language: str, department: str, tag: str) -> HttpResponse:
    from support.calendars.feed import calendar_feed  # with a library that most workers never need

    now = clock.now()
    directory = current_directory.get()
    for entry, served in _services(directory, department, tag):
        title = _title(directory, entry, served, language)
        url = _url(request, language, department)
        body = calendar_feed(entry, served, title, url, _hour(now))
        return _calendar(request, directory, body, now, _hour(now) + _HOUR)
    return page_not_found(request)


@require_safe
def opening(request: HttpRequest, language: str, department: str, tag: str) -> HttpResponse:
    """Return the next opening after now; 404 where there is none within two years."""
    from support.calendars.feed import opening_event

    now = clock.now()
    directory = current_directory.get()
    for entry, served in _services(directory, department, tag):
        interval = _next_opening(served, now)
        if interval:
            title = _title(directory, entry, served, language)
            url = _url(request, language, department)
            body = opening_event(entry, served, interval, title, url, now)
            until = min(_hour(now) + _HOUR, interval.start)
            response = _calendar(request, directory, body, now, until)
            name = f"{department}-{tag}.ics"
            response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
            return response
    return page_not_found(request)


def _services(
    directory: Directory, department: str, tag: str
) -> Iterator[tuple[DepartmentEntry, ServedLanguage]]:
    """Yield the one that is meant, if it is there and has stated hours."""
    for entry in directory.departments:
        for served in entry.languages:
            is_meant = (entry.slug, served.tag) == (department, tag)
            if is_meant and not isinstance(served.timetable, Unscheduled):
                yield entry, served


def _next_opening(served: ServedLanguage, now: datetime) -> Interval | None:
    intervals = served.timetable.intervals(now, now + FEED_LENGTH)
    return next((interval for interval in intervals if interval.start > now), None)


def _calendar(
    request: HttpRequest, directory: Directory, body: bytes, since: datetime, until: datetime
) -> HttpResponse:
    validity = Validity(directory.token, since, until, _MAX_AGE, in_outage=False)
    finish(request.META, validity)
    return HttpResponse(body, content_type="text/calendar; charset=utf-8")


def _title(
    directory: Directory, entry: DepartmentEntry, served: ServedLanguage, language: str
) -> str:
    with translation.override(language):
        return event_title(directory.organization.name, entry, served, language)


def _url(request: HttpRequest, language: str, department: str) -> str:
    return request.build_absolute_uri(page_path(language, department))


def _hour(now: datetime) -> datetime:
    """Return the hour that has begun."""
    return now.replace(minute=0, second=0, microsecond=0)
