"""Close those too who stay open on a closed day because of special hours for fewer people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache

from django.contrib import admin
from django.http import HttpRequest

from support.directory import DepartmentEntry, directory_of, read_rows
from support.locales.languages import SITE_LANGUAGES
from support.models import SpecialHours
from support.planning.losses import LostDays, lost_days
from support.planning.night_shifts import NightShift, night_shifts
from support.roles import User, may_edit
from support.schedule import Effect

CLOSE_TOO = "close_too"

# Entries that repeat are looked at for the coming year.
LOOKED_AHEAD = timedelta(days=366)


def losses_of(rows: Sequence[SpecialHours], today: date) -> list[LostDays]:
    """Return the days from `today` on, for a year, on which any of these entries lose or win.

    One that lies within another of the same people wins as it should.
    """
    keys = {row.pk for row in rows}
    return [
        lost
        for lost in losses_from(_entries_of(rows), today)
        if lost.loser in keys or not (lost.is_within or keys.isdisjoint(lost.keys))
    ]


def night_shifts_into(rows: Sequence[SpecialHours], today: date) -> list[NightShift]:
    """Return the shifts of a night before that run into the days that these entries close."""
    keys = {row.pk for row in rows if row.effect == SpecialHours.Effects.CLOSED}
    return night_shifts(_entries_of(rows), keys, today, today + LOOKED_AHEAD) if keys else []


def _entries_of(rows: Sequence[SpecialHours]) -> tuple[DepartmentEntry, ...]:
    departments = {row.department_id for row in rows if row.department_id}
    is_for_all = any(row.department_id is None for row in rows)
    return directory_of(read_rows(None if is_for_all else departments), 0).departments


def losses_in_doubt(entries: Iterable[DepartmentEntry], today: date) -> list[LostDays]:
    """Return what is lost for a year without anybody having said so."""
    return [lost for lost in losses_from(entries, today) if not lost.is_within]


def losses_from(entries: Iterable[DepartmentEntry], today: date) -> list[LostDays]:
    """Return what is lost from `today` on, for a year."""
    return list(_losses_from(tuple(entries), today))


@lru_cache(maxsize=2)
def _losses_from(entries: tuple[DepartmentEntry, ...], today: date) -> tuple[LostDays, ...]:
    """Keep the answer for the entries of the present directory, which many pages ask about."""
    return tuple(lost_days(entries, today, today + LOOKED_AHEAD))


def chose_to_close_too(request: HttpRequest) -> bool:
    """Return whether the button for it was pressed, or is still in force on the form."""
    return CLOSE_TOO in request.POST or request.POST.get("_preview") == CLOSE_TOO


def may_close_too(user: User, losses: Iterable[LostDays]) -> bool:
    """Return whether anybody stays open, and the user may close all of them."""
    pairs = _losers_and_winners(losses)
    return bool(pairs) and all(
        may_edit(user, _department(loser, winner), f"support.{action}_specialhours")
        for loser, winner in pairs
        for action in ("add", "change", "delete")
    )


def close_too(request: HttpRequest, losses: Iterable[LostDays]) -> None:
    """Save that those who stay open are closed as well, for the people whom both entries name.

    They get special hours of their own for the days that both entries share. An entry for the same
    people that has no other days gives way. Raises ValidationError.
    """
    for (loser, winner), days in _losers_and_winners(losses).items():
        for first, last in _shared_ranges(loser, winner, days):
            own = SpecialHours(
                department_id=_department(loser, winner),
                languages=_shared_languages(loser, winner),
                effect=SpecialHours.Effects.CLOSED,
                first_day=first,
                last_day=last,
                weekdays=loser.weekdays,
            )
            _copy_reason(loser, own)
            if _stands_in_place(own, winner):
                own.weekdays &= winner.weekdays
                _drop_weekdays(request, winner, own)
            if not _is_there(own):
                _add(request, own)


def _losers_and_winners(
    losses: Iterable[LostDays],
) -> dict[tuple[SpecialHours, SpecialHours], list[date]]:
    """Return the days on which somebody stays open, by the entries that lose and win there."""
    days: dict[tuple[object, object], set[date]] = {}
    for lost in losses:
        for entry in lost.to if lost.stays_open else ():
            if entry.special.effect is not Effect.CLOSED:
                days.setdefault((lost.loser, entry.special.window.key), set()).update(lost.days)
    rows = SpecialHours.objects.in_bulk([key for pair in days for key in pair])
    return {
        (rows[loser], rows[winner]): sorted(those)
        for (loser, winner), those in days.items()
        if {loser, winner} <= rows.keys()
    }


def _shared_ranges(
    loser: SpecialHours, winner: SpecialHours, days: Sequence[date]
) -> list[tuple[date, date]]:
    """Return the ranges that both entries share; of one that repeats, the days by themselves."""
    ends = [row.last_day for row in (loser, winner) if row.last_day and not row.repeats]
    if len(ends) == len((loser, winner)):
        return [(max(loser.first_day, winner.first_day), min(ends))]
    return [(day, day) for day in days]


def _shared_languages(loser: SpecialHours, winner: SpecialHours) -> tuple[str, ...]:
    if loser.languages and winner.languages:
        return tuple(tag for tag in loser.languages if winner.concerns(tag))
    return tuple(loser.languages or winner.languages)


def _stands_in_place(own: SpecialHours, winner: SpecialHours) -> bool:
    """Return whether two entries would say different things of the same people and days."""
    names = ("department_id", "languages", "first_day", "last_day")
    return not winner.repeats and all(getattr(own, name) == getattr(winner, name) for name in names)


def _department(loser: SpecialHours, winner: SpecialHours) -> int | None:
    return loser.department_id or winner.department_id


def _drop_weekdays(request: HttpRequest, winner: SpecialHours, own: SpecialHours) -> None:
    """Take from an entry the weekdays of one that has the same range, and delete it if none stay.

    Two entries of the same people and range would contradict each other.
    """
    rows = admin.site.get_model_admin(SpecialHours)
    winner.weekdays -= own.weekdays
    if winner.weekdays:
        winner.edit_version += 1
        winner.full_clean()
        winner.save()
        rows.log_change(request, winner, "")
    else:
        rows.log_deletions(request, SpecialHours.objects.filter(pk=winner.pk))
        winner.delete()


def _is_there(own: SpecialHours) -> bool:
    names = ("department_id", "languages", "effect", "first_day", "last_day", "weekdays")
    return SpecialHours.objects.filter(**{name: getattr(own, name) for name in names}).exists()


def _add(request: HttpRequest, own: SpecialHours) -> None:
    own.full_clean()
    own.save()
    admin.site.get_model_admin(SpecialHours).log_addition(request, own, "")


def _copy_reason(one: SpecialHours, other: SpecialHours) -> None:
    for code in SITE_LANGUAGES:
        setattr(other, f"reason_{code}", getattr(one, f"reason_{code}"))
