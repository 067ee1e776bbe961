from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from support.directory.text import Text


@dataclass(frozen=True, slots=True)
class ContactChannel:
    slug: str
    kind: str
    audience: str
    name: Text
    instructions: Text
    address: str
    language: str
    departments: tuple[str, ...]


def channels_in(channels: Sequence[ContactChannel], language: str) -> tuple[ContactChannel, ...]:
    """Those for people who are served in `language`.

    One that is only for this language takes the place of the general one of its kind that leads
    to the same department.
    """
    replaced = {
        (channel.kind, department)
        for channel in channels
        if channel.language == language
        for department in channel.departments
    }
    return tuple(
        channel
        for channel in channels
        if channel.language == language
        or (
            not channel.language
            and not any(
                kind == channel.kind and slug in channel.departments for kind, slug in replaced
            )
        )
    )
