"""Whether a promise is kept: what staff are warned of and told of, by hours and not by the wall."""

from __future__ import annotations

from enum import StrEnum

from django.conf import settings


class Standing(StrEnum):
    NONE = "none"
    KEPT_SO_FAR = "kept"
    SOON = "soon"
    BROKEN = "broken"


def standing_of(open_seconds_since_promise: int | None) -> Standing:
    """Return how a promise stands that nobody has kept yet.

    What is promised is when a message is *read*: the instant at which the hours of its department
    and language last or begin. From then on open time is counted, with holidays, special hours and
    closures. The promise is broken once more of it has passed without an answer than
    PROMISE_MINUTES says, 60 minutes if it says nothing; it is about to be once half of it has.
    Where no hours are stated nothing is promised, and nothing can be broken.
    """
    if open_seconds_since_promise is None:
        return Standing.NONE
    limit = settings.PROMISE_MINUTES * 60
    if open_seconds_since_promise > limit:
        return Standing.BROKEN
    return Standing.SOON if open_seconds_since_promise * 2 > limit else Standing.KEPT_SO_FAR
