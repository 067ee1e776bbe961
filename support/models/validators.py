"""Check language tags, zones and holiday calendars: one rule for model, form and import."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from support.locales.holiday_calendars import calendar_codes
from support.locales.languages import UnknownLanguage, normalize_tag
from support.locales.zones import zone_keys
from support.look.colours import COLOUR
from support.look.images import stored_image
from support.prose import FACTS, refused_links, unknown_facts

# In the address of a search, in place of what is searched for.
WORDS = "{words}"

_TELEPHONE = re.compile(r"\+?[0-9](?:[ ./-]?[0-9]){2,20}")


def normalize_language_tag(tag: str) -> str:
    """Return the tag in its usual case. Raise ValidationError if it is no language."""
    try:
        return normalize_tag(tag)
    except UnknownLanguage as error:
        raise ValidationError(
            _("“%(tag)s” isn’t a language tag. Use a tag such as ja, pt or pt-BR."),
            "unknown_language",
            {"tag": tag},
        ) from error


def validate_locale_tag(tag: str) -> None:
    """Check that the tag names a region, such as "ja-JP", so that a flag can be shown."""
    if "-" not in normalize_language_tag(tag):
        raise ValidationError(
            _("“%(tag)s” has no region. Use a locale such as ja-JP or pt-PT."),
            "locale_without_region",
            {"tag": tag},
        )


def validate_zone(key: str) -> None:
    if key not in zone_keys():
        raise ValidationError(
            _("“%(key)s” isn’t a time zone. Use a name such as Asia/Tokyo or UTC."),
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
                "“%(url)s” has no place for the search words. Include {words} once, after the "
                "host name, as in https://www.example.com/?s={words}."
            ),
            "no_place_for_words",
            {"url": url},
        )


def fill_in(address: str, department: str, language: str) -> str:
    """Return the address with a short name and a tag in place of {department} and {language}."""
    filled = address.replace("{department}", quote(department, safe=""))
    return filled.replace("{language}", quote(language, safe=""))


def is_telephone(number: str) -> bool:
    return _TELEPHONE.fullmatch(number) is not None


def validate_colour(colour: str) -> None:
    if not COLOUR.fullmatch(colour):
        raise ValidationError(
            _("“%(text)s” isn’t a colour. Write # and six digits or letters, as in #3b3486."),
            params={"text": colour},
        )


def validate_image(name: str) -> None:
    if stored_image(name) is None:
        raise ValidationError(_("“%(text)s” isn’t an image stored here."), params={"text": name})


def validate_telephone(number: str) -> None:
    if not is_telephone(number):
        raise ValidationError(
            _(
                "“%(number)s” isn’t a telephone number. Include the country code, as in +44 20 "
                "7946 0000."
            ),
            "no_telephone_number",
            {"number": number},
        )


def validate_section_text(text: str) -> None:
    """Check what a section's text links to, and the facts that it names."""
    for link in refused_links(text):
        raise ValidationError(
            _("“%(link)s” isn’t a valid link. Start it with https://, mailto: or tel:."),
            "refused_link",
            {"link": link},
        )
    for name in unknown_facts(text):
        raise ValidationError(
            _("“{%(name)s}” isn’t a placeholder. Available placeholders: %(names)s."),
            "unknown_fact",
            {"name": name, "names": ", ".join(f"{{{fact}}}" for fact in FACTS)},
        )


def validate_holiday_calendar(code: str) -> None:
    if code not in calendar_codes():
        raise ValidationError(
            _("We don’t know the public holidays of “%(code)s”. Use a code such as JP or GB-ENG."),
            "unknown_holiday_calendar",
            {"code": code},
        )
