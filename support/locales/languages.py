"""Check, name and list languages by their BCP 47 tags."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from babel import Locale, UnknownLocaleError, localedata
from babel.core import get_global
from django.conf import settings

from support.locales.cldr_data import read_locale

_ENDONYMS: dict[str, str] = dict(settings.LANGUAGES)
SITE_LANGUAGES: tuple[str, ...] = tuple(_ENDONYMS)

# Portuguese is written for Portugal, English for readers of a 24-hour clock.
_CLDR_LOCALES = {"pt": "pt-PT", "en": "en-GB"}


# Longer ones are invented, and none is kept in memory.
_LONGEST_TAG = 35


class UnknownLanguage(ValueError):
    """Raised for a tag that is not language[-Script][-REGION] with subtags that CLDR names."""


def cldr_locale(site_language: str) -> Locale:
    """Return the CLDR locale that formats a site language."""
    return _locale(_CLDR_LOCALES.get(site_language, site_language))


@lru_cache(maxsize=256)
def _locale(tag: str) -> Locale:
    """Return the locale of a BCP 47 tag. Raises babel.UnknownLocaleError or ValueError."""
    return read_locale(tag)


def normalize_tag(tag: str) -> str:
    """Return the tag in its usual case: "pt-BR" for "PT_br". Raises UnknownLanguage."""
    if len(tag) > _LONGEST_TAG:
        raise UnknownLanguage(tag)
    return _normalize(tag)


@lru_cache(maxsize=1024)
def _normalize(tag: str) -> str:
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


def is_language(tag: str) -> bool:
    """Return whether a tag is one that `normalize_tag` accepts."""
    try:
        normalize_tag(tag)
    except UnknownLanguage:
        return False
    return True


def language_name(tag: str, site_language: str) -> str:
    """Return the name of a language: “Japanese” for ("ja", "en"). An unknown tag names itself."""
    try:
        return _name(normalize_tag(tag), site_language)
    except UnknownLanguage:
        return tag  # a form is shown again with a wrong tag in it


@lru_cache(maxsize=4096)
def _name(tag: str, site_language: str) -> str:
    locale = cldr_locale(site_language)
    language, *rest = tag.split("-")
    name = locale.languages.get(tag.replace("-", "_"))
    if name is None:
        name = locale.languages.get(language, language)
        details = [locale.scripts.get(part) or locale.territories.get(part, part) for part in rest]
        if details:
            name = f"{name} ({', '.join(details)})"
    return str(name)


def endonym(tag: str) -> str:
    """Return the name of a language in that language, as a menu has it: “Español”."""
    language = normalize_tag(tag).split("-")[0]
    if language in _ENDONYMS:
        return _ENDONYMS[language]
    name = _of_its_own(language).endonym or language_name(tag, "en")
    return name[:1].upper() + name[1:]


def direction(tag: str) -> str:
    """Return "rtl" or "ltr", the value of HTML's dir attribute."""
    try:
        return _of_its_own(normalize_tag(tag)).direction
    except UnknownLanguage:
        return "ltr"


class _OfItsOwn(NamedTuple):
    """What only the data of a language's own locale say."""

    endonym: str = ""
    direction: str = "ltr"


@lru_cache(maxsize=1024)
def _of_its_own(tag: str) -> _OfItsOwn:
    """Read a locale's data and let go of them.

    Visitors can ask for any of a thousand locales, whose data take 200 MB; Babel keeps them all.
    """
    kept = set(localedata._cache)  # noqa: SLF001  # Babel has no other way to let go of them
    try:
        locale = Locale.parse(tag, sep="-")
        name = str(locale.languages.get(locale.language, ""))
        is_rtl = locale.character_order == "right-to-left"
    except (UnknownLocaleError, ValueError):
        return _OfItsOwn()
    finally:
        for added in set(localedata._cache) - kept - {"root"}:  # noqa: SLF001
            localedata._cache.pop(added, None)  # noqa: SLF001
    return _OfItsOwn(name, "rtl" if is_rtl else "ltr")


def region(locale_tag: str) -> str:
    """Return the ISO 3166 region: JP for ja-JP, and for ja its likely region, also JP."""
    last = normalize_tag(locale_tag).split("-")[-1]
    if last.isupper() and len(last) == 2:
        return last
    likely: str = get_global("likely_subtags").get(last, "")
    return likely.rpartition("_")[2]


@lru_cache(maxsize=16)
def all_languages(site_language: str) -> tuple[tuple[str, str], ...]:
    """Return every (tag, name) that `normalize_tag` accepts and CLDR has, sorted by name."""
    names = cldr_locale(site_language).languages
    tags = {str(tag).replace("_", "-") for tag in names}
    pairs = [(tag, language_name(tag, site_language)) for tag in tags if _is_tag(tag)]
    return tuple(sorted(pairs, key=lambda pair: pair[1].casefold()))


def _is_tag(tag: str) -> bool:
    return is_language(tag) and normalize_tag(tag) == tag
