"""What waits for an answer, longest by open time first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.db.models import QuerySet

from support.conversations.models import Conversation, WaitPart
from support.conversations.open_time import Span, open_seconds_of_each
from support.conversations.promise import Standing, standing_of
from support.directory import Directory


@dataclass(frozen=True, slots=True)
class OpenWait:
    """A wait that goes on. Its `seconds` are on the wall where some of it has no stated hours."""

    conversation_id: int
    seconds: int
    is_open_time: bool
    standing: Standing


class _Row(NamedTuple):
    pk: int
    department: str
    language: str
    waiting_since: datetime | None
    promised_at: datetime | None
    is_held: bool

    @property
    def span_of_promise(self) -> Span | None:
        if self.promised_at is None or self.is_held:
            return None
        return Span(self.department, self.language, self.promised_at)


class _Part(NamedTuple):
    """A part of a wait: one that is over has its length, which is None without stated hours."""

    span: Span
    is_over: bool
    seconds: int | None


def waiting(conversations: QuerySet[Conversation]) -> QuerySet[Conversation]:
    """Return those that wait, without those in the slow lane."""
    return conversations.filter(state=Conversation.State.WAITING, is_held=False)


def open_waits(
    conversations: QuerySet[Conversation], directory: Directory, at: datetime
) -> list[OpenWait]:
    """Return how long each that waits has waited, the longest first, in two queries."""
    rows = [
        _Row(*row)
        for row in conversations.exclude(waiting_since=None)
        .order_by()
        .values_list("pk", "department", "language", "waiting_since", "promised_at", "is_held")
    ]
    if not rows:
        return []
    parts = _parts({row.pk for row in rows})
    spans = [part.span for row in rows for part in parts[row.pk] if not part.is_over]
    spans += [span for row in rows for span in [row.span_of_promise] if span]
    counted = dict(zip(spans, open_seconds_of_each(directory, spans, at), strict=True))
    waits = [_wait(row, parts[row.pk], counted, at) for row in rows]
    return sorted(waits, key=lambda wait: (-wait.seconds, wait.conversation_id))


def _parts(keys: set[int]) -> dict[int, list[_Part]]:
    columns = ("department", "language", "since", "until", "open_seconds")
    rows = WaitPart.objects.filter(wait__until=None).order_by()
    found: dict[int, list[_Part]] = defaultdict(list)
    for pk, department, language, since, until, seconds in rows.values_list(
        "wait__conversation_id", *columns
    ):
        if pk in keys:
            found[pk].append(_Part(Span(department, language, since), until is not None, seconds))
    return found


def _wait(row: _Row, parts: list[_Part], counted: dict[Span, int | None], at: datetime) -> OpenWait:
    lengths = [part.seconds if part.is_over else counted[part.span] for part in parts]
    stated = [length for length in lengths if length is not None]
    is_open_time = len(stated) == len(lengths)
    on_the_wall = round((at - (row.waiting_since or at)).total_seconds())
    span = row.span_of_promise
    return OpenWait(
        row.pk,
        sum(stated) if is_open_time else on_the_wall,
        is_open_time,
        standing_of(counted[span] if span else None),
    )
