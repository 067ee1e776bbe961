"""The contact page, and the addresses that lead to it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import require_safe

from support.contact_page import contact_page
from support.contact_page.lines.valid_until import valid_until
from support.directory.current import current_directory
from support.finished_pages.validity import Validity, finish
from support.locales.site_language import nearest_site_language
from support.site.addresses import page_path
from support.site.not_found import page_not_found
from support.site.page_frame import page_frame
from support.site.preferences import COOKIE, read_cookie
from support.site.response_times import with_response_times
from support.site.visitor import read_visitor
from support.site.visitor_language import visitor_language
from support.structured_data import structured_data


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Redirect to the contact page in the visitor's language: the remembered one, then
    Accept-Language, then English."""
    path = reverse("contact", args=[visitor_language(request)])
    query = read_cookie(request.COOKIES.get(COOKIE, "")).query
    response = redirect(f"{path}?{query}" if query else path)
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    patch_cache_control(response, private=True, no_cache=True)
    return response


@require_safe
def contact(request: HttpRequest, language: str) -> HttpResponse:
    """Render the contact page. It reads no cookie and no header, so every visitor gets the same
    bytes."""
    with translation.override(language):
        visitor = read_visitor(request, language)
        directory = current_directory.get().published(visitor.view.at)
        frame = page_frame(language, page_path(language), directory, request, query=visitor.query)
        context = {
            "frame": frame,
            "page": contact_page(with_response_times(directory), visitor.view),
            "structured_data": structured_data(
                directory,
                visitor.view,
                frame.canonical,
                department_page=f"{frame.canonical}{{slug}}/",
            ),
            **visitor.context(directory),
        }
        body = render_to_string("support/contact.html", context)
    view = visitor.view
    until = valid_until(directory, view.at, view.zone)
    finish(request.META, Validity(directory.token, view.at, until))
    return HttpResponse(body, headers={"Content-Language": language})


@require_safe
def contact_in_other_spelling(request: HttpRequest, tag: str) -> HttpResponse:
    """Redirect /DE/contact/ and /pt-br/contact/ to the page they mean; no other tag has one."""
    language = nearest_site_language(tag)
    if language is None:
        return page_not_found(request)
    return HttpResponsePermanentRedirect(reverse("contact", args=[language]))
