"""What the contact page shows: a pure function of (directory, language, instant, zone).

    Directory -> services -> answer, department cards, product cards, … -> ContactPage -> template

Call it with the page's language active (`translation.override`). It asks no database and no
clock, and its words change only when a state does. What reads as it did is the same object as
before, so that only what reads differently is worked out and rendered anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from support.contact_page.cards.answer import Answer, answer
from support.contact_page.cards.channel_card import AudienceGroup, ChannelCard, audience_groups
from support.contact_page.cards.department_card import DepartmentCard, department
from support.contact_page.cards.organization_card import OrganizationCard, organization_card
from support.contact_page.cards.product_card import ProductCard, product_card
from support.contact_page.cards.service import Service
from support.contact_page.cards.week_picture import WeekPicture, week_picture
from support.contact_page.lines.carried_time import carried_time
from support.contact_page.lines.valid_until import spell_for_good, valid_until
from support.contact_page.lines.viewpoint import Viewpoint
from support.contact_page.week.week_words import week_words
from support.directory import Directory
from support.locales.formatting import join
from support.locales.languages import language_name
from support.locales.zones import UTC
from support.models import Channel

__all__ = ["ContactPage", "Viewpoint", "contact_page", "valid_until"]


@dataclass(frozen=True, slots=True)
class ContactPage:
    """`week` is the picture of all departments; `week_words` is what JavaScript draws it with."""

    answer: Answer
    departments: tuple[DepartmentCard, ...]
    audiences: tuple[AudienceGroup, ...]
    products: tuple[ProductCard, ...]
    organization: OrganizationCard
    round_the_clock: str
    week: WeekPicture | None
    week_words: str

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


class _Standing(NamedTuple):
    """What stands on the page at any time."""

    audiences: tuple[AudienceGroup, ...]
    products: tuple[ProductCard, ...]
    organization: OrganizationCard


def contact_page(directory: Directory, view: Viewpoint) -> ContactPage:
    departments = [department(entry, view) for entry in directory.departments]
    services = [service for each in departments for service in each.services]
    standing = spell_for_good(directory, view.at).once(
        view.language, lambda: _standing(directory, view)
    )
    return ContactPage(
        answer(services, view),
        tuple(each.card for each in departments),
        *standing,
        _round_the_clock(services, view),
        week_picture(services, view.zone or UTC, view),
        week_words(view.language, carried_time(view.at).start.date()),
    )


def _standing(directory: Directory, view: Viewpoint) -> _Standing:
    return _Standing(
        tuple(audience_groups(directory, view)),
        tuple(product_card(entry, view) for entry in directory.products),
        organization_card(directory.organization, view),
    )


def _round_the_clock(services: Sequence[Service], view: Viewpoint) -> str:
    """The languages that some department answers in at every hour of every day, as a list."""
    tags = {
        service.tag: None
        for service in services
        if service.is_open and service.status.changes_at is None
    }
    return join([language_name(tag, view.language) for tag in tags], view.language)
