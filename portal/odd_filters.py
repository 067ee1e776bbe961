"""Lists of the desk at an address with a filter that the database cannot read."""

from __future__ import annotations

from collections.abc import Callable
from traceback import walk_tb

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.options import TO_FIELD_VAR
from django.core.exceptions import FieldDoesNotExist
from django.db import DatabaseError, DataError, ProgrammingError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from portal.staff_locale import STAFF_PREFIX

# What SQLite says of a regular expression that is none.
_OF_SQLITE = "user-defined function raised exception"

# What becomes of a number that no column holds, of a year without another one after it, and of a
# range with one end. Without its filter, a list that fails for another reason fails again.
_OF_LISTS = (IndexError, OverflowError, ValueError, ProgrammingError)


class OddFilters:
    """A middleware. List it behind the one that tells of a database that is away."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Lead to the whole list, and say why it is that."""
        if not request.path_info.startswith(STAFF_PREFIX):
            return None
        if not _is_unreadable(request, error) and not _is_unknown_field(request, error):
            return None
        messages.warning(
            request, _("We couldn’t read one of the filters in the address, so it was ignored.")
        )
        return redirect(request.path)


def _is_unknown_field(request: HttpRequest, error: Exception) -> bool:
    """Tell whether Django's admin was asked for a row by an empty name of a column."""
    named = TO_FIELD_VAR in request.GET or TO_FIELD_VAR in request.POST
    return named and isinstance(error, FieldDoesNotExist)


def _is_unreadable(request: HttpRequest, error: Exception) -> bool:
    match = request.resolver_match
    is_list = bool(match and (match.url_name or "").endswith("_changelist"))
    is_save = request.method == "POST" and not is_list
    if not request.GET or is_save or _is_of_action(error):
        return False
    if is_list and isinstance(error, _OF_LISTS):
        return True
    return isinstance(error, DataError) or (
        isinstance(error, DatabaseError) and _OF_SQLITE in str(error)
    )


def _is_of_action(error: Exception) -> bool:
    """Tell whether an action on the rows of a list failed, for which the filters had been read."""
    frames = walk_tb(error.__traceback__)
    return any(frame.f_code is ModelAdmin.response_action.__code__ for frame, _line in frames)
