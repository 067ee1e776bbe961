"""What a program asks with: each parameter read, or refused with what would be right."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.http import HttpRequest

from support.api.errors import BadParameter
from support.directory import DepartmentEntry, Directory
from support.locales.languages import SITE_LANGUAGES, UnknownLanguage, normalize_tag
from support.locales.rfc3339 import InvalidInstant, parse_instant
from support.schedule import InstantOutOfRange, to_utc

Parameters = dict[str, str]

_USUAL_RANGE = timedelta(days=14)
_LONGEST_RANGE = timedelta(days=366)


def read_parameters(request: HttpRequest, known: set[str]) -> Parameters:
    """Read each parameter at most once. Raises BadParameter for one that is not known."""
    for name, values in request.GET.lists():
        if name not in known:
            choice = ", ".join(sorted(known)) or "none"
            raise BadParameter(name[:60], f"There is no such parameter. Known are: {choice}.")
        if len(values) > 1:
            raise BadParameter(name, "The parameter is given more than once.")
    return {name: str(value) for name, value in request.GET.items()}


def read_instant(parameters: Parameters, name: str, default: datetime) -> datetime:
    """Read an instant, or return the default to the second."""
    text = parameters.get(name)
    if text is None:
        return default.replace(microsecond=0)
    try:
        at = parse_instant(text)
        to_utc(at)
    except (InvalidInstant, InstantOutOfRange, OverflowError) as error:
        raise BadParameter(name, str(error)) from error
    return at


def read_range(parameters: Parameters, now: datetime) -> tuple[datetime, datetime]:
    """Read “from” and “to”: from now, if left out, and for two weeks."""
    start = read_instant(parameters, "from", now)
    try:
        end = read_instant(parameters, "to", start + _USUAL_RANGE)
        to_utc(end)
    except (InstantOutOfRange, OverflowError) as error:
        raise BadParameter("to", str(error)) from error
    if end < start and "from" in parameters:
        raise BadParameter("to", "“to” is before “from”. Exchange the two.")
    if end < start:
        message = "“to” is before now, which “from” is if it is left out. Give “from” as well."
        raise BadParameter("to", message)
    if end - start > _LONGEST_RANGE:
        message = f"From “from” to “to” may be at most {_LONGEST_RANGE.days} days."
        raise BadParameter("to", message)
    return start, end


def read_locale(parameters: Parameters) -> str:
    tag = parameters.get("locale", "en")
    if tag not in SITE_LANGUAGES:
        choice = ", ".join(SITE_LANGUAGES)
        raise BadParameter("locale", f"“{tag[:60]}” is not a language of the site: {choice}.")
    return tag


def read_department(parameters: Parameters, directory: Directory) -> str | None:
    """Return the short name that the department has now, for any that it had."""
    slug = parameters.get("department")
    return None if slug is None else find_department(directory, slug).slug


def find_department(directory: Directory, slug: str) -> DepartmentEntry:
    """Return the department that has the short name, or had it. Raises BadParameter, 404."""
    entry = directory.department(slug)
    if entry is None:
        slugs = ", ".join(each.slug for each in directory.departments) or "none"
        message = f"There is no department “{slug[:60]}”. There are: {slugs}."
        raise BadParameter("department", message, 404)
    return entry


def read_language(parameters: Parameters, directory: Directory) -> str | None:
    """Return the tag in its usual case. Raises BadParameter, 404, for one that nobody serves or
    that is no language."""
    tag = parameters.get("language")
    if tag is None:
        return None
    served = {s.tag for entry in directory.departments for s in entry.languages}
    try:
        tag = normalize_tag(tag)
    except UnknownLanguage as error:
        message = f"“{tag[:60]}” is not a BCP 47 tag of a language."
        raise BadParameter("language", message, 404) from error
    if tag not in served:
        message = f"No department serves “{tag}”. Served are: {', '.join(sorted(served))}."
        raise BadParameter("language", message, 404)
    return tag
