"""What a visitor is told whose browser prefers another language of the site than the page's."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

_LASTS = 24 * 60 * 60


@require_safe
def notice(request: HttpRequest, language: str) -> HttpResponse:
    """Say in the language that the page exists in it; `site.js` fills in where."""
    with translation.override(language):
        body = render_to_string("support/notice.html", {"language": language})
    response = HttpResponse(body, headers={"Content-Language": language, "X-Robots-Tag": "noindex"})
    patch_cache_control(response, public=True, max_age=_LASTS)
    return response
