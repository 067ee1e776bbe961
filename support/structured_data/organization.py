"""The organisation with its contact points, one for each department and language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from support.contact_page import Viewpoint
from support.directory import ContactChannel, DepartmentEntry, Directory, ServedLanguage
from support.models import Channel
from support.structured_data.hours_available import hours_available


def organization(
    directory: Directory,
    view: Viewpoint,
    page: str,
    *,
    department_page: str = "",
    department: str = "",
) -> dict[str, Any]:
    """As the page at `page`, an absolute address, tells of it.

    `department_page` is the absolute address of a department's page, with {slug} where its slug
    stands; without it, departments are found on `page`. With `department`, the slug of one, the
    others are left out.
    """
    entry = directory.organization
    addresses = department_page or f"{page}#{{slug}}"
    content: dict[str, Any] = {"@context": "https://schema.org", "@type": "Organization"}
    if entry.name:
        content["name"] = entry.name
    content["url"] = entry.website_url or page
    content["contactPoint"] = [
        _contact_point(each, served, view, addresses.replace("{slug}", each.slug))
        for each in directory.departments
        if department in ("", each.slug)
        for served in each.languages
    ]
    return content


def _contact_point(
    entry: DepartmentEntry, served: ServedLanguage, view: Viewpoint, address: str
) -> dict[str, Any]:
    channels = entry.channels_in(served.tag)
    point: dict[str, Any] = {
        "@type": "ContactPoint",
        "contactType": entry.name.read(view.language),
        "availableLanguage": served.tag,
        "url": _one_or_all([address, *_links(channels)]),
    }
    emails = [channel.address for channel in channels if _is_email(channel)]
    if emails:
        point["email"] = _one_or_all(emails)
    # Without it nothing is said of hours, where they are not stated.
    hours = hours_available(served, view.at) if served.hours else []
    if hours:
        point["hoursAvailable"] = hours
    return point


def _is_email(channel: ContactChannel) -> bool:
    return bool(channel.address) and channel.kind == Channel.Kind.EMAIL


def _links(channels: Sequence[ContactChannel]) -> Iterator[str]:
    for channel in channels:
        if channel.address and channel.kind != Channel.Kind.EMAIL:
            yield channel.address


def _one_or_all(values: list[str]) -> str | list[str]:
    return values[0] if len(values) == 1 else values
