from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from support.directory.text import Text


@dataclass(frozen=True, slots=True, eq=False)
class ContactChannel:
    """`audience` is a short name, empty for everyone; {department} and {language} still stand in
    `address`."""

    slug: str
    kind: str
    audience: str
    name: Text
    instructions: Text
    address: str
    language: str


def channels_in(channels: Sequence[ContactChannel], language: str) -> tuple[ContactChannel, ...]:
    """Return those of a department's channels that are for people served in `language`.

    A channel for this language alone takes the place of the general one of its kind.
    """
    replaced = {channel.kind for channel in channels if channel.language == language}
    return tuple(
        channel
        for channel in channels
        if channel.language == language or (not channel.language and channel.kind not in replaced)
    )
