"""Lists of the desk at an address with a filter that the database cannot read."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.db import DatabaseError, DataError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from portal.staff_locale import STAFF_PREFIX

# What SQLite says of a regular expression that is none.
_OF_SQLITE = "user-defined function raised exception"


class OddFilters:
    """A middleware. List it behind the one that tells of a database that is away."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Lead to the whole list, and say why it is that."""
        is_list = request.method == "GET" and request.path_info.startswith(STAFF_PREFIX)
        if not is_list or not request.GET or not _is_unreadable(error):
            return None
        messages.warning(
            request, _("We couldn’t read one of the filters in the address, so it was ignored.")
        )
        return redirect(request.path)


def _is_unreadable(error: Exception) -> bool:
    return isinstance(error, DataError) or (
        isinstance(error, DatabaseError) and _OF_SQLITE in str(error)
    )
