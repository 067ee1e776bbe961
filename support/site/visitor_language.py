"""The language in which a visitor is answered at an address that has none."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from support.directory.current import NoDirectory, current_directory
from support.locales.languages import SITE_LANGUAGES
from support.locales.site_language import nearest_site_language, preferred_site_language


def visitor_language(request: HttpRequest) -> str:
    """Return the remembered site language, else the browser's, else English, of those that are
    shown. The answer varies on Accept-Language and Cookie."""
    return preferred_site_language(
        request.headers.get("Accept-Language", ""),
        request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, ""),
        shown_languages(),
    )


def language_of_address(request: HttpRequest) -> str:
    """Return the language that the address begins with, if it is shown; else the visitor's."""
    language = nearest_site_language(request.path_info.strip("/").split("/")[0])
    return language if language in shown_languages() and language else visitor_language(request)


def shown_languages() -> tuple[str, ...]:
    """Return the languages that staff show; all of them while nobody can say."""
    try:
        return current_directory.get().shown_languages
    except NoDirectory:
        return SITE_LANGUAGES
