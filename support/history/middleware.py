from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from support.history.recording import one_edit


def one_edit_per_request(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Record whatever one press of a button saves as one edit."""

    def middleware(request: HttpRequest) -> HttpResponse:
        with one_edit():
            return get_response(request)

    return middleware
