from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from support.contact_page.lines.viewpoint import Viewpoint, Wording, wording
from support.directory import ContactChannel, Directory
from support.models import Channel
from support.parts import ALWAYS, parts


@dataclass(frozen=True, slots=True)
class ChannelCard:
    """A way to make contact; `address` is to be read, `href` to be followed, each may be empty."""

    slug: str
    kind: str
    name: Wording
    instructions: Wording
    address: str
    href: str


@dataclass(frozen=True, slots=True)
class AudienceGroup:
    audience: str
    name: str
    channels: tuple[ChannelCard, ...]


def channel_card(channel: ContactChannel, view: Viewpoint) -> ChannelCard:
    is_email = channel.kind == Channel.Kind.EMAIL
    return ChannelCard(
        channel.slug,
        channel.kind,
        wording(channel.name, view),
        wording(channel.instructions, view),
        channel.address if is_email else "",
        f"mailto:{channel.address}" if is_email and channel.address else channel.address,
    )


def audience_groups(directory: Directory, view: Viewpoint) -> tuple[AudienceGroup, ...]:
    """Return who may use which channel, for people who are served in the page's language."""
    channels = directory.channels_in(view.language)
    return parts.get(
        "audiences", channels, (view.language,), ALWAYS, lambda: tuple(_groups(channels, view))
    )


def _groups(channels: Sequence[ContactChannel], view: Viewpoint) -> Iterator[AudienceGroup]:
    for audience in Channel.Audience:
        cards = tuple(channel_card(each, view) for each in channels if each.audience == audience)
        if cards:
            yield AudienceGroup(audience.value, str(audience.label), cards)
