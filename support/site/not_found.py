"""The answers for an address that leads nowhere, or no longer anywhere."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import patch_cache_control, patch_vary_headers

from support import clock
from support.contact_page import Viewpoint, contact_page
from support.directory.current import NoDirectory, current_directory
from support.site.addresses import page_path
from support.site.page_frame import page_frame
from support.site.unavailable import unavailable
from support.site.visitor_language import language_of_address


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _leading_on(request, "404.html", 404)


def page_gone(request: HttpRequest) -> HttpResponse:
    """Answer for the page of a department that is no longer shown."""
    return _leading_on(request, "410.html", 410)


def _leading_on(request: HttpRequest, template: str, status: int) -> HttpResponse:
    """Answer in the language of the address where it has one, else in the visitor's, and say who
    can be reached."""
    now = clock.now()
    language = language_of_address(request)
    try:
        directory = current_directory.get().published(now)
    except NoDirectory:
        return unavailable(request)
    with translation.override(language):
        frame = page_frame(language, None, directory, request)
        page = contact_page(directory, Viewpoint(language, now))
        context = {
            "frame": frame,
            "headline": page.answer.headline if directory.departments else "",
            "contact": page_path(language),
        }
        body = render_to_string(template, context)
    response = HttpResponse(body, status=status, headers={"Content-Language": language})
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    patch_cache_control(response, private=True, no_store=True)
    return response
