"""The language in which a visitor is answered at an address that has none."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from support.locales.site_language import preferred_site_language


def visitor_language(request: HttpRequest) -> str:
    """Return the remembered site language, else the browser's, else English. The answer varies on
    Accept-Language and Cookie."""
    return preferred_site_language(
        request.headers.get("Accept-Language", ""),
        request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, ""),
    )
