"""Measure the response time of each department in each language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import NamedTuple

from django.db.models import F

from support.conversations.models import Conversation, WaitPart
from support.conversations.open_time import served_in
from support.conversations.open_waits import OpenWait, open_waits, waiting
from support.directory import Directory

DAYS = 90
ENOUGH = 20
_NINE_OF_TEN = 0.9


@dataclass(frozen=True, slots=True)
class Figures:
    """What is told of several waits, in seconds; of fewer than ENOUGH nothing but how many."""

    count: int
    average: int | None = None
    median: int | None = None
    nine_of_ten: int | None = None


@dataclass(frozen=True, slots=True)
class ResponseTime:
    """One department in one language, over the days from `first` to `last`.

    `is_open_time` tells whether hours are stated; without them time on the wall is counted.
    `outside` is how many were answered outside the hours: they are in no average. `waiting` is
    how many wait still, `longest` the longest of them, counted as the others are.
    """

    department: str
    language: str
    first: datetime
    last: datetime
    figures: Figures
    is_open_time: bool
    outside: int
    waiting: int
    longest: OpenWait | None


class _Answered(NamedTuple):
    seconds: int
    is_outside_hours: bool


_Key = tuple[str, str]


def response_times(directory: Directory, at: datetime) -> list[ResponseTime]:
    """Return the response time of whoever answered in the last 90 days, or is waited for now.

    A wait runs from a visitor's first message that nobody has answered to the first answer by a
    person. Its length is the open time of the department and language that it belonged to at each
    moment. It is told of those that it belonged to in the end. What was closed without an answer
    is no response.
    """
    since = at - timedelta(days=DAYS)
    answered = _answered(directory, since, at)
    open_now = _open_now(directory, at)
    return [
        _response_time(key, answered[key], open_now[key], directory, since, at)
        for key in sorted({*answered, *open_now})
    ]


def _answered(directory: Directory, since: datetime, at: datetime) -> dict[_Key, list[_Answered]]:
    parts = WaitPart.objects.filter(
        wait__is_answered=True, wait__until__gt=since, wait__until__lte=at, until=F("wait__until")
    ).order_by("pk")
    last_parts = {
        wait: (department, language, began, until, seconds, is_outside)
        for wait, department, language, began, until, seconds, is_outside in parts.values_list(
            "wait_id",
            "department",
            "language",
            "wait__since",
            "wait__until",
            "wait__open_seconds",
            "wait__is_outside_hours",
        )
    }
    found: dict[_Key, list[_Answered]] = defaultdict(list)
    for department, language, began, until, seconds, is_outside in last_parts.values():
        on_the_wall = round(((until or at) - began).total_seconds())
        length = on_the_wall if seconds is None else seconds
        key = _current(directory, department), language
        # Partly without stated hours: neither open time nor time on the wall would be true.
        if seconds is None and served_in(directory, *key):
            continue
        found[key].append(_Answered(length, is_outside))
    return found


def _open_now(directory: Directory, at: datetime) -> dict[_Key, list[OpenWait]]:
    rows = waiting(Conversation.objects.all())
    keys = {
        pk: (_current(directory, department), language)
        for pk, department, language in rows.values_list("pk", "department", "language")
    }
    found: dict[_Key, list[OpenWait]] = defaultdict(list)
    for wait in open_waits(rows, directory, at):
        if wait.conversation_id in keys:
            found[keys[wait.conversation_id]].append(wait)
    return found


def _current(directory: Directory, slug: str) -> str:
    """Return the short name that a department has now."""
    entry = directory.department(slug)
    return entry.slug if entry else slug


def _response_time(
    key: _Key,
    answered: Sequence[_Answered],
    open_now: Sequence[OpenWait],
    directory: Directory,
    since: datetime,
    at: datetime,
) -> ResponseTime:
    return ResponseTime(
        *key,
        since,
        at,
        figures_of(each.seconds for each in answered if not each.is_outside_hours),
        served_in(directory, *key) is not None,
        sum(each.is_outside_hours for each in answered),
        len(open_now),
        open_now[0] if open_now else None,
    )


def figures_of(seconds: Iterable[int]) -> Figures:
    """Return average, median and what nine of ten do not exceed, of enough lengths."""
    lengths = sorted(seconds)
    if len(lengths) < ENOUGH:
        return Figures(len(lengths))
    middle = len(lengths) // 2
    halves = lengths[middle] if len(lengths) % 2 else (lengths[middle - 1] + lengths[middle]) / 2
    return Figures(
        len(lengths),
        round(sum(lengths) / len(lengths)),
        round(halves),
        lengths[ceil(len(lengths) * _NINE_OF_TEN) - 1],
    )
