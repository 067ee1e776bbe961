"""Which of the site's languages a visitor is served, from an address or a browser's preference."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language_from_request

from support.languages import SITE_LANGUAGES


class SiteLanguageConverter:
    """In an address, exactly one of the site's languages as it is usually written."""

    regex = "|".join(SITE_LANGUAGES)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


def nearest_site_language(tag: str) -> str | None:
    """The site language for somebody who asks for `tag`: "pt" for "pt-br", "de" for "DE"."""
    primary = tag.replace("_", "-").split("-")[0].lower()
    return primary if primary in SITE_LANGUAGES else None


def preferred_site_language(request: HttpRequest) -> str:
    """By the remembered choice, then Accept-Language, then English."""
    remembered = nearest_site_language(_cookie(request.COOKIES))
    return remembered or get_language_from_request(request)


def _cookie(cookies: Mapping[str, str]) -> str:
    return cookies.get(settings.LANGUAGE_COOKIE_NAME, "")
