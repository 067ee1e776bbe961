"""Where the hours of a department can be subscribed to, language by language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse

from support.contact_page import Viewpoint
from support.contact_page.cards.language_row import LanguageRow
from support.contact_page.cards.service import opens_again
from support.contact_page.lines.state_line import StateLine
from support.directory import DepartmentEntry, ServedLanguage
from support.schedule import Interval, State
from support.site.addresses import page_path
from support.site.reminders import Reminder, event_title, reminders

_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class CalendarLinks:
    """`subscribe` and `address` are absolute; `remind` is empty where it is not closed now, or does
    not open within the time of the calendar, and `reminders` are as well."""

    tag: str
    name: str
    subscribe: str
    address: str
    remind: str
    reminders: tuple[Reminder, ...]


def calendar_links(
    rows: Iterable[LanguageRow],
    entry: DepartmentEntry,
    organization: str,
    view: Viewpoint,
    root: str,
) -> Iterator[CalendarLinks]:
    """Yield those of the languages with stated hours; `root` is the site's address without the last
    slash."""
    host = root.partition("://")[2]
    served_by_tag = {served.tag: served for served in entry.languages}
    for row in rows:
        if row.state.state is State.UNSCHEDULED:
            continue
        served = served_by_tag[row.tag]
        opening = next_opening(served, row.state, view.at)
        where = [view.language, entry.slug, row.tag]
        path = reverse("calendar_feed", args=where)
        title = event_title(organization, entry, served, view.language)
        page = f"{root}{page_path(view.language, entry.slug)}"
        yield CalendarLinks(
            row.tag,
            row.name,
            f"webcal://{host}{path}",
            f"{root}{path}",
            reverse("next_opening", args=where) if opening else "",
            reminders(opening, title, page) if opening else (),
        )


def next_opening(served: ServedLanguage, line: StateLine, at: datetime) -> Interval | None:
    """Return the hours that come next where it is closed at `at`, if they do within the time of the
    calendar; what never ends is told by its first hour."""
    if not opens_again(line, at):
        return None
    start = datetime.fromisoformat(line.changes_at)
    return Interval(start, served.timetable.next_change(start) or start + _HOUR)
