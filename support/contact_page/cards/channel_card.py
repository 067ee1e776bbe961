from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from support.contact_page.lines.viewpoint import NO_WORDING, Viewpoint, Wording, wording
from support.contact_page.lines.write_path import write_path
from support.directory import AudienceEntry, ContactChannel, Directory
from support.models import Channel
from support.models.validators import fill_in
from support.parts import ALWAYS, parts

# Without an address elsewhere, these are here.
_WRITTEN_HERE = (Channel.Kind.CHAT.value, Channel.Kind.FORM.value)

_SCHEMES = {Channel.Kind.EMAIL.value: "mailto:", Channel.Kind.TELEPHONE.value: "tel:"}


@dataclass(frozen=True, slots=True)
class ChannelCard:
    """A way to make contact; `address` is to be read, `href` to be followed, each may be empty.

    `target` is where its name leads: to its address or, without one, to its instructions.
    """

    slug: str
    kind: str
    name: Wording
    instructions: Wording
    address: str
    href: str

    @property
    def target(self) -> str:
        return self.href or f"#channel-{self.slug}"


@dataclass(frozen=True, slots=True)
class AudienceGroup:
    """The channels of an audience; without a name, those for everyone."""

    name: Wording
    summary: Wording
    channels: tuple[ChannelCard, ...]


def channel_cards(
    channels: Iterable[ContactChannel], view: Viewpoint, department: str = "", language: str = ""
) -> tuple[ChannelCard, ...]:
    """Return the cards of the channels that say how to use them.

    `department` and `language` are filled into their addresses; without a language, the page's.
    """
    cards = (_card(each, view, department, language or view.language) for each in channels)
    return tuple(card for card in cards if card.href or card.instructions)


def _card(channel: ContactChannel, view: Viewpoint, department: str, language: str) -> ChannelCard:
    scheme = _SCHEMES.get(channel.kind, "")
    if scheme:
        address = channel.address
        # A number is dialled without what makes it readable.
        dialled = re.sub(r"[ ./-]", "", address) if scheme == "tel:" else address
        href = f"{scheme}{dialled}" if address else ""
    else:
        address, href = "", fill_in(channel.address, department, language)
        if not href and channel.kind in _WRITTEN_HERE:
            href = write_path(view.language, department, language)
    return ChannelCard(
        channel.slug,
        channel.kind,
        wording(channel.name, view),
        wording(channel.instructions, view),
        address,
        href,
    )


def audience_groups(directory: Directory, view: Viewpoint) -> tuple[AudienceGroup, ...]:
    """Return who may use which channel, for people who are served in the page's language."""
    channels, audiences = directory.channels_in(view.language), directory.audiences
    return parts.get(
        "audiences",
        (*audiences, *channels),
        (view.language,),
        ALWAYS,
        lambda: tuple(_groups(audiences, channels, view)),
    )


def _groups(
    audiences: Sequence[AudienceEntry], channels: Sequence[ContactChannel], view: Viewpoint
) -> Iterator[AudienceGroup]:
    for entry in (*audiences, None):
        slug = entry.slug if entry else ""
        cards = channel_cards([each for each in channels if each.audience == slug], view)
        if cards:
            name = wording(entry.name, view) if entry else NO_WORDING
            summary = wording(entry.summary, view) if entry else NO_WORDING
            yield AudienceGroup(name, summary, cards)
