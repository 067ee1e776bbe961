"""Match an address, a language tag or a browser's wishes with one of the site's languages."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from django.urls import register_converter

from support.locales.languages import SITE_LANGUAGES

DEFAULT_LANGUAGE = "en"

# Longer headers are nobody's languages.
_LONGEST_HEADER = 500

_WEIGHT = re.compile(r"\s*q\s*=\s*([01]?\.?[0-9]*)\s*", re.IGNORECASE)

# By CLDR's language matching: whoever reads the first reads the second as well as their own.
_READ_ALIKE = {"gsw": "de", "lb": "de"}

# The same, for those who would rather have the second than English, if nothing else is asked for.
_UNDERSTOOD = {
    "nb": "da", "no": "da", "nn": "da", "fo": "da", "kl": "da", "rm": "de", "nds": "de",
    "af": "nl", "fy": "nl", "li": "nl", "br": "fr", "co": "fr", "oc": "fr", "wa": "fr", "ht": "fr",
    "ca": "es", "eu": "es", "gl": "es", "ast": "es", "gn": "es", "qu": "es", "ay": "es",
    "fur": "it", "lij": "it", "sc": "it", "scn": "it", "vec": "it",
}  # fmt: skip


class SiteLanguageConverter:
    """Match one of the site's languages in an address, in its usual case only."""

    regex = "|".join(SITE_LANGUAGES)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(SiteLanguageConverter, "site_language")


def nearest_site_language(tag: str) -> str | None:
    """Return the site language for a request for `tag`: "pt" for "pt-br", "de" for "DE"."""
    primary = _primary(tag)
    return primary if primary in SITE_LANGUAGES else None


def preferred_site_language(
    accept_language: str, remembered: str = "", shown: Collection[str] = SITE_LANGUAGES
) -> str:
    """Return the language that was remembered, else the one that a browser's Accept-Language asks
    for first, else English; of those that are `shown`.

    A weight that cannot be read counts as none given; so one odd weight loses no language.
    """
    if remembered in shown:
        return remembered
    asked = list(_by_weight(accept_language[:_LONGEST_HEADER]))
    for tag in asked:
        language = nearest_site_language(tag) or _READ_ALIKE.get(_primary(tag))
        if language in shown and language:
            return language
    understood = (_UNDERSTOOD.get(_primary(tag), "") for tag in asked)
    return next((each for each in understood if each in shown), DEFAULT_LANGUAGE)


def _by_weight(header: str) -> Iterator[str]:
    """Yield the tags, the best first; without those that are not wanted."""
    weights: dict[str, float] = {}
    for part in header.split(","):
        tag, _, parameters = part.strip().partition(";")
        match = _WEIGHT.fullmatch(parameters)
        digits = match[1] if match else ""
        weight = min(float(digits), 1.0) if digits.strip(".") else 1.0
        if tag.strip() and weight > 0:
            weights.setdefault(tag.strip(), weight)
    yield from sorted(weights, key=lambda tag: -weights[tag])


def _primary(tag: str) -> str:
    return tag.replace("_", "-").split("-")[0].lower()
