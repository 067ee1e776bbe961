from __future__ import annotations

from dataclasses import dataclass

from support.contact_page.lines.viewpoint import Viewpoint, Wording, wording
from support.directory import Directory
from support.parts import ALWAYS, parts


@dataclass(frozen=True, slots=True)
class TopicLine:
    """What a visitor may have come about; `department` is the short name of the one that helps."""

    slug: str
    name: Wording
    department: str
    search_words: str


def topic_lines(directory: Directory, view: Viewpoint) -> tuple[TopicLine, ...]:
    """Return the topics, the same objects as long as nobody edits one."""
    return parts.get(
        "topics",
        directory.topics,
        (view.language,),
        ALWAYS,
        lambda: tuple(
            TopicLine(
                entry.slug,
                wording(entry.name, view),
                entry.department,
                entry.search_words.read(view.language),
            )
            for entry in directory.topics
        ),
    )
