"""Staff have threads of their own, and are told when these or the database are busy.

Visitors' pages are answered without the database. So whatever a save waits for, staff wait for it
alone, for a bounded time, and what they typed is kept.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import BoundedSemaphore

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views import defaults

from portal.hashing import TooManyLogins
from portal.limits import (
    SECONDS_FOR_A_TURN,
    SECONDS_FOR_PAGES,
    SECONDS_FOR_STAFF,
    STAFF_AT_ONCE,
    STAFF_WAITING,
)
from portal.staff_locale import STAFF_PREFIX
from support.admin.pages.try_again import try_again
from support.directory.current import current_directory
from support.directory.deadline import deadline
from support.finished_pages.under_way import pages_to_make

# What a database says that is gone, that hangs, or in which somebody else holds a lock; and what
# becomes of a flood of logins.
_UNAVAILABLE = (OperationalError, InterfaceError, TooManyLogins)


class StaffShare:
    """A middleware. List it behind the one that finds the language of staff."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response
        self._inside = BoundedSemaphore(STAFF_AT_ONCE + STAFF_WAITING)
        self._places = BoundedSemaphore(STAFF_AT_ONCE)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(STAFF_PREFIX):
            return self._get_response(request)
        if current_directory.watch and current_directory.is_database_gone:
            return try_again(request, is_database_gone=True)
        if not self._inside.acquire(blocking=False):
            return try_again(request)
        try:
            return self._in_turn(request)
        finally:
            self._inside.release()

    def _in_turn(self, request: HttpRequest) -> HttpResponseBase:
        if not self._places.acquire(timeout=SECONDS_FOR_A_TURN):
            return try_again(request)
        try:
            pages_to_make.wait(SECONDS_FOR_PAGES)
            with deadline(SECONDS_FOR_STAFF):
                return self._get_response(request)
        finally:
            self._places.release()

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer with a page that keeps what was typed, where a view did not get the database."""
        return try_again(request) if _is_unavailable(request, error) else None


def server_error(request: HttpRequest) -> HttpResponseBase:
    """Answer a request that failed; with the same page, where it was before the view that the
    database was asked in vain, as for the session. Django asks for no middleware there."""
    error = sys.exc_info()[1]
    if error and _is_unavailable(request, error):
        return try_again(request)
    return defaults.server_error(request)


def _is_unavailable(request: HttpRequest, error: BaseException) -> bool:
    return request.path_info.startswith(STAFF_PREFIX) and isinstance(error, _UNAVAILABLE)
