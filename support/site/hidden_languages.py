"""The addresses of a language that staff do not show lead to one that they do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import patch_cache_control, patch_vary_headers

from support.locales.languages import SITE_LANGUAGES
from support.site.visitor_language import shown_languages, visitor_language

# By the name of an address: which of its parts is a language of the site.
_LANGUAGE_OF = {
    "contact": "language",
    "department": "language",
    "calendar_feed": "language",
    "next_opening": "language",
    "now": "language",
    "search": "language",
    "write": "language",
    "response_time": "language",
    "badge_image": "locale",
    "badge_frame": "locale",
}


class HiddenLanguages:
    """A middleware. The way leads to the shown language that suits the visitor best, for now."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self._get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        name = request.resolver_match.url_name if request.resolver_match else None
        part = _LANGUAGE_OF.get(name or "")
        # What somebody has typed into a form is taken, in whatever language they read it.
        is_form = request.method == "POST"
        if not part or is_form or not _is_hidden(kwargs[part]):
            return None
        path = reverse(str(name), kwargs=kwargs | {part: visitor_language(request)})
        query = request.META.get("QUERY_STRING", "")
        response = redirect(f"{path}?{query}" if query else path)
        patch_vary_headers(response, ["Accept-Language", "Cookie"])
        patch_cache_control(response, private=True, no_store=True)
        return response


def _is_hidden(language: str) -> bool:
    # A badge's address may name what is no language of the site; it says so itself.
    return language in SITE_LANGUAGES and language not in shown_languages()
