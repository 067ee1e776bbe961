"""The hours that a language of a department carries for JavaScript: exact, and no more than needed.

Instants are whole minutes since 1970-01-01T00:00Z: no clock in use is fractions of a minute from
UTC.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from support.contact_page.lines.carried_time import carried_time
from support.contact_page.lines.minutes import in_minutes
from support.contact_page.lines.reason_line import reason_line
from support.contact_page.lines.viewpoint import Viewpoint, Wording
from support.contact_page.lines.zone_of_change import zone_of_change
from support.contact_page.week.minute_spans import EVER, MinuteSpan
from support.directory import ServedLanguage
from support.locales.zones import zone_name
from support.parts import parts
from support.schedule import (
    Interval,
    Reason,
    Rule,
    State,
    Timetable,
    Unscheduled,
    Window,
    day_number,
    without,
)
from support.schedule.instant import EARLIEST, LATEST

_DAY = timedelta(days=1)
_BEYOND = timedelta(days=8)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Cancelled:
    """Weekly hours that do not hold, from one minute to another, and the rule that says so."""

    start: int
    end: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class CarriedHours:
    """Every change of state in the carried time, with the last before it and the first after it.

    `first_is_open` is the state from the first edge on, or at all times where there is no edge;
    `forever` says that nothing changes after the last. `zones` has the clock of each edge, `clock`
    is that of most windows. `unusual` are the times that are otherwise than in every week.
    """

    first_is_open: bool
    edges: tuple[int, ...]
    forever: bool
    zones: tuple[str, ...]
    cancelled: tuple[Cancelled, ...]
    clock: str
    unusual: tuple[MinuteSpan, ...]
    is_round_the_clock: bool

    @property
    def opens(self) -> Iterator[MinuteSpan]:
        """Within the carried time as they are, beyond it as if nothing changed any more."""
        is_open = self.first_is_open == (not self.edges)
        for start, end in pairwise([-EVER, *self.edges, EVER]):
            if is_open:
                yield MinuteSpan(start, end)
            is_open = not is_open


def carried_hours(served: ServedLanguage, at: datetime) -> CarriedHours | None:
    """Return the same hours at every moment of a UTC day; None where no hours are stated."""
    timetable = served.timetable
    if isinstance(timetable, Unscheduled):
        return None
    carried = carried_time(at)
    return parts.get(
        "carried hours", (served,), (), carried, lambda: _carried_hours(served, timetable, carried)
    )


def _carried_hours(served: ServedLanguage, timetable: Timetable, carried: Interval) -> CarriedHours:
    start, end = carried
    # Worked out at once: what is asked for below lies within.
    timetable.intervals(max(start - _BEYOND, EARLIEST), min(end + _BEYOND, LATEST - _MINUTE))
    since = timetable.status(start).since
    changes = [since] if since else []
    until: datetime | None = start
    while until and until < end:
        until = timetable.next_change(until)
        changes += [until] if until else []
    is_open = timetable.is_open(changes[0] if changes else start)
    states = [is_open == (place % 2 == 0) for place in range(len(changes))]
    return CarriedHours(
        is_open,
        tuple(map(in_minutes, changes)),
        until is None,
        tuple(
            zone_of_change(served, change, opens=opens)
            for change, opens in zip(changes, states, strict=True)
        ),
        tuple(_cancelled(served, timetable, carried)),
        Counter(window.zone for window in timetable.windows).most_common(1)[0][0],
        tuple(_unusual(served, timetable, carried)),
        served.is_regularly_open(start + _DAY),
    )


def cancelled_in_words(
    carried: CarriedHours, served: ServedLanguage, view: Viewpoint
) -> tuple[MinuteSpan, ...]:
    """Return each with what cancels it, by its name if that is understood on the page."""
    return tuple(
        MinuteSpan(each.start, each.end, _cancelling(each.reason, served, view))
        for each in carried.cancelled
    )


def carried_json(carried: CarriedHours, cancelled: Sequence[MinuteSpan], view: Viewpoint) -> str:
    """Return the value of `data-hours`, without what is empty or the same for all edges.

    `reasons` are the names of what cancels hours, each with its language where that is not the
    page's; `cancelled_by` says which cancels which span, where there are several.
    """
    keys = list(dict.fromkeys(carried.zones))
    carries: dict[str, object] = {
        "first": State.OPEN if carried.first_is_open else State.CLOSED,
        "edges": _distances(carried.edges),
        "forever": carried.forever,
        "zones": [[key, zone_name(key, view.language)] for key in keys],
    }
    if carried.is_round_the_clock and carried.edges:
        carries["round_the_clock"] = True
    if carried.unusual:
        carries["unusual"] = _distances([edge for each in carried.unusual for edge in each[:2]])
        carries["clock"] = [carried.clock, zone_name(carried.clock, view.language)]
    if len(keys) > 1:
        carries["edge_zones"] = [keys.index(key) for key in carried.zones]
    if cancelled:
        reasons = list(dict.fromkeys(each.reason for each in cancelled))
        edges = [edge for each in cancelled for edge in (each.start, each.end)]
        carries["cancelled"] = _distances(edges)
        carries["reasons"] = [[r.text, r.lang] if r.lang else [r.text] for r in reasons]
        if len(reasons) > 1:
            carries["cancelled_by"] = [reasons.index(each.reason) for each in cancelled]
    return json.dumps(carries, ensure_ascii=False, separators=(",", ":"))


def _cancelling(reason: Reason, served: ServedLanguage, view: Viewpoint) -> Wording:
    line = reason_line(reason, served.exceptions, view)
    if reason.rule in (Rule.PUBLIC_HOLIDAY, Rule.BEFORE_HOLIDAY) and line.words:
        return Wording(line.words, "")
    return line.name


def _distances(instants: Sequence[int]) -> list[int]:
    """Return the first, and how far each later one is from the one before."""
    return [*instants[:1], *(later - earlier for earlier, later in pairwise(instants))]


def _cancelled(
    served: ServedLanguage, timetable: Timetable, carried: Interval
) -> Iterator[Cancelled]:
    """Yield them sorted and disjoint; those that touch and have the same reason are one."""
    if not served.depends_on_dates:
        return
    last: Cancelled | None = None
    for start, end in sorted(_pieces(timetable, carried)):
        reason = next(r for r in timetable.explain(start) if r.state is State.CLOSED)
        first, until = in_minutes(start), in_minutes(end)
        if last and first <= last.end and (until <= last.end or _is_same(reason, last.reason)):
            last = replace(last, end=max(until, last.end))
        else:
            if last:
                yield last
                first = max(first, last.end)
            last = Cancelled(first, until, reason)
    if last:
        yield last


def _unusual(
    served: ServedLanguage, timetable: Timetable, carried: Interval
) -> Iterator[MinuteSpan]:
    """Yield what is open and would not be, or the other way round, if every week were the same.

    The weeks are those of the windows that are valid on the UTC day that it is, in every week.
    """
    if not served.depends_on_dates:
        return
    today = carried.start.date() + _DAY
    weekly = Timetable(
        replace(window, valid_from=None, valid_through=None, season=None, holidays=None)
        for window in timetable.windows
        if _is_of_every_week(window, today)
    )
    real, usual = (each.intervals(*carried) for each in (timetable, weekly))
    for start, end in sorted([*without(real, usual), *without(usual, real)]):
        yield MinuteSpan(in_minutes(start), in_minutes(end))


def _is_of_every_week(window: Window, today: date) -> bool:
    first, last = window.valid_from or today, window.valid_through or today
    is_season = window.season is None or window.season.includes(day_number(today))
    return first <= today <= last and is_season and replace(window, season=None).is_every_week


def _is_same(one: Reason, other: Reason) -> bool:
    return (one.rule, one.special_hours, one.closures, one.holidays) == (
        other.rule,
        other.special_hours,
        other.closures,
        other.holidays,
    )


def _pieces(timetable: Timetable, carried: Interval) -> Iterator[Interval]:
    """Yield what is missing of each shift of the windows, exceptions aside, cut where closures
    begin or end, so that each piece has one reason."""
    usual = Timetable(replace(window, holidays=None) for window in timetable.windows)
    real = timetable.intervals(*carried)
    edges = sorted(edge for closure in timetable.closures for edge in closure.interval)
    for shift in usual.shifts(carried.start.date() - 2 * _DAY, carried.end.date() + _DAY):
        start, end = max(shift.interval.start, carried.start), min(shift.interval.end, carried.end)
        missing = without([Interval(start, end)], real) if start < end else []
        for piece in missing:
            cuts = [edge for edge in edges if piece.start < edge < piece.end]
            yield from map(Interval, [piece.start, *cuts], [*cuts, piece.end])
