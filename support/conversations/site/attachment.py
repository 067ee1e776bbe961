"""A file of a conversation, given out to whoever may see the conversation and asks now."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from support.conversations.attachments.given_out import given_out
from support.conversations.models import Conversation
from support.conversations.site.finding import of_its_visitor
from support.site.not_found import page_not_found


@require_safe
@of_its_visitor
def attachment(
    request: HttpRequest, language: str, conversation: Conversation, number: int, name: str
) -> HttpResponseBase:
    """Give out the file with this number and this name, if there is one in this conversation.

    Nothing of it can act: it is saved, but for pictures, which the portal has made itself.
    """
    file = conversation.attachments.filter(number=number, name=name).first()
    if file is None or not file.message_id or file.message is None or file.message.is_note:
        return page_not_found(request)
    try:
        return given_out(file)
    except OSError:
        return page_not_found(request)
