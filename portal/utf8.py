"""Read every request as UTF-8, which is what the pages of this portal send."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase


def always_utf8(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """A middleware. Some codings that a request can name are none of text, or make half
    characters, which no database takes."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if request.encoding:
            request.encoding = "utf-8"
        return get_response(request)

    return answer
