"""What the contact page shows: a pure function of (directory, language, instant, zone).

    Directory -> answer, department cards, product cards, … -> ContactPage -> template

Call it with the page's language active (`translation.override`). It asks no database and no
clock, and its words change only when a state does.
"""

from __future__ import annotations

from dataclasses import dataclass

from support.contact_page.answer import Answer, answer
from support.contact_page.channel_card import AudienceGroup, ChannelCard, audience_groups
from support.contact_page.department_card import DepartmentCard, department_card
from support.contact_page.holds_until import holds_until
from support.contact_page.organization_card import OrganizationCard, organization_card
from support.contact_page.product_card import ProductCard, product_card
from support.contact_page.viewpoint import Viewpoint
from support.directory import Directory
from support.formatting import join
from support.languages import language_name
from support.models import Channel

__all__ = ["ContactPage", "Viewpoint", "contact_page", "holds_until"]


@dataclass(frozen=True, slots=True)
class ContactPage:
    answer: Answer
    departments: tuple[DepartmentCard, ...]
    audiences: tuple[AudienceGroup, ...]
    products: tuple[ProductCard, ...]
    organization: OrganizationCard
    round_the_clock: str

    @property
    def static_hosting_channels(self) -> tuple[ChannelCard, ...]:
        """They have a section of their own."""
        return tuple(
            channel
            for group in self.audiences
            if group.audience == Channel.Audience.STATIC
            for channel in group.channels
        )

    @property
    def other_audiences(self) -> tuple[AudienceGroup, ...]:
        return tuple(g for g in self.audiences if g.audience != Channel.Audience.STATIC)


def contact_page(directory: Directory, view: Viewpoint) -> ContactPage:
    return ContactPage(
        answer(directory, view),
        tuple(department_card(entry, view) for entry in directory.departments),
        tuple(audience_groups(directory, view)),
        tuple(product_card(entry, view) for entry in directory.products),
        organization_card(directory.organization, view),
        _round_the_clock(directory, view),
    )


def _round_the_clock(directory: Directory, view: Viewpoint) -> str:
    """The languages that some department answers in at every hour of every day, as a list."""
    tags = {
        served.tag: None
        for entry in directory.departments
        for served in entry.languages
        if served.timetable.is_open(view.at) and served.timetable.next_change(view.at) is None
    }
    return join([language_name(tag, view.language) for tag in tags], view.language)
