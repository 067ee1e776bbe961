"""The public pages. Only here is the clock read."""

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
from support.directory.keeper import keeper
from support.finished_pages.application import Validity, may_be_kept
from support.locales.site_language import nearest_site_language
from support.site.addresses import page_path
from support.site.compressed import compressed_for_one
from support.site.not_found import page_not_found
from support.site.page_frame import page_frame
from support.site.preferences import COOKIE, remembered
from support.site.visitor import visitor
from support.site.visitor_language import visitor_language
from support.structured_data import structured_data


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """By the remembered choice, then Accept-Language, then English: it depends on who asks."""
    path = reverse("contact", args=[visitor_language(request)])
    query = remembered(request.COOKIES.get(COOKIE, "")).query
    response = redirect(f"{path}?{query}" if query else path)
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    patch_cache_control(response, private=True, no_cache=True)
    return response


@require_safe
@compressed_for_one
def contact(request: HttpRequest, language: str) -> HttpResponse:
    """The same bytes for everyone: neither a cookie nor a header of the request is looked at."""
    directory = keeper.current()
    with translation.override(language):
        who = visitor(request, language)
        frame = page_frame(language, page_path(language), directory, request, query=who.query)
        context = {
            "frame": frame,
            "page": contact_page(directory, who.view),
            "structured_data": structured_data(
                directory, who.view, frame.canonical, department_page=f"{frame.canonical}{{slug}}/"
            ),
            **who.context(directory),
        }
        body = render_to_string("support/contact.html", context)
    until = valid_until(directory, who.view.at)
    may_be_kept(request.META, Validity(directory.revision, who.view.at, until))
    return HttpResponse(body, headers={"Content-Language": language})


@require_safe
def contact_in_other_spelling(request: HttpRequest, tag: str) -> HttpResponse:
    """/DE/contact/ and /pt-br/contact/ lead to the page they mean; any other tag to none."""
    language = nearest_site_language(tag)
    if language is None:
        return page_not_found(request)
    return HttpResponsePermanentRedirect(reverse("contact", args=[language]))
