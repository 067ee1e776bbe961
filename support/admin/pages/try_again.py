"""The page for staff whose request found the server or the database busy."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import patch_cache_control

_SECONDS = 10


def try_again(request: HttpRequest, *, is_database_gone: bool = False) -> HttpResponse:
    """Answer 503 with a page that keeps what was typed, in hidden fields behind a button.

    It asks no database. Passwords and files have to be given again.
    """
    typed = [(name, value) for name, values in request.POST.lists() for value in values]
    is_secret = any("password" in name for name, _ in typed)
    context = {
        "title": _title(request),
        "site_title": admin.site.site_title,
        "site_header": admin.site.site_header,
        "LANGUAGE_CODE": translation.get_language(),
        "LANGUAGE_BIDI": translation.get_language_bidi(),
        "is_save": request.method == "POST",
        "is_database_gone": is_database_gone,
        "typed": [] if is_secret or request.FILES else typed,
        "address": request.get_full_path(),
    }
    body = render_to_string("admin/support/try_again.html", context)
    response = HttpResponse(body, status=503, headers={"Retry-After": str(_SECONDS)})
    patch_cache_control(response, private=True, no_store=True)
    return response


def _title(request: HttpRequest) -> str:
    if request.method == "POST":
        return translation.gettext("Not saved yet")
    return translation.gettext("Please try again")
