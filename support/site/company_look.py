"""What the company looks like, as pages, badges and the desk show it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from support.directory import OrganizationEntry
from support.look.colours import COLOUR, dark_accent, light_accent
from support.look.images import stored_image


@dataclass(frozen=True, slots=True)
class Look:
    """The company's name, its colour on light and dark ground, and its images. Style sheets, images
    and the card, which is the picture of links to a page, are addresses. Each may be empty."""

    name: str = ""
    on_light: str = ""
    on_dark: str = ""
    stylesheet: str = ""
    desk_stylesheet: str = ""
    icon: str = ""
    icon_type: str = ""
    logo: str = ""
    logo_width: int = 0
    logo_height: int = 0
    card: str = ""


def look_of(organization: OrganizationEntry) -> Look:
    """Return the look; a name or a colour that is none, whoever stored it, counts for nothing."""
    colour = organization.colour if COLOUR.fullmatch(organization.colour) else ""
    icon, logo = stored_image(organization.icon), stored_image(organization.logo)
    return Look(
        organization.name,
        light_accent(colour).colour if colour else "",
        dark_accent(colour).colour if colour else "",
        reverse("look_colour", args=[colour[1:]]) if colour else "",
        reverse("look_desk", args=[colour[1:]]) if colour else "",
        reverse("look_image", args=[icon.name]) if icon else "",
        icon.media_type if icon else "",
        reverse("look_image", args=[logo.name]) if logo else "",
        # The file has twice as many dots as are shown, and a header has room for so much.
        *((logo.width // 2, logo.height // 2) if logo else (0, 0)),
        reverse("look_card", args=[colour[1:] or "plain", logo.name]) if logo else "",
    )
