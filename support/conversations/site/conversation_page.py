"""The page of a conversation, whole without JavaScript."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from support.contact_page import Viewpoint
from support.conversations.access import entrance_path, key_of
from support.conversations.attachments.content import ACCEPTED
from support.conversations.attachments.mistakes import MOST_BYTES, MOST_FILES, Mistake, NotTaken
from support.conversations.attachments.receiving import new_form_key
from support.conversations.models import Conversation
from support.conversations.presence import is_somebody_here
from support.conversations.site.form_page import Returned
from support.conversations.site.frame import frame_of
from support.conversations.site.shown import department_name, shown_messages
from support.conversations.site.status import offers_notice, status_lines
from support.directory import Directory

NOTHING_RETURNED = Returned()


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands in the answer box: a text that came back, the key that makes sending it twice
    harmless, and that of its files. `email` is an address that came back."""

    text: str = ""
    key: str = ""
    form_key: str = ""
    email: str = ""


def conversation_page(
    request: HttpRequest,
    conversation: Conversation,
    directory: Directory,
    view: Viewpoint,
    answer: Answer = Answer(),
    returned: Returned = NOTHING_RETURNED,
    *,
    has_cookie: bool = True,
) -> str:
    public_id = conversation.public_id
    messages = shown_messages(conversation, directory, view.language)
    context: dict[str, Any] = {
        "frame": frame_of(request, view.language, directory, "conversation", public_id),
        "conversation": conversation,
        "department": department_name(conversation, directory, view.language),
        "messages": messages,
        "last": conversation.last_number,
        "status": status_lines(
            conversation,
            directory,
            view,
            is_somebody_here=is_somebody_here(conversation, view.at),
        ),
        "offers_notice": offers_notice(conversation, directory, view.at),
        "is_closed": conversation.state == Conversation.State.CLOSED,
        "answer": answer,
        "key": answer.key or new_form_key(),
        "returned": returned,
        "accepted": ACCEPTED,
        "most_files": MOST_FILES,
        "most_bytes": MOST_BYTES,
        "too_large": NotTaken(Mistake.TOO_LARGE, "{name}").sentence,
        # A browser that takes no cookies shows the key with each form.
        "access": "" if has_cookie else key_of(public_id),
        "link": ""
        if has_cookie
        else request.build_absolute_uri(entrance_path(conversation, view.language)),
    }
    return render_to_string("support/conversations/conversation.html", context)
