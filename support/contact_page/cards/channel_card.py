from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from support.contact_page.lines.viewpoint import Viewpoint, Wording, wording
from support.directory import ContactChannel, Directory
from support.models import Channel


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


def audience_groups(directory: Directory, view: Viewpoint) -> Iterator[AudienceGroup]:
    """Who may use which channel, for people who are served in the page's language."""
    for audience in Channel.Audience:
        channels = tuple(
            channel_card(channel, view)
            for channel in directory.channels_in(view.language)
            if channel.audience == audience
        )
        if channels:
            yield AudienceGroup(audience.value, str(audience.label), channels)
