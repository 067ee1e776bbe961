"""Match an address or a language tag with one of the site's languages."""

from __future__ import annotations

from support.locales.languages import SITE_LANGUAGES


class SiteLanguageConverter:
    """Match one of the site's languages in an address, in its usual case only."""

    regex = "|".join(SITE_LANGUAGES)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


def nearest_site_language(tag: str) -> str | None:
    """Return the site language for a request for `tag`: "pt" for "pt-br", "de" for "DE"."""
    primary = tag.replace("_", "-").split("-")[0].lower()
    return primary if primary in SITE_LANGUAGES else None
