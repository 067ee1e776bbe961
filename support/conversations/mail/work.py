"""One pass of what an installation does by itself every few seconds."""

from __future__ import annotations

from datetime import datetime

from support.conversations.mail.broken import mark_broken
from support.conversations.mail.sender import send_due
from support.directory import Directory


def one_pass(directory: Directory, at: datetime) -> int | None:
    """Find broken promises and send what is due. Returns how many mails were sent, or None while
    another process sends."""
    mark_broken(directory, at)
    return send_due(directory, at)
