"""What a badge is asked to show: each name read, or refused with what would be right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from support.api.errors import BadParameter
from support.api.parameters import Parameters, find_department, read_locale
from support.directory import DepartmentEntry, Directory, ServedLanguage
from support.locales.formatting import join_or
from support.locales.languages import UnknownLanguage, normalize_tag
from support.locales.site_language import nearest_site_language
from support.locales.zone_search import find_zones
from support.locales.zones import zone_keys
from support.models.publicity import Standing

_MOST_PROPOSED = 3


@dataclass(frozen=True, slots=True)
class Clock:
    """State by whose clock a badge tells moments: `zone` is None for that of the hours.

    It is named unless it is the visitor's own.
    """

    zone: str | None = None
    is_named: bool = True


CLOCK_OF_THE_HOURS = Clock()


def find_service(
    directory: Directory, slug: str | None, tag: str | None, now: datetime
) -> tuple[DepartmentEntry, ServedLanguage]:
    """Find a department, by a short name that it has or had, and its language, in any case.

    Raises BadParameter: 400 without a name, 404 for a wrong one, 410 for a department that is no
    longer shown.
    """
    entry = _department(directory, slug, now)
    return entry, _language(entry, tag)


def read_site_language(locale: str) -> str:
    """Read a part of an address. Raises BadParameter."""
    try:
        return read_locale({"locale": locale})
    except BadParameter as error:
        raise BadParameter(error.parameter, error.message, 404) from error


def read_locale_or_page(parameters: Parameters) -> str:
    """Read “locale”, which must be a language of the site, or “page_lang”, whatever a host page
    has."""
    if "locale" in parameters:
        return read_locale(parameters)
    return nearest_site_language(parameters.get("page_lang", "")) or "en"


def read_clock(parameters: Parameters) -> Clock:
    """Read “zone”, which must be one, or “visitor_zone”, whatever a browser has."""
    zone = parameters.get("zone")
    if zone is not None:
        if zone not in zone_keys():
            raise BadParameter("zone", _no_zone(zone))
        return Clock(zone)
    own = parameters.get("visitor_zone")
    return Clock(own, is_named=False) if own in zone_keys() else CLOCK_OF_THE_HOURS


def _no_zone(text: str) -> str:
    """Say what would be right: the zones that the text may mean, as far as any are known."""
    keys = find_zones(text, "en")[:_MOST_PROPOSED] or ("Asia/Tokyo", "UTC")
    return (
        f"“{text[:60]}” is not a time zone. Write a key of the IANA database, such as "
        f"{join_or(keys, 'en')}."
    )


def _department(directory: Directory, slug: str | None, now: datetime) -> DepartmentEntry:
    published = directory.published(now)
    if not slug:
        slugs = ", ".join(entry.slug for entry in published.departments)
        raise BadParameter("department", f"Name a department. There are: {slugs}.")
    meant = directory.department(slug)
    if meant and meant.publicity.at(now) is Standing.GONE:
        message = f"The department “{meant.slug}” is no longer shown."
        raise BadParameter("department", message, 410)
    return find_department(published, slug)


def _language(entry: DepartmentEntry, tag: str | None) -> ServedLanguage:
    tags = ", ".join(served.tag for served in entry.languages) or "none"
    if not tag:
        message = f"Name a language. The department “{entry.slug}” serves: {tags}."
        raise BadParameter("language", message)
    for served in entry.languages:
        if served.tag == _usual_case(tag):
            return served
    message = f"The department “{entry.slug}” does not serve “{tag[:60]}”. It serves: {tags}."
    raise BadParameter("language", message, 404)


def _usual_case(tag: str) -> str:
    try:
        return normalize_tag(tag)
    except UnknownLanguage:
        return tag
