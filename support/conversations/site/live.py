"""What is new in a conversation, as JSON, for a page that stays open; it answers at once."""

from __future__ import annotations

from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.views.decorators.http import require_safe

from support import clock
from support.contact_page import Viewpoint
from support.conversations.access import may_see
from support.conversations.models import Conversation
from support.conversations.presence import is_somebody_here
from support.conversations.site.finding import found
from support.conversations.site.frame import private
from support.conversations.site.reading import mark_read
from support.conversations.site.shown import shown_messages
from support.conversations.site.status import status_lines
from support.directory.current import current_directory
from support.locales.site_language import nearest_site_language

_LONGEST_NUMBER = 9


@require_safe
def live(request: HttpRequest, public_id: str) -> JsonResponse:
    """Return the messages after a number, as the page shows them; in its language, where the
    address says in which."""
    try:
        row = found(public_id) if may_see(request, public_id) else None
        if row is None:
            return private(JsonResponse({"error": "not found"}, status=404))
        return private(JsonResponse(_news(request, row)))
    except DatabaseError:
        return private(JsonResponse({"error": "unavailable"}, status=503))


def _news(request: HttpRequest, conversation: Conversation) -> dict[str, object]:
    language = nearest_site_language(request.GET.get("language", "")) or conversation.page_language
    after = request.GET.get("after", "0")
    is_number = after.isascii() and after.isdecimal() and len(after) <= _LONGEST_NUMBER
    directory, now = current_directory.get(), clock.now()
    is_here = is_somebody_here(conversation, now)
    with translation.override(language):
        view = Viewpoint(language, now)
        status = status_lines(conversation, directory, view, is_somebody_here=is_here)
        messages = shown_messages(conversation, directory, language, int(after) if is_number else 0)
        if messages:
            mark_read(conversation, now)
        return {
            "last": conversation.last_number,
            "state": conversation.state,
            "messages": [
                {
                    "number": each.number,
                    "html": render_to_string(
                        "support/conversations/message.html", {"message": each}
                    ),
                }
                for each in messages
            ],
            "status": render_to_string("support/conversations/status.html", {"status": status}),
        }
