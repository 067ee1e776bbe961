"""How far the visitor has read; a notice by mail is not needed for what was."""

from __future__ import annotations

from datetime import datetime

from support.conversations.models import Conversation, ReadMark


def mark_read(conversation: Conversation, at: datetime) -> None:
    """Note that the visitor has seen the last message; writes only where there is a new one."""
    number = conversation.last_number
    marks = ReadMark.objects.filter(conversation=conversation, user=None)
    if marks.filter(number__gte=number).exists():
        return
    ReadMark.objects.update_or_create(
        conversation=conversation, user=None, defaults={"number": number, "at": at}
    )
