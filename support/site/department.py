"""The page of each department."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import require_safe

from support.contact_page.cards.department_page import department_page
from support.contact_page.lines.valid_until import department_valid_until
from support.directory import DepartmentEntry, Directory
from support.directory.current import current_directory
from support.finished_pages.validity import Validity, finish
from support.locales.site_language import nearest_site_language
from support.models.publicity import Standing
from support.site.addresses import page_path
from support.site.calendar_links import calendar_links
from support.site.not_found import page_gone, page_not_found
from support.site.page_frame import page_frame
from support.site.visitor import read_visitor
from support.site.visitor_language import visitor_language
from support.structured_data import structured_data


@require_safe
def department(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """Render the page of a department. It reads no cookie and no header, so every visitor gets
    the same bytes."""
    whole = current_directory.get()
    entry = _entry(whole, slug)
    with translation.override(language):
        visitor = read_visitor(request, language)
        standing = entry.publicity.at(visitor.view.at) if entry else Standing.NOT_YET
        if entry is None or standing is Standing.NOT_YET:
            return page_not_found(request)
        if entry.slug != slug:
            return HttpResponsePermanentRedirect(_with_query(request, language, entry.slug))
        if standing is Standing.GONE:
            return page_gone(request)
        directory = whole.published(visitor.view.at)
        path = page_path(language, slug)
        page = department_page(entry, visitor.view)
        root = request.build_absolute_uri("/").rstrip("/")
        frame = page_frame(language, path, directory, request, slug, visitor.query)
        context = {
            "frame": frame,
            "page": page,
            "structured_data": structured_data(
                directory,
                visitor.view,
                frame.canonical,
                department_page=f"{root}{page_path(language)}{{slug}}/",
                department=slug,
            ),
            "calendars": tuple(
                calendar_links(
                    page.card.languages, entry, frame.organization_name, visitor.view, root
                )
            ),
            "contact": page_path(language) + (f"?{visitor.query}" if visitor.query else ""),
            **visitor.context(directory, slug),
        }
        body = render_to_string("support/department_page.html", context)
    view = visitor.view
    until = department_valid_until(directory, entry, view.at, view.zone)
    finish(request.META, Validity(directory.token, view.at, until))
    return HttpResponse(body, headers={"Content-Language": language})


@require_safe
def in_any_language(request: HttpRequest, slug: str) -> HttpResponse:
    """Redirect /contact/sales/ to the page in the visitor's language, as / does."""
    response = redirect(page_path(visitor_language(request), slug))
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    patch_cache_control(response, private=True, no_cache=True)
    return response


@require_safe
def in_other_spelling(request: HttpRequest, tag: str, slug: str) -> HttpResponse:
    """Redirect /DE/contact/sales/ to the page it means."""
    language = nearest_site_language(tag)
    if language is None:
        return page_not_found(request)
    return HttpResponsePermanentRedirect(page_path(language, slug))


def _entry(directory: Directory, slug: str) -> DepartmentEntry | None:
    """Return the department that has the short name, or had it; else one by a name that differs
    in case alone."""
    in_small = {
        name.casefold(): entry
        for entry in directory.departments
        for name in (*entry.former_slugs, entry.slug)
    }
    return directory.department(slug) or in_small.get(slug.casefold())


def _with_query(request: HttpRequest, language: str, slug: str) -> str:
    query = request.META.get("QUERY_STRING", "")
    return page_path(language, slug) + (f"?{query}" if query else "")
