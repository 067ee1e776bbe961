"""What stands around the pages of conversations, and the headers that all of them bear."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.cache import patch_cache_control

from support.directory import Directory
from support.site.page_frame import PageFrame, page_frame

_Response = TypeVar("_Response", bound=HttpResponseBase)


def frame_of(
    request: HttpRequest,
    language: str,
    directory: Directory,
    name: str,
    *more: str,
    query: str = "",
) -> PageFrame:
    """Return the frame of the page with this name; its links to other languages lead to the same
    page there."""
    frame = page_frame(language, None, directory, request)
    tail = f"?{query}" if query else ""
    links = tuple(
        replace(link, path=f"{reverse(name, args=[link.code, *more])}{tail}")
        for link in frame.languages
    )
    return replace(frame, languages=links)


def page(html: str, language: str, status: int = 200) -> HttpResponse:
    return private(HttpResponse(html, status=status, headers={"Content-Language": language}))


def private(response: _Response) -> _Response:
    """Have nobody keep the answer, and no search engine list it."""
    patch_cache_control(response, private=True, no_store=True)
    response.headers["X-Robots-Tag"] = "noindex"
    return response
