"""What the admin's first page says of conversations, to those who answer them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from support.conversations.desk.who_may import ANSWER, answerable
from support.conversations.desk.words import staff_view
from support.conversations.models import Conversation, OutgoingMail
from support.conversations.open_waits import open_waits, waiting
from support.conversations.promise import Standing


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many wait, of them with a promise broken or about to be, how many are held back."""

    waiting: int
    longest: str
    broken: int
    soon: int
    held: int
    failing_mails: int


def numbers_on_first_page(request: HttpRequest) -> dict[str, Any]:
    """Return what the first page shows: nothing to who does not answer."""
    if not request.user.has_perm(ANSWER):
        return {}
    view = staff_view(request)
    mine = answerable(request.user)
    waits = open_waits(waiting(mine), view.directory, view.at)
    standings = [wait.standing for wait in waits]
    held = mine.filter(state=Conversation.State.WAITING, is_held=True)
    failed = OutgoingMail.objects.filter(state=OutgoingMail.State.FAILED, conversation__in=mine)
    return {
        "conversations": Numbers(
            len(waits),
            view.wait(waits[0]) if waits else "",
            standings.count(Standing.BROKEN),
            standings.count(Standing.SOON),
            held.count(),
            failed.count(),
        )
    }
