"""Calendars to subscribe to, and one event to be reminded by."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from support import clock
from support.directory import DepartmentEntry, ServedLanguage
from support.directory.keeper import keeper
from support.locales.languages import language_name
from support.schedule import Unscheduled
from support.site.addresses import page_path
from support.site.not_found import page_not_found

Write = Callable[[DepartmentEntry, ServedLanguage, str, str, datetime], bytes | None]


class Wanted(NamedTuple):
    """What a calendar depends on; `hour` is the one that has begun."""

    write: Write
    revision: int
    language: str
    department: str
    tag: str
    url: str
    hour: datetime


@require_safe
@gzip_page
def feed(request: HttpRequest, language: str, department: str, tag: str) -> HttpResponse:
    from support.calendars.feed import calendar_feed  # with a library that most workers never need

    now = clock.now()
    hour = now.replace(minute=0, second=0, microsecond=0)
    return _answer(request, calendar_feed, language, department, tag, hour)


@require_safe
def opening(request: HttpRequest, language: str, department: str, tag: str) -> HttpResponse:
    """The next one after now; 404 where there is none within two years."""
    from support.calendars.feed import next_opening

    response = _answer(request, next_opening, language, department, tag, clock.now())
    if response.status_code == 200:
        response.headers["Content-Disposition"] = f'attachment; filename="{department}-{tag}.ics"'
    return response


def _answer(
    request: HttpRequest, write: Write, language: str, department: str, tag: str, at: datetime
) -> HttpResponse:
    revision = keeper.current().revision
    url = request.build_absolute_uri(page_path(language, department))
    body = written(Wanted(write, revision, language, department, tag, url, at))
    if body is None:
        return page_not_found(request)
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"Cache-Control": "public, max-age=600", "ETag": etag}
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8", headers=headers)
    return get_conditional_response(request, etag, None, response) or response


# Writing two years takes a third of a second, and thousands may subscribe to one calendar.
@lru_cache(maxsize=64)
def written(wanted: Wanted) -> bytes | None:
    """None where there is no such calendar."""
    directory = keeper.current()
    for entry in directory.departments:
        for served in entry.languages:
            if (entry.slug, served.tag) == (wanted.department, wanted.tag):
                if isinstance(served.timetable, Unscheduled):
                    return None
                with translation.override(wanted.language):
                    # Translators: the title of an event in somebody's own calendar, such as
                    # “Example Hosting Sales, in Japanese: open”.
                    title = _("{organization} {department}, in {language}: open").format(
                        organization=directory.organization.name,
                        department=entry.name.read(wanted.language),
                        language=language_name(served.tag, wanted.language),
                    )
                    return wanted.write(entry, served, title, wanted.url, wanted.hour)
    return None
