"""Find promises that were broken, once each, and have the department told."""

from __future__ import annotations

from datetime import datetime

from support.conversations.models import Conversation, OutgoingMail
from support.conversations.open_time import Span, open_seconds_of_each
from support.conversations.outbox import tell_department
from support.conversations.promise import Standing, standing_of
from support.directory import Directory


def mark_broken(directory: Directory, at: datetime) -> int:
    """Write down when a promise was found broken, and tell the department. Returns how many."""
    waiting = Conversation.objects.filter(
        state=Conversation.State.WAITING, is_held=False, broken_at=None, promised_at__lt=at
    )
    rows = list(waiting.order_by("pk"))
    spans = [Span(row.department, row.language, row.promised_at) for row in rows if row.promised_at]
    counted = open_seconds_of_each(directory, spans, at)
    broken = [
        row
        for row, seconds in zip(rows, counted, strict=True)
        if standing_of(seconds) is Standing.BROKEN
    ]
    return sum(_mark(row, directory, at) for row in broken)


def _mark(row: Conversation, directory: Directory, at: datetime) -> bool:
    """Mark it, unless somebody answered or handed it over in the meantime."""
    still = Conversation.objects.filter(
        pk=row.pk, waiting_since=row.waiting_since, promised_at=row.promised_at, broken_at=None
    )
    if not still.update(broken_at=at):
        return False
    tell_department(row, OutgoingMail.Kind.BROKEN, directory, at)
    return True
