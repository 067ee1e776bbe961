"""What a visitor can choose in the form: a topic or a department, and a language of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from support.contact_page import Viewpoint
from support.contact_page.cards.topic_line import topic_lines
from support.contact_page.lines.viewpoint import Wording, wording
from support.directory import DepartmentEntry, Directory, TopicEntry
from support.locales.languages import language_name

_TOPIC, _DEPARTMENT = "topic", "department"


class Choice(NamedTuple):
    value: str
    words: Wording


@dataclass(frozen=True, slots=True)
class About:
    """What a message is about: a department and, perhaps, a topic of its."""

    department: DepartmentEntry | None = None
    topic: TopicEntry | None = None

    @property
    def value(self) -> str:
        if self.topic:
            return f"{_TOPIC}:{self.topic.slug}"
        return f"{_DEPARTMENT}:{self.department.slug}" if self.department else ""


def read_about(value: str, directory: Directory) -> About:
    """Return what was chosen; nothing of it where there is no such thing, or no longer."""
    kind, _, slug = value.partition(":")
    return about(directory, **{kind: slug}) if kind in (_TOPIC, _DEPARTMENT) else About()


def about(directory: Directory, department: str = "", topic: str = "") -> About:
    """Return the topic with its department, or else the department that has the short name, or had
    it."""
    entry = next((each for each in directory.topics if each.slug == topic), None)
    if entry:
        return About(directory.department(entry.department), entry)
    return About(directory.department(department) if department else None)


def topic_choices(directory: Directory, view: Viewpoint) -> list[Choice]:
    return [Choice(f"{_TOPIC}:{each.slug}", each.name) for each in topic_lines(directory, view)]


def department_choices(directory: Directory, view: Viewpoint) -> list[Choice]:
    return [
        Choice(f"{_DEPARTMENT}:{each.slug}", wording(each.name, view))
        for each in directory.departments
        if each.languages
    ]


def language_choices(
    directory: Directory, department: DepartmentEntry | None, language: str
) -> list[tuple[str, str]]:
    """Return the languages of the department or, without one, of all, by name."""
    entries: Iterable[DepartmentEntry] = [department] if department else directory.departments
    tags = {served.tag for entry in entries for served in entry.languages}
    names = ((tag, language_name(tag, language)) for tag in tags)
    return sorted(names, key=lambda choice: choice[1].casefold())


def chosen_language(department: DepartmentEntry | None, wanted: str, view: Viewpoint) -> str:
    """Return the language wanted if the department answers in it, else the first that it does of
    those that the visitor reads, English, and its own."""
    if department is None:
        return wanted or view.language
    tags = [served.tag for served in department.languages]
    liked = (wanted, *view.languages_read, view.language, "en", *tags)
    return next((tag for tag in liked if tag in tags), "")
