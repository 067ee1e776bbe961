"""The answer for an address that leads nowhere."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import patch_cache_control, patch_vary_headers

from support.directory.current import NoDirectory, current_directory
from support.locales.site_language import nearest_site_language
from support.site.page_frame import page_frame
from support.site.unavailable import unavailable
from support.site.visitor_language import visitor_language


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer in the language of the address where it has one, else in the visitor's."""
    first = request.path_info.strip("/").split("/")[0]
    language = nearest_site_language(first) or visitor_language(request)
    try:
        directory = current_directory.get()
    except NoDirectory:
        return unavailable(request)
    with translation.override(language):
        frame = page_frame(language, None, directory, request)
        body = render_to_string("404.html", {"frame": frame})
    response = HttpResponse(body, status=404, headers={"Content-Language": language})
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    patch_cache_control(response, private=True, no_store=True)
    return response
