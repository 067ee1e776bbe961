from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from support.api.errors import (
    SECONDS_UNTIL_AVAILABLE,
    UNAVAILABLE,
    BadParameter,
    error_response,
)
from support.directory.current import NoDirectory

_METHODS = "GET, HEAD, OPTIONS"


def public_get(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answer GET, HEAD and OPTIONS for every origin, and errors as JSON."""

    # Nothing is written here, so what is refused is the method and not the sender.
    @csrf_exempt
    @wraps(view)
    def wrapper(request: HttpRequest, **names: str) -> HttpResponse:
        if request.method == "OPTIONS":
            response = HttpResponse(status=204)
        elif request.method not in ("GET", "HEAD"):
            response = error_response(None, f"Only {_METHODS} are answered here.", 405)
        else:
            try:
                response = view(request, **names)
            except BadParameter as error:
                response = error_response(error.parameter, error.message, error.status)
            except NoDirectory:
                response = error_response(None, UNAVAILABLE, 503)
        if response.status_code == 503:
            response.headers["Retry-After"] = str(SECONDS_UNTIL_AVAILABLE)
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Allow-Methods"] = _METHODS
        if response.status_code in (204, 405):
            response.headers["Allow"] = _METHODS
        return response

    return wrapper
