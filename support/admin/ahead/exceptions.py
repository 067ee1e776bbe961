"""Special hours and closures of some months, whether for one department or for everybody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.urls import reverse

from support.admin.ahead.entry import Entry, Kind
from support.admin.common.closure_times import closure_times
from support.models import Closure, SpecialHours
from support.roles import User

_A_DAY = timedelta(days=1)


def special_hours(user: User, first: date, last: date) -> Iterator[Entry]:
    """Yield the special hours on any day from `first` through `last`, each time they begin."""
    rows = SpecialHours.objects.filter(SpecialHours.not_over(first), first_day__lte=last)
    for row in rows.select_related("department"):
        length = _length(row)
        for day in row.beginnings(first - length, last):
            yield Entry(
                day,
                day + length,
                Kind.SPECIAL_HOURS,
                _words(row, str(row)),
                _address(user, row),
                _departments(row),
            )


def closures(user: User, zone: str, first: date, last: date) -> Iterator[Entry]:
    """Yield the closures on any of these days; the days are those of the clock of `zone`."""
    clock = ZoneInfo(zone)
    rows = Closure.objects.filter(Closure.not_over(first - _A_DAY), starts_on__lte=last + _A_DAY)
    for row in rows.select_related("department"):
        closure = row.closure
        if closure is None:
            continue
        starts = closure.interval.start.astimezone(clock).date()
        if closure.end is None:
            # Told once, since it marks every day to come.
            starts = ends = max(starts, first)
        else:
            ends = closure.interval.end.astimezone(clock).date()
        if starts <= last and ends >= first:
            words = _words(row, closure_times(row))
            yield Entry(starts, ends, Kind.CLOSURE, words, _address(user, row), _departments(row))


def _length(row: SpecialHours) -> timedelta:
    """Return how much later the last day is than the first, each time."""
    if row.last_day is None or row.repeats == SpecialHours.Repetition.MONTHLY:
        return timedelta(0)
    return row.last_day - row.first_day


def _words(row: SpecialHours | Closure, when: str) -> str:
    return " · ".join(filter(None, [row.scope, when, row.reason]))


def _address(user: User, row: SpecialHours | Closure) -> str:
    kind = row._meta.model_name
    if not user.has_perm(f"support.view_{kind}") and not user.has_perm(f"support.change_{kind}"):
        return ""
    return reverse(f"admin:support_{kind}_change", args=[row.pk])


def _departments(row: SpecialHours | Closure) -> frozenset[str] | None:
    return frozenset({row.department.slug}) if row.department else None
