"""When a message is read, said before it is sent: a pure function of the directory and an instant.

Call it with the language of the page active.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from support.contact_page import Viewpoint
from support.contact_page.lines.state_line import change_words, with_zone
from support.contact_page.lines.viewpoint import Wording, wording
from support.contact_page.lines.zone_of_change import zone_of_change
from support.conversations.site.choices import chosen_language
from support.directory import DepartmentEntry, Directory, ServedLanguage
from support.locales.formatting import format_moment, join
from support.locales.languages import language_name
from support.locales.zones import zone_name
from support.schedule import State


@dataclass(frozen=True, slots=True)
class Promise:
    """When a department reads what is written in a language; `others` says who answers now in
    what the visitor reads, where it does not."""

    department: Wording
    language: str
    state: str
    words: str
    others: tuple[str, ...] = ()


def promises(
    directory: Directory, entry: DepartmentEntry | None, tag: str, view: Viewpoint
) -> list[Promise]:
    """Return the promise of a department in a language; without a department that of each, in a
    language of its own where it has not this one."""
    if entry:
        served = _served(entry, tag)
        others = others_now(directory, entry, tag, view)
        return [_promise(entry, served, view, others)] if served else []
    found = (
        (each, _served(each, chosen_language(each, tag, view))) for each in directory.departments
    )
    return [_promise(each, served, view) for each, served in found if served]


def promised_words(promised: datetime, at: datetime, view: Viewpoint, zone: str) -> str:
    """Return when a message that has been sent is read, on the clock of `zone`."""
    if promised <= at:
        return _now()
    return format_moment(promised, zone, view.language, at)


def others_now(
    directory: Directory, entry: DepartmentEntry, tag: str, view: Viewpoint
) -> tuple[str, ...]:
    """Return who answers now in a language that the visitor reads, while the department does not in
    the one that they chose: itself in others, and the first other department in what is left."""
    served = _served(entry, tag)
    if served is None or _is_open(served, view):
        return ()
    read = [tag, *view.languages_read, view.language, "en"]
    own = _open_tags(entry, read, view)
    left = [each for each in read if each not in own]
    rest = ((each, _open_tags(each, left, view)) for each in directory.departments)
    other = next(((each, tags) for each, tags in rest if tags), (entry, []))
    found = [(entry, own), other]
    return tuple(_answers_now(each, tags, view) for each, tags in found if tags)


def _open_tags(entry: DepartmentEntry, read: Sequence[str], view: Viewpoint) -> list[str]:
    return [each.tag for each in entry.languages if each.tag in read and _is_open(each, view)]


def _answers_now(entry: DepartmentEntry, tags: Sequence[str], view: Viewpoint) -> str:
    languages = join([language_name(tag, view.language) for tag in tags], view.language)
    # Translators: {department}: “Customer Support”, {languages}: “English and French”.
    return _("{department} is available right now in {languages}.").format(
        department=entry.name.read(view.language), languages=languages
    )


def _is_open(served: ServedLanguage, view: Viewpoint) -> bool:
    return served.timetable.status(view.at).state is State.OPEN


def _promise(
    entry: DepartmentEntry, served: ServedLanguage, view: Viewpoint, others: tuple[str, ...] = ()
) -> Promise:
    return Promise(
        wording(entry.name, view),
        language_name(served.tag, view.language),
        served.timetable.status(view.at).state.value,
        _words(served, view),
        others,
    )


def _words(served: ServedLanguage, view: Viewpoint) -> str:
    status = served.timetable.status(view.at)
    if status.state is State.OPEN:
        return _now()
    if status.state is State.UNSCHEDULED or status.changes_at is None:
        return change_words(status, view.zone or "UTC", view.language, view.at, names_zone=False)
    zone = view.zone or zone_of_change(served, status.changes_at, opens=True)
    moment = format_moment(status.changes_at, zone, view.language, view.at)
    name = _("your time zone") if view.zone else zone_name(zone, view.language)
    return with_zone().format(words=moment, zone=name)


def _now() -> str:
    # Translators: after “Sales · Japanese:”, of the moment at which a message is read.
    return pgettext("when a message is read", "now")


def _served(entry: DepartmentEntry, tag: str) -> ServedLanguage | None:
    return next((each for each in entry.languages if each.tag == tag), None)
