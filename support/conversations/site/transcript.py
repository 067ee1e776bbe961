"""The conversation as a text file: UTF-8, lines end as everywhere on Windows, times with their
offset on the visitor's clock, files by name."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from support.conversations.models import Conversation
from support.conversations.site.finding import of_its_visitor
from support.conversations.site.shown import (
    ShownMessage,
    department_name,
    shown_messages,
)
from support.directory.current import current_directory


@require_safe
@of_its_visitor
def transcript(request: HttpRequest, language: str, conversation: Conversation) -> HttpResponse:
    directory = current_directory.get()
    head = " · ".join(
        filter(
            None,
            [directory.organization.name, department_name(conversation, directory, language)],
        )
    )
    messages = shown_messages(conversation, directory, language)
    lines = [head, "", *(line for message in messages for line in _lines(message))]
    body = "\n".join(lines).replace("\n", "\r\n")
    response = HttpResponse(body, content_type="text/plain; charset=utf-8")
    name = f"{conversation.created_at:%Y-%m-%d}-{conversation.public_id[:6]}.txt"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Language"] = language
    return response


def _lines(message: ShownMessage) -> Iterator[str]:
    at = message.at.strftime("%Y-%m-%d %H:%M")
    offset = message.at.strftime("%z")
    who = f" {message.who}" if message.who else ""
    yield f"[{at} {offset[:3]}:{offset[3:5]}]{who}"
    if message.text:
        yield message.text
    for file in message.files:
        yield f"+ {file.name}"
    yield ""
