"""What a badge says, a pure function of (directory, names, language, instant, clock).

Call it with the site language active. The words of a state are the contact page's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from support.badge.asked_for import Clock
from support.contact_page import Viewpoint
from support.contact_page.lines.carried_time import carried_time
from support.contact_page.lines.midnight import next_midnight
from support.contact_page.lines.state_line import StateLine, state_line
from support.contact_page.lines.viewpoint import Wording, wording
from support.directory import DepartmentEntry, ServedLanguage
from support.locales.languages import direction, language_name
from support.schedule import Status


@dataclass(frozen=True, slots=True)
class Badge:
    """At one instant. `served` is empty where it is the language that the badge is written in."""

    locale: str
    department: str
    language: str
    name: Wording
    served: str
    state: StateLine
    changes_at: datetime | None

    @property
    def heading(self) -> str:
        """Return the department, with its language where that is another than the badge's."""
        if not self.served:
            return self.name.text
        # Translators: {department}: “Sales”, {language}: “Japanese”.
        return _("{department} · {language}").format(
            department=self.name.text, language=self.served
        )

    @property
    def title(self) -> str:
        """Return all that the badge says, in a line."""
        # Translators: {what}: “Sales · Japanese”, {state}: “Open”, {change}: “until 18:00”.
        return _("{what}: {state} · {change}").format(
            what=self.heading, state=self.state.word, change=self.state.change
        )


def badge(
    entry: DepartmentEntry, served: ServedLanguage, locale: str, at: datetime, clock: Clock
) -> Badge:
    status = served.timetable.status(at)
    view = Viewpoint(locale, at, clock.zone)
    return Badge(
        locale,
        entry.slug,
        served.tag,
        wording(entry.name, view),
        _served(served, locale),
        state_line(served, status, view, names_zone=clock.is_named),
        status.changes_at,
    )


def carried_badge(
    entry: DepartmentEntry, served: ServedLanguage, locale: str, at: datetime, clock: Clock
) -> dict[str, Any]:
    """Return each state of two weeks with its words on each day; a program then asks no more.

    Instants are seconds since 1970. The first state has begun when the carried time does; what
    comes at “until” is not known. It is another answer with the UTC day, not with the minute.
    """
    start, end = carried_time(at)
    view = Viewpoint(locale, at, clock.zone)
    name = wording(entry.name, view)
    words: dict[str, str] = {}
    states: list[list[Any]] = []
    for begins, status in _statuses(served, start, end, clock):
        line = state_line(served, status, replace(view, at=begins), names_zone=clock.is_named)
        words[line.state.value] = line.word
        said = [line.state.value, line.change]
        if not states or states[-1][1:] != said:
            states.append([int(begins.timestamp()), *said])
    return {
        "department": entry.slug,
        "language": served.tag,
        "locale": locale,
        "dir": direction(locale),
        "name": name.text,
        "name_lang": name.lang or locale,
        "served": _served(served, locale),
        "words": words,
        "states": states,
        "until": int(end.timestamp()),
    }


def _statuses(
    served: ServedLanguage, start: datetime, end: datetime, clock: Clock
) -> Iterator[tuple[datetime, Status]]:
    """Yield the states, each from when it begins, and anew with each day on which it is told."""
    zones = [clock.zone] if clock.zone else sorted(served.zones)
    at = start
    status = served.timetable.status(at)
    while at < end:
        yield at, status
        change = status.changes_at or end
        at = min([change, *(next_midnight(at, zone) for zone in zones)])
        if at == change and at < end:
            status = served.timetable.status(at)


def _served(served: ServedLanguage, locale: str) -> str:
    return "" if served.tag == locale else language_name(served.tag, locale)
