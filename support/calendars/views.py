"""Calendars to subscribe to, and one event to be reminded by."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from support import clock
from support.contact_page.cards.service import FEED_LENGTH
from support.directory import DepartmentEntry, Directory, ServedLanguage
from support.directory.current import current_directory
from support.finished_pages.validity import Validity, finish
from support.models.publicity import Standing
from support.parts import END_OF_TIME
from support.schedule import Interval, Unscheduled
from support.site.addresses import page_path
from support.site.not_found import page_not_found
from support.site.reminders import event_title

# Events bear the hour in which they were written.
_HOUR = timedelta(hours=1)
_MAX_AGE = timedelta(minutes=10)


@require_safe
def feed(request: HttpRequest, language: str, department: str, tag: str) -> HttpResponse:
    # With a library that most workers never need.
    from support.calendars.feed import calendar_feed, empty_feed

    now = clock.now()
    directory = current_directory.get()
    for entry, served in _services(directory, department, tag):
        if entry.slug != department:
            return _moved("calendar_feed", language, entry.slug, tag)
        url = _url(request, language, department)
        until = min(_hour(now) + _HOUR, entry.publicity.next_change(now) or END_OF_TIME)
        if entry.publicity.at(now) is Standing.SHOWN:
            title = _title(directory, entry, served, language)
            body = calendar_feed(entry, served, title, url, _hour(now))
        else:
            body = empty_feed(directory.organization.name, url, tag)
        return _calendar(request, directory, body, now, until)
    return page_not_found(request)


@require_safe
def opening(request: HttpRequest, language: str, department: str, tag: str) -> HttpResponse:
    """Return the next opening after now; 404 where there is none within two years."""
    from support.calendars.feed import opening_event

    now = clock.now()
    directory = current_directory.get()
    for entry, served in _services(directory, department, tag):
        if entry.slug != department:
            return _moved("next_opening", language, entry.slug, tag)
        interval = _next_opening(served, now)
        if interval and entry.publicity.at(now) is Standing.SHOWN:
            title = _title(directory, entry, served, language)
            url = _url(request, language, department)
            body = opening_event(entry, served, interval, title, url, now)
            change = entry.publicity.next_change(now) or END_OF_TIME
            until = min(_hour(now) + _HOUR, interval.start, change)
            response = _calendar(request, directory, body, now, until)
            name = f"{department}-{tag}.ics"
            response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
            return response
    return page_not_found(request)


def _services(
    directory: Directory, department: str, tag: str
) -> Iterator[tuple[DepartmentEntry, ServedLanguage]]:
    """Yield the one that is meant, if it is there and has stated hours."""
    entry = directory.department(department)
    for served in entry.languages if entry else ():
        if entry and served.tag == tag and not isinstance(served.timetable, Unscheduled):
            yield entry, served


def _moved(route: str, language: str, department: str, tag: str) -> HttpResponse:
    """Lead on to the calendar of the department's present short name."""
    return HttpResponsePermanentRedirect(reverse(route, args=[language, department, tag]))


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
