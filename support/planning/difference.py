"""What an edit does to hours: two pictures of departments compared in instants, not in fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from support.directory import DepartmentEntry, ServedLanguage
from support.schedule import Interval, Status, Unscheduled, without


@dataclass(frozen=True, slots=True)
class LanguageDifference:
    """Of one language of a department; None where it is not served, before or after.

    `added` and `removed` are the stretches that are open only after, and only before.
    """

    tag: str
    before: ServedLanguage | None
    after: ServedLanguage | None
    status_before: Status | None
    status_after: Status | None
    added: tuple[Interval, ...]
    removed: tuple[Interval, ...]

    def __bool__(self) -> bool:
        """Whether anybody can notice."""
        return bool(self.added or self.removed) or _state(self.status_before) is not _state(
            self.status_after
        )


@dataclass(frozen=True, slots=True)
class DepartmentDifference:
    """Of one department; `before` is None for a new one, `after` for one that is no more."""

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
    """From `now`, inclusive, to `end`; only the departments and languages that differ."""
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
    """What decides the hours; where it is the same, nobody needs to look at them."""
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
