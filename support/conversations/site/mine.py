"""The conversations of a browser, by which they are found again."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.views.decorators.http import require_safe

from support.conversations.access import remembered
from support.conversations.models import Conversation
from support.conversations.site.arriving import conversation_path
from support.conversations.site.frame import frame_of, page, private
from support.conversations.site.shown import clock_of, department_name
from support.directory import Directory
from support.directory.current import current_directory
from support.locales.formatting import format_wall_moment
from support.site.unavailable import unavailable


@dataclass(frozen=True, slots=True)
class Mine:
    path: str
    department: str
    state: str
    when: str


@require_safe
def mine(request: HttpRequest, language: str) -> HttpResponse:
    """List what the browser's cookie has, the last written first; to everybody else nothing."""
    directory = current_directory.get()
    try:
        rows = Conversation.objects.filter(public_id__in=remembered(request))
        found = list(rows.order_by("-last_message_at"))
    except DatabaseError:
        return private(unavailable(request))
    with translation.override(language):
        context = {
            "frame": frame_of(request, language, directory, "conversations"),
            "conversations": [_mine(each, directory, language) for each in found],
        }
        return page(render_to_string("support/conversations/mine.html", context), language)


def _mine(row: Conversation, directory: Directory, language: str) -> Mine:
    at = row.last_message_at.astimezone(ZoneInfo(clock_of(row, directory)))
    return Mine(
        conversation_path(language, row.public_id),
        department_name(row, directory, language),
        row.get_state_display(),
        format_wall_moment(at, language),
    )
