"""Where the form of preferences leads: they are remembered, and the page is shown with them."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from support import clock
from support.directory.current import current_directory
from support.locales.site_language import nearest_site_language
from support.site.addresses import page_path
from support.site.preferences import COOKIE, read_preferences
from support.site.visitor_language import visitor_language


@require_safe
def preferences(request: HttpRequest) -> HttpResponse:
    """Remember the preferences, and redirect to the page that they came from: `site` is its
    language, `department` whose page it is, if any.

    Without any preference, what was remembered is forgotten. What cannot be read goes on to the
    page as it was typed, which says what would be right.
    """
    site = nearest_site_language(request.GET.get("site", ""))
    language = site or visitor_language(request)
    request_preferences = read_preferences(request.GET, language)
    query = request_preferences.chosen.query
    if request_preferences.has_mistakes:
        typed = request.GET.copy()
        for own in ("site", "department"):
            typed.pop(own, None)
        query = typed.urlencode()
    path = page_path(language, _department(request.GET.get("department", "")))
    response = redirect(f"{path}?{query}" if query else path)
    if request_preferences.chosen and not request_preferences.has_mistakes:
        response.set_cookie(
            COOKIE,
            request_preferences.chosen.cookie,
            max_age=settings.LANGUAGE_COOKIE_AGE,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            samesite="Lax",
        )
    elif not request_preferences.has_mistakes:
        response.delete_cookie(COOKIE, samesite="Lax")
    patch_cache_control(response, private=True, no_store=True)
    return response


def _department(slug: str) -> str:
    """Return the short name; nothing for a department that there is not."""
    directory = current_directory.get().published(clock.now())
    slugs = [entry.slug for entry in directory.departments]
    return slug if slug in slugs else ""
