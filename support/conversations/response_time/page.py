"""The public page that defines the response time and tells it, where there are enough answers."""

from __future__ import annotations

from dataclasses import replace

from django.core.cache import cache
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from support import clock
from support.conversations.response_time.measure import DAYS, ENOUGH, ResponseTime, response_times
from support.conversations.response_time.shown import days_of, rows_of
from support.directory import Directory
from support.directory.current import current_directory
from support.site.page_frame import page_frame
from support.site.unavailable import unavailable

# Nobody reads more often than that, and it is measured from many rows.
_SECONDS_KEPT = 600


@require_safe
@gzip_page
def response_time(request: HttpRequest, language: str) -> HttpResponse:
    try:
        return _told(request, language)
    except DatabaseError:
        return unavailable(request)


def _told(request: HttpRequest, language: str) -> HttpResponse:
    now = clock.now()
    directory = current_directory.get().published(now)
    with translation.override(language):
        frame = page_frame(language, None, directory, request)
        links = tuple(
            replace(link, path=reverse("response_time", args=[link.code]))
            for link in frame.languages
        )
        times = told_to_visitors(directory)
        context = {
            "frame": replace(frame, languages=links),
            "rows": rows_of(times, directory, language),
            "days": DAYS,
            "enough": ENOUGH,
            "first_and_last": days_of(times, language, now),
        }
        body = render_to_string("conversations/response_time.html", context)
    response = HttpResponse(body, headers={"Content-Language": language})
    patch_cache_control(response, public=True, max_age=60)
    return response


def told_to_visitors(directory: Directory) -> list[ResponseTime]:
    """Return those with enough answers, of departments that the public sees."""
    key = f"response-times-{directory.token}"
    measured: list[ResponseTime] | None = cache.get(key)
    if measured is None:
        measured = response_times(directory, clock.now())
        cache.set(key, measured, _SECONDS_KEPT)
    shown = {entry.slug for entry in directory.departments}
    return [
        each for each in measured if each.department in shown and each.figures.average is not None
    ]
