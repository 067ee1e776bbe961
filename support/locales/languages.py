"""BCP 47 language tags: which exist, what they are called, and how they are written."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from django.conf import settings

from support.locales import cldr

_ENDONYMS: dict[str, str] = dict(settings.LANGUAGES)
SITE_LANGUAGES: tuple[str, ...] = tuple(_ENDONYMS)

# Portuguese is written for Portugal; English for a world that reads a 24-hour clock.
_CLDR_LOCALES = {"pt": "pt-PT", "en": "en-GB"}


class UnknownLanguage(ValueError):
    """The tag is not of the form language[-Script][-REGION] with subtags that CLDR names."""


def cldr_locale(site_language: str) -> Locale:
    """The CLDR locale in which texts of a site language are formatted."""
    return cldr.locale(_CLDR_LOCALES.get(site_language, site_language))


@lru_cache(maxsize=1024)
def normalize_tag(tag: str) -> str:
    """The tag in its usual case, "pt-BR" for "PT_br". Raises UnknownLanguage."""
    names = cldr_locale("en")
    language, *rest = tag.strip().replace("_", "-").split("-")
    parts = [language.lower()]
    if parts[0] not in names.languages:
        raise UnknownLanguage(tag)
    if rest and rest[0].title() in names.scripts:
        parts.append(rest.pop(0).title())
    if rest and rest[0].upper() in names.territories:
        parts.append(rest.pop(0).upper())
    if rest:
        raise UnknownLanguage(tag)
    return "-".join(parts)


@lru_cache(maxsize=4096)
def language_name(tag: str, site_language: str) -> str:
    """“Japanese” for ("ja", "en"); the tag itself where CLDR has no name."""
    locale = cldr_locale(site_language)
    try:
        tag = normalize_tag(tag)
    except UnknownLanguage:
        return tag  # a form shows again what somebody typed
    language, *rest = tag.split("-")
    name = locale.languages.get(tag.replace("-", "_"))
    if name is None:
        name = locale.languages.get(language, language)
        details = [locale.scripts.get(part) or locale.territories.get(part, part) for part in rest]
        if details:
            name = f"{name} ({', '.join(details)})"
    return str(name)


@lru_cache(maxsize=1024)
def endonym(tag: str) -> str:
    """The language's name in itself, as in a menu: "Español"."""
    language = normalize_tag(tag).split("-")[0]
    if language in _ENDONYMS:
        return _ENDONYMS[language]
    try:
        name = cldr.locale(language).languages.get(language)
    except (UnknownLocaleError, ValueError):
        name = None
    name = name or language_name(tag, "en")
    return name[:1].upper() + name[1:]


@lru_cache(maxsize=1024)
def direction(tag: str) -> str:
    """The string rtl or ltr, as HTML writes it."""
    try:
        order = cldr.locale(normalize_tag(tag)).character_order
    except (UnknownLocaleError, ValueError):
        return "ltr"
    return "rtl" if order == "right-to-left" else "ltr"


@lru_cache(maxsize=1024)
def region(locale_tag: str) -> str:
    """The ISO 3166 region: JP for ja-JP, and for ja the likely one, JP again."""
    last = normalize_tag(locale_tag).split("-")[-1]
    if last.isupper() and len(last) == 2:
        return last
    likely: str = get_global("likely_subtags").get(last, "")
    return likely.rpartition("_")[2]


@lru_cache(maxsize=16)
def all_languages(site_language: str) -> tuple[tuple[str, str], ...]:
    """Every (tag, name) of CLDR that is a tag of ours, sorted by name."""
    names = cldr_locale(site_language).languages
    tags = {str(tag).replace("_", "-") for tag in names}
    pairs = [(tag, language_name(tag, site_language)) for tag in tags if _is_tag(tag)]
    return tuple(sorted(pairs, key=lambda pair: pair[1].casefold()))


def _is_tag(tag: str) -> bool:
    try:
        return normalize_tag(tag) == tag
    except UnknownLanguage:
        return False
