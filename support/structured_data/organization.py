"""The organisation with its contact points, one for each department and language."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from support.contact_page import Viewpoint
from support.contact_page.lines.valid_until import day_period
from support.directory import DepartmentEntry, Directory, ServedLanguage
from support.models import Channel
from support.models.validators import fill_in
from support.parts import END_OF_TIME, Period, parts
from support.structured_data.hours_available import hours_available
from support.structured_data.json_ld import json_ld

# Of a contact point, by kind of channel; every other has a `url`.
_PROPERTIES = {Channel.Kind.EMAIL.value: "email", Channel.Kind.TELEPHONE.value: "telephone"}


def structured_data(
    directory: Directory,
    view: Viewpoint,
    page: str,
    *,
    department_page: str = "",
    department: str = "",
) -> SafeString:
    """Return the JSON-LD of the page at `page`, an absolute address.

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
    points = ",".join(
        points
        for each in directory.departments
        if department in ("", each.slug)
        if (points := _contact_points(each, view, addresses))
    )
    text = f'{json_ld(content)[:-1]},"contactPoint":[{points}]}}'
    return mark_safe(text)  # noqa: S308  # escaped for where it stands


def _contact_points(entry: DepartmentEntry, view: Viewpoint, addresses: str) -> str:
    """Return those of a department as JSON; they change as a day begins on one of its clocks."""
    address = addresses.replace("{slug}", entry.slug)
    return parts.get(
        "contact points",
        (entry,),
        (view.language, address),
        _period(entry, view.at),
        lambda: ",".join(
            json_ld(_contact_point(entry, served, view, address)) for served in entry.languages
        ),
    )


def _period(entry: DepartmentEntry, at: datetime) -> Period:
    zones = {zone for served in entry.languages for zone in served.zones}
    return parts.period(
        "days of a department",
        (entry,),
        (),
        at,
        lambda: min((day_period(zone, at).until for zone in zones), default=END_OF_TIME),
    )


def _contact_point(
    entry: DepartmentEntry, served: ServedLanguage, view: Viewpoint, address: str
) -> dict[str, Any]:
    addresses: dict[str, list[str]] = {"url": [address], "email": [], "telephone": []}
    for channel in entry.channels_in(served.tag):
        if channel.address:
            place = fill_in(channel.address, entry.slug, served.tag)
            addresses[_PROPERTIES.get(channel.kind, "url")].append(place)
    point: dict[str, Any] = {
        "@type": "ContactPoint",
        "contactType": entry.name.read(view.language),
        "availableLanguage": served.tag,
        **{name: _one_or_all(places) for name, places in addresses.items() if places},
    }
    # Without it nothing is said of hours, where they are not stated.
    hours = hours_available(served, view.at) if served.hours else []
    if hours:
        point["hoursAvailable"] = hours
    return point


def _one_or_all(values: list[str]) -> str | list[str]:
    return values[0] if len(values) == 1 else values
