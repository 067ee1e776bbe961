"""Where the hours of a department can be subscribed to, language by language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse

from support.contact_page import Viewpoint
from support.contact_page.cards.language_row import LanguageRow
from support.contact_page.lines.state_line import StateLine
from support.schedule import State

FEED_LENGTH = timedelta(days=2 * 365)


@dataclass(frozen=True, slots=True)
class CalendarLinks:
    """`subscribe` and `address` are absolute; `remind` is empty where it is not closed now, or does
    not open within the time of the calendar."""

    tag: str
    name: str
    subscribe: str
    address: str
    remind: str


def calendar_links(
    rows: Iterable[LanguageRow], department: str, view: Viewpoint, root: str
) -> Iterator[CalendarLinks]:
    """Yield those of the languages with stated hours; `root` is the site's address without the last
    slash."""
    host = root.partition("://")[2]
    for row in rows:
        if row.state.state is State.UNSCHEDULED:
            continue
        where = [view.language, department, row.tag]
        path = reverse("calendar_feed", args=where)
        remind = reverse("next_opening", args=where) if _opens(row.state, view.at) else ""
        yield CalendarLinks(row.tag, row.name, f"webcal://{host}{path}", f"{root}{path}", remind)


def _opens(line: StateLine, at: datetime) -> bool:
    if line.state is not State.CLOSED or not line.changes_at:
        return False
    return datetime.fromisoformat(line.changes_at) < at + FEED_LENGTH
