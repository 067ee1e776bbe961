"""The answer where there is neither a database nor a last good directory."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import patch_cache_control

from support.directory import Directory, OrganizationEntry
from support.directory.current import NoDirectory
from support.site.page_frame import page_frame
from support.site.visitor_language import language_of_address

_NOTHING = Directory(0, "", OrganizationEntry(), (), (), ())
_SECONDS = 30


class AnswerWithoutDirectory:
    """A middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return unavailable(request) if isinstance(error, NoDirectory) else None


def unavailable(request: HttpRequest) -> HttpResponse:
    """Answer 503 in the language of the address where it has one, else in the visitor's."""
    language = language_of_address(request)
    with translation.override(language):
        frame = page_frame(language, None, _NOTHING, request)
        body = render_to_string("503.html", {"frame": frame})
    headers = {"Content-Language": language, "Retry-After": str(_SECONDS)}
    response = HttpResponse(body, status=503, headers=headers)
    patch_cache_control(response, private=True, no_store=True)
    return response
