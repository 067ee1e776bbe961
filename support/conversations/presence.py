"""Whether somebody who answers has the desk open now: told to visitors, and deciding nothing.

The hours say who gets a message and when it is read.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from support.conversations.models import Conversation, Presence

# A desk that is open and seen says so every minute.
LASTS = timedelta(seconds=150)


def be_here(
    user_id: int, departments: Collection[str] | None, languages: Collection[str], at: datetime
) -> None:
    """Note that somebody is here and answers for these departments, None for all, and languages,
    none for all."""
    names = None if departments is None else sorted(departments)
    Presence.objects.update_or_create(
        user_id=user_id,
        defaults={"departments": names, "languages": (*languages,), "until": at + LASTS},
    )


def is_somebody_here(conversation: Conversation, at: datetime) -> bool:
    """Tell whether somebody is here who answers for its department in its language.

    What lies further ahead than a presence can was written by a clock that was wrong.
    """
    here = Presence.objects.filter(until__gt=at, until__lte=at + LASTS)
    return any(
        (departments is None or conversation.department in departments)
        and (not languages or conversation.language in languages)
        for departments, languages in here.values_list("departments", "languages")
    )
