"""The number by which the lines of one request are found in the log."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from contextvars import ContextVar

from django.http import HttpRequest, HttpResponseBase

current_request_id: ContextVar[str] = ContextVar("request_id", default="")

_WELL_FORMED = re.compile(r"[0-9a-fA-F-]{8,64}", re.ASCII)


def request_id(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Take the number that the proxy gave to the request, or draw one."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        given = request.headers.get("X-Request-ID", "")
        known = given if _WELL_FORMED.fullmatch(given) else secrets.token_hex(16)
        token = current_request_id.set(known)
        try:
            return get_response(request)
        finally:
            current_request_id.reset(token)

    return middleware
