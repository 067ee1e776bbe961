"""Sessions that know nothing of a second factor that was set up or removed since have ended."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from support.second_factor.factor import second_factor_of
from support.second_factor.session import is_marked

_DESK = "/admin/"
# What somebody needs who is to set up a second factor before anything else.
_OPEN = (
    "second-factor/",
    "login/",
    "logout/",
    "language/",
    "password/",
    "password_change/",
    "jsi18n/",
)


def second_factor(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Guard the desk: a middleware. List it behind the one that finds who is signed in."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if request.path_info.startswith(_DESK) and request.user.is_authenticated:
            factor = second_factor_of(request.user)
            if not is_marked(request.session, factor):
                logout(request)
            elif settings.REQUIRE_SECOND_FACTOR and not factor and not _is_open(request):
                return redirect(reverse("admin:second_factor"))
        return get_response(request)

    return middleware


def _is_open(request: HttpRequest) -> bool:
    return request.path_info.removeprefix(_DESK).startswith(_OPEN)
