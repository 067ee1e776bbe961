"""What the visitor of a conversation sees: their languages, their clock, what the page said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _

from support.contact_page import Viewpoint
from support.contact_page.lines.state_line import state_line
from support.conversations.desk.words import StaffView
from support.conversations.models import Conversation
from support.directory import Directory, NotRecorded, directory_of, rows_at
from support.locales.formatting import format_moment, format_moment_in_full
from support.locales.zones import UTC, zone_name


@dataclass(frozen=True, slots=True)
class VisitorSide:
    """All in words of staff; what is not known is empty. `page` leads to the page as it was."""

    language: str
    page_language: str
    zone: str
    clock: str
    wrote: str
    promised: str
    state_then: str
    page: str


def visitor_side(conversation: Conversation, view: StaffView) -> VisitorSide:
    zone = conversation.zone or UTC
    wrote, promised = conversation.created_at, conversation.promised_at
    return VisitorSide(
        view.language_name(conversation.language),
        view.language_name(conversation.page_language),
        zone_name(zone, view.language),
        format_moment(view.at, zone, view.language, None),
        format_moment_in_full(wrote, zone, view.language),
        format_moment(promised, zone, view.language, wrote) if promised else "",
        _state_then(conversation, zone, view),
        _page_then(conversation, zone, wrote),
    )


def _state_then(conversation: Conversation, zone: str, view: StaffView) -> str:
    """Return what the page said of the hours when they wrote, by the history."""
    at = conversation.created_at
    directory = _directory_then(conversation, view)
    entry = directory.department(conversation.department) if directory else None
    for served in entry.languages if entry else ():
        if served.tag == conversation.language:
            seen = Viewpoint(view.language, at, zone)
            line = state_line(served, served.timetable.status(at), seen)
            # Translators: a state of hours and its next change, such as “Open” and “until 18:00”.
            return _("{state}, {change}").format(state=line.word, change=line.change)
    return ""


def _directory_then(conversation: Conversation, view: StaffView) -> Directory | None:
    if conversation.revision == view.directory.revision:
        return view.directory
    try:
        return directory_of(rows_at(conversation.created_at), conversation.revision)
    except NotRecorded:
        return None


def _page_then(conversation: Conversation, zone: str, wrote: datetime) -> str:
    local = wrote.astimezone(ZoneInfo(zone))
    asked = {
        "language": conversation.page_language,
        "date": f"{local:%Y-%m-%d}",
        "time": f"{local:%H:%M}",
        "zone": zone,
        "saved": "then",
    }
    return f"{reverse('admin:contact_page_at')}?{urlencode(asked)}"
