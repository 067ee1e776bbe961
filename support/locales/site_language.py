"""Which of the site's languages an address means."""

from __future__ import annotations

from support.locales.languages import SITE_LANGUAGES


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
