from __future__ import annotations

from dataclasses import dataclass

from support.contact_page.lines.viewpoint import Viewpoint, Wording, wording
from support.directory import OrganizationEntry
from support.locales.formatting import format_duration
from support.parts import ALWAYS, parts


@dataclass(frozen=True, slots=True)
class OrganizationCard:
    """What sections say of the organisation; a link or figure that is not known is empty."""

    name: str
    control_panel: Wording
    platform: str
    experts: Wording
    contributions: Wording
    reviews_url: str
    resource_centre_url: str
    response_time_limit: str
    response_time_average: str
    response_time_year: str


def organization_card(entry: OrganizationEntry, view: Viewpoint) -> OrganizationCard:
    """Return the card, the same object as long as nobody edits it."""
    return parts.get("organization", (entry,), (view.language,), ALWAYS, lambda: _card(entry, view))


def _card(entry: OrganizationEntry, view: Viewpoint) -> OrganizationCard:
    return OrganizationCard(
        entry.name,
        wording(entry.control_panel, view),
        entry.platform,
        wording(entry.experts, view),
        wording(entry.contributions, view),
        entry.reviews_url,
        entry.resource_centre_url,
        _duration(entry.response_time_limit, view),
        _duration(entry.response_time_average, view),
        str(entry.response_time_year or ""),
    )


def _duration(seconds: int | None, view: Viewpoint) -> str:
    return format_duration(seconds, view.language) if seconds else ""
