"""The lines of a week that a browser sends, and the windows that they stand for.

A line has one text for the hours of its days, and each range in it is a window. What is sent is
spread over the windows before Django's forms see it, so that validation, history and conflicts
know windows only: a line's first window has the form with all its fields, the others of the line
(`with` names the first one) get the same, and ranges that no stored window has yet are appended.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from support.admin.week.typed_hours import clean_hours
from support.locales.typed_hours import Span
from support.schedule import format_wall_time

# What a window has of its own, whatever its line says.
_OWN = ("id", "hours", "with", "DELETE", "opens", "closes")

_MOST_LINES = 1000


@dataclass(slots=True)
class SentRows:
    """What is sent, as Django's forms of windows read it.

    `members` are the places of a line's windows by the place of its first; `mistakes` are told
    there too. `count` is how many forms the browser sent.
    """

    data: QueryDict
    count: int
    members: dict[int, list[int]] = field(default_factory=dict)
    mistakes: dict[int, ValidationError] = field(default_factory=dict)


def rows_sent(
    sent: QueryDict, prefix: str, stored: Mapping[str, Span], may_add: bool, may_delete: bool
) -> SentRows:
    """Spread each line over its windows. `stored` are the hours of windows by primary key."""
    data = sent.copy()
    rows = SentRows(data, _count(sent.get(f"{prefix}-TOTAL_FORMS", "")))
    followers = _followers(sent, prefix, rows.count)
    for place in range(rows.count):
        text = sent.get(f"{prefix}-{place}-hours")
        if text is None:
            continue
        key = sent.get(f"{prefix}-{place}-id", "")
        members = [place, *(followers.get(key, ()) if key else ())]
        rows.members[place] = _spread(rows, prefix, members, text, stored)
        is_longer = len(rows.members[place]) > len(members)
        is_shorter = any(f"{prefix}-{each}-DELETE" in data for each in members)
        if (is_longer and not may_add) or (is_shorter and not may_delete):
            message = _("You can change these hours, but not add or delete any.")
            rows.mistakes[place] = ValidationError(message, "permission")
    return rows


def with_one_more(sent: QueryDict, prefix: str, begun: Mapping[str, list[str]]) -> QueryDict:
    """Return the same with a new line, for somebody without JavaScript who asks for one.

    `begun` is what a new line begins with.
    """
    data = sent.copy()
    name = f"{prefix}-TOTAL_FORMS"
    place = _count(sent.get(name, ""))
    _enter(data, f"{prefix}-{place}-", begun)
    data[name] = str(place + 1)
    return data


def _count(text: str) -> int:
    return min(int(text), _MOST_LINES) if text.isascii() and text.isdecimal() else 0


def _followers(sent: QueryDict, prefix: str, count: int) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place in range(count):
        first = sent.get(f"{prefix}-{place}-with")
        if first:
            found.setdefault(first, []).append(place)
    return found


def _spread(
    rows: SentRows, prefix: str, members: list[int], text: str, stored: Mapping[str, Span]
) -> list[int]:
    """Enter a line's fields and hours for each of its windows, and return their places."""
    data = rows.data
    starts = [f"{prefix}-{place}-" for place in members]
    shared = {
        name.removeprefix(starts[0]): values
        for name, values in data.lists()
        if name.startswith(starts[0]) and name.removeprefix(starts[0]) not in _OWN
    }
    for start in starts[1:]:
        _enter(data, start, shared)
    had = [stored.get(data.get(f"{start}id", "")) for start in starts]
    is_deleted = f"{starts[0]}DELETE" in data
    spans: Sequence[Span] = ()
    try:
        spans = () if is_deleted else clean_hours(text)
    except ValidationError as error:
        rows.mistakes[members[0]] = error
    taken, left = _shared_out(spans, had)
    for start, span, before in zip(starts, taken, had, strict=True):
        _state(data, start, span or before)
        if is_deleted or (spans and span is None):
            data[f"{start}DELETE"] = "on"
    if not spans and not is_deleted:
        data[f"{starts[0]}opens"], data[f"{starts[0]}closes"] = text, ""
    return [*members, *_append(data, prefix, shared, left)]


def _shared_out(
    spans: Sequence[Span], had: Sequence[Span | None]
) -> tuple[list[Span | None], list[Span]]:
    """Give each window the hours it had, where they are still there, and the others what is left.

    So a window is changed only if it must be. Also return the hours that no window is left for.
    """
    left = list(spans)
    taken: list[Span | None] = [None] * len(had)
    for place, span in enumerate(had):
        if span in left:
            left.remove(span)
            taken[place] = span
    for place, span in enumerate(taken):
        if span is None and left:
            taken[place] = left.pop(0)
    return taken, left


def _append(
    data: QueryDict, prefix: str, shared: Mapping[str, list[str]], spans: Iterable[Span]
) -> Iterable[int]:
    for span in spans:
        place = _count(data.get(f"{prefix}-TOTAL_FORMS", ""))
        _enter(data, f"{prefix}-{place}-", shared)
        _state(data, f"{prefix}-{place}-", span)
        data[f"{prefix}-TOTAL_FORMS"] = str(place + 1)
        yield place


def _enter(data: QueryDict, start: str, values: Mapping[str, list[str]]) -> None:
    for name, each in values.items():
        data.setlist(f"{start}{name}", list(each))


def _state(data: QueryDict, start: str, span: Span | None) -> None:
    if span is not None:
        opens, closes = span
        data[f"{start}opens"] = format_wall_time(opens)
        data[f"{start}closes"] = format_wall_time(closes)
