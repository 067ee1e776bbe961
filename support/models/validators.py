"""Check language tags, zones and holiday calendars: one rule for model, form and import."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from support.locales.holiday_calendars import calendar_codes
from support.locales.languages import UnknownLanguage, normalize_tag
from support.locales.zones import zone_keys

# In the address of a search, in place of what is searched for.
WORDS = "{words}"


def normalize_language_tag(tag: str) -> str:
    """Return the tag in its usual case. Raise ValidationError if it is no language."""
    try:
        return normalize_tag(tag)
    except UnknownLanguage as error:
        raise ValidationError(
            _("“%(tag)s” is not a language. Use a tag such as ja, pt or pt-BR."),
            "unknown_language",
            {"tag": tag},
        ) from error


def validate_locale_tag(tag: str) -> None:
    """Check that the tag names a region, such as "ja-JP", so that a flag can be shown."""
    if "-" not in normalize_language_tag(tag):
        raise ValidationError(
            _("“%(tag)s” names no region. Use a locale such as ja-JP or pt-PT."),
            "locale_without_region",
            {"tag": tag},
        )


def validate_zone(key: str) -> None:
    if key not in zone_keys():
        raise ValidationError(
            _("“%(key)s” is not a time zone. Use a name such as Asia/Tokyo or UTC."),
            "unknown_zone",
            {"key": key},
        )


def validate_search_address(url: str) -> None:
    """Check that there is a place for the words after the host, so no visitor can name a host."""
    try:
        _scheme, host, *rest = urlsplit(url)
    except ValueError:  # no address at all, as the field's own rule says
        return
    place = "".join(rest)
    if place.count(WORDS) != 1 or WORDS in host or "{" in place.replace(WORDS, ""):
        raise ValidationError(
            _(
                "“%(url)s” has no place for the words searched for. Write {words} once, after the "
                "host’s name, such as https://www.example.com/?s={words}."
            ),
            "no_place_for_words",
            {"url": url},
        )


def validate_holiday_calendar(code: str) -> None:
    if code not in calendar_codes():
        raise ValidationError(
            _(
                "“%(code)s” is not a country or region whose public holidays are known. Use a code "
                "such as JP or GB-ENG."
            ),
            "unknown_holiday_calendar",
            {"code": code},
        )
