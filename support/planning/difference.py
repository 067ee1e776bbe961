"""The effect of an edit on hours: departments before and after, compared instant by instant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from support.directory import DepartmentEntry, ServedLanguage
from support.schedule import Interval, Status, Unscheduled, without


@dataclass(frozen=True, slots=True)
class LanguageDifference:
    """How one language of a department differs; None stands for a language that is not served.

    `added` are the intervals that are open only after the edit, `removed` those only before.
    """

    tag: str
    before: ServedLanguage | None
    after: ServedLanguage | None
    status_before: Status | None
    status_after: Status | None
    added: tuple[Interval, ...]
    removed: tuple[Interval, ...]

    def __bool__(self) -> bool:
        """Return whether hours or the present state differ."""
        return bool(self.added or self.removed) or _state(self.status_before) is not _state(
            self.status_after
        )


@dataclass(frozen=True, slots=True)
class DepartmentDifference:
    """How one department differs; `before` is None for a new one, `after` for a deleted one."""

    before: DepartmentEntry | None
    after: DepartmentEntry | None
    languages: tuple[LanguageDifference, ...]

    @property
    def entry(self) -> DepartmentEntry:
        entry = self.after or self.before
        assert entry is not None  # noqa: S101  # one of the two always is
        return entry

    def __bool__(self) -> bool:
        return self.before is None or self.after is None or any(self.languages)


def differences(
    before: Iterable[DepartmentEntry],
    after: Iterable[DepartmentEntry],
    now: datetime,
    end: datetime,
) -> tuple[DepartmentDifference, ...]:
    """Return the departments and languages that differ from `now`, inclusive, to `end`."""
    old = {entry.slug: entry for entry in before}
    new = {entry.slug: entry for entry in after}
    found = (
        _of_department(old.get(slug), new.get(slug), now, end)
        for slug in dict.fromkeys([*new, *old])
    )
    return tuple(difference for difference in found if difference)


def _of_department(
    before: DepartmentEntry | None, after: DepartmentEntry | None, now: datetime, end: datetime
) -> DepartmentDifference:
    languages = tuple(
        difference for difference in _of_languages(before, after, now, end) if difference
    )
    return DepartmentDifference(before, after, languages)


def _of_languages(
    before: DepartmentEntry | None, after: DepartmentEntry | None, now: datetime, end: datetime
) -> Iterator[LanguageDifference]:
    old = {served.tag: served for served in before.languages} if before else {}
    new = {served.tag: served for served in after.languages} if after else {}
    for tag in dict.fromkeys([*new, *old]):
        if _stated(old.get(tag)) == _stated(new.get(tag)):
            continue
        hours_before = _intervals(old.get(tag), now, end)
        hours_after = _intervals(new.get(tag), now, end)
        yield LanguageDifference(
            tag,
            old.get(tag),
            new.get(tag),
            _status(old.get(tag), now),
            _status(new.get(tag), now),
            tuple(without(hours_after, hours_before)),
            tuple(without(hours_before, hours_after)),
        )


def _stated(served: ServedLanguage | None) -> object:
    """Return what decides the hours: if that is the same, they need no comparison."""
    if served is None:
        return None
    table = served.timetable
    if isinstance(table, Unscheduled):
        return Unscheduled
    return table.windows, table.special_hours, table.closures


def _intervals(served: ServedLanguage | None, start: datetime, end: datetime) -> list[Interval]:
    return served.timetable.intervals(start, end) if served else []


def _status(served: ServedLanguage | None, at: datetime) -> Status | None:
    return served.timetable.status(at) if served else None


def _state(status: Status | None) -> object:
    return status and status.state
