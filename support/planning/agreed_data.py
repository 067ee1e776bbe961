"""Hours that come out otherwise after an update of zone data or of holiday calendars.

What the data say of the zones and calendars in use is kept with the versions of the packages. It is
small and does not depend on edits, so an edit is never taken for an update.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from support.directory import DepartmentEntry, Directory, Hours, ServedLanguage
from support.locales.data_versions import data_versions
from support.locales.holiday_calendars import base_name, holiday_calendar
from support.locales.holiday_names import own_names
from support.models import AgreedData
from support.schedule import (
    Holiday,
    HolidayCalendar,
    Shift,
    Timetable,
    clock_changes,
    date_of,
    day_number,
)

# What is kept reaches beyond the coming year, so that it still covers one some months later.
_KEPT_YEARS = 3
# A holiday that an update drops is still one of the years before.
_NAMED_YEARS = 5
_COMING_YEAR = timedelta(days=366)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class HolidayDiffers:
    """A day that counts as a public holiday only since an update (`is_new`), or no longer."""

    department: DepartmentEntry
    languages: tuple[str, ...]
    calendar: str
    day: date
    name: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class ClockDiffers:
    """Days on which hours come by so much earlier than before an update; negative is later."""

    department: DepartmentEntry
    languages: tuple[str, ...]
    zone: str
    days: tuple[date, ...]
    earlier_by: timedelta


DataDifference = HolidayDiffers | ClockDiffers


def differences_since_agreed(directory: Directory, at: datetime) -> list[DataDifference]:
    """Return what comes out otherwise in the year from `at` than by the data last agreed with.

    Takes one query and writes nothing.
    """
    return _differences(_agreed(), directory, at)


def keep_data(directory: Directory, at: datetime) -> None:
    """Keep what the data say now as agreed with, unless there are differences to be looked at.

    Call it after staff have saved something, so that what is kept covers the zones and calendars in
    use and the coming year. Takes one query if it does already.
    """
    agreed = _agreed()
    if agreed is None or agreed.versions != data_versions():
        if not _differences(agreed, directory, at):
            agree(directory, at)
    elif not _covers(agreed, directory, at):
        agree(directory, at)


def _agreed() -> AgreedData | None:
    return AgreedData.objects.filter(pk=AgreedData.ONLY_PK).first()


def _differences(
    agreed: AgreedData | None, directory: Directory, at: datetime
) -> list[DataDifference]:
    if agreed is None or agreed.versions == data_versions():
        return []
    return [
        *_clock_differences(agreed, directory, at),
        *_holiday_differences(agreed, directory, at),
    ]


def agree(directory: Directory, at: datetime) -> None:
    """Keep what the data say now as agreed with."""
    zones, calendars = _in_use(directory)
    years = range(at.year, at.year + _KEPT_YEARS)
    AgreedData.objects.update_or_create(
        pk=AgreedData.ONLY_PK,
        defaults={
            "versions": data_versions(),
            "zones": {key: _offsets(key, years) for key in sorted(zones)},
            "calendars": {code: _holidays(code, years) for code in sorted(calendars)},
            "until": date(years[-1], 12, 31),
        },
    )


def versions_agreed() -> dict[str, str]:
    """Return the versions that staff last agreed with; empty if there are none yet."""
    agreed = _agreed()
    return dict(agreed.versions) if agreed else {}


def _covers(agreed: AgreedData, directory: Directory, at: datetime) -> bool:
    zones, calendars = _in_use(directory)
    reaches = agreed.until >= (at + _COMING_YEAR).date()
    return reaches and zones <= agreed.zones.keys() and calendars <= agreed.calendars.keys()


def _in_use(directory: Directory) -> tuple[set[str], set[str]]:
    """Return the keys of the zones and the codes of the calendars by which hours are stated."""
    served = [each for entry in directory.departments for each in entry.languages]
    windows = [hours.window for each in served for hours in each.hours]
    zones = {zone for each in served for zone in each.zones}
    zones |= {w.holidays.zone for w in windows if w.holidays and w.holidays.zone}
    return zones, {window.holidays.code for window in windows if window.holidays}


def _offsets(key: str, years: range) -> list[list[int]]:
    """Return the instants from which the clock has another distance from UTC, in seconds."""
    start, end = _first_instant(years[0]), _first_instant(years[-1] + 1)
    offset = start.astimezone(ZoneInfo(key)).utcoffset() or timedelta(0)
    changes = [(change.at, change.after) for change in clock_changes(key, start, end)]
    return [
        [int(at.timestamp()), int(ahead.total_seconds())]
        for at, ahead in ((start, offset), *changes)
    ]


def _first_instant(year: int) -> datetime:
    return datetime(year, 1, 1, tzinfo=UTC)


def _holidays(code: str, years: range) -> dict[str, str]:
    calendar = holiday_calendar(code)
    first, last = (day_number(date(years[0], 1, 1)), day_number(date(years[-1], 12, 31)))
    return {
        date_of(day).isoformat(): calendar.name(day) or "" for day in calendar.days(first, last)
    }


def _clock_differences(
    agreed: AgreedData, directory: Directory, at: datetime
) -> Iterator[ClockDiffers]:
    years = range(at.year, at.year + 2)
    differing = {
        key: spans
        for key, before in agreed.zones.items()
        if (spans := _differing_spans(before, _offsets(key, years), at, at + _COMING_YEAR))
    }
    for entry in directory.departments if differing else ():
        found: dict[tuple[str, timedelta, tuple[date, ...]], list[str]] = {}
        for served in entry.languages:
            for (key, earlier), days in _moved(served, differing).items():
                found.setdefault((key, earlier, tuple(days)), []).append(served.tag)
        for (key, earlier, all_days), tags in found.items():
            yield ClockDiffers(entry, tuple(tags), key, all_days, earlier)


class _Span(NamedTuple):
    """A time in which a clock is further ahead of UTC than it was to be."""

    start: datetime
    end: datetime
    ahead_by: timedelta


def _differing_spans(
    before: list[list[int]], after: list[list[int]], start: datetime, end: datetime
) -> list[_Span]:
    edges = sorted(
        {start, end} | {datetime.fromtimestamp(at, UTC) for at, _offset in (*before, *after)}
    )
    spans = [
        _Span(first, last, _offset_at(after, first) - _offset_at(before, first))
        for first, last in pairwise(edges)
        if start <= first < end
    ]
    return [span for span in spans if span.ahead_by]


def _offset_at(offsets: list[list[int]], instant: datetime) -> timedelta:
    seconds = instant.timestamp()
    past = [offset for at, offset in offsets if at <= seconds]
    return timedelta(seconds=past[-1] if past else offsets[0][1])


def _moved(
    served: ServedLanguage, differing: Mapping[str, list[_Span]]
) -> dict[tuple[str, timedelta], list[date]]:
    """Return the days on which hours of a language are moved, by clock and distance."""
    found: dict[tuple[str, timedelta], list[date]] = {}
    if not isinstance(served.timetable, Timetable):
        return found
    for key in sorted(served.zones & differing.keys()):
        for span in differing[key]:
            for shift in served.timetable.shifts(span.start.date() - _DAY, span.end.date() + _DAY):
                start, end = shift.interval
                if shift.window.zone == key and (
                    span.start <= start < span.end or span.start < end <= span.end
                ):
                    days = found.setdefault((key, span.ahead_by), [])
                    if shift.day not in days:
                        days.append(shift.day)
    return {what: sorted(days) for what, days in found.items()}


def _holiday_differences(
    agreed: AgreedData, directory: Directory, at: datetime
) -> Iterator[HolidayDiffers]:
    first, last = at.date(), (at + _COMING_YEAR).date()
    for code, before in sorted(agreed.calendars.items()):
        after = _holidays(code, range(first.year, last.year + 1))
        names = {**before, **after}
        for day in sorted(before.keys() ^ after.keys()):
            if first.isoformat() <= day <= last.isoformat():
                is_new = day in after
                holiday = Holiday(code, date.fromisoformat(day), names[day])
                for entry, tags in _observing(directory, holiday, is_new):
                    yield HolidayDiffers(entry, tags, code, holiday.day, holiday.name, is_new)


def _observing(
    directory: Directory, holiday: Holiday, is_new: bool
) -> Iterator[tuple[DepartmentEntry, tuple[str, ...]]]:
    """Yield the departments and languages whose hours differ if a day is a holiday or not."""
    for entry in directory.departments:
        tags = tuple(
            served.tag
            for served in entry.languages
            if isinstance(served.timetable, Timetable)
            and _is_touched(served, served.timetable, holiday, is_new)
        )
        if tags:
            yield entry, tags


def _is_touched(served: ServedLanguage, table: Timetable, holiday: Holiday, is_new: bool) -> bool:
    code, day = holiday.calendar, holiday.day
    if is_new:
        changes = table.holiday_changes(day - _DAY, day)
        return any(each.holiday.calendar == code and each.holiday.day == day for each in changes)
    observing = [hours.window for hours in served.hours if _observed(hours, holiday)]
    return any(
        shift.window in observing
        and shift.window.holidays is not None
        and _calendar_day(shift, shift.window.holidays) == day
        for shift in table.shifts(day - _DAY, day + _DAY)
    )


def _observed(hours: Hours, holiday: Holiday) -> bool:
    """Return whether a day counted for a window while its calendar had it as a holiday."""
    calendar = hours.window.holidays
    if calendar is None or calendar.code != holiday.calendar:
        return False
    return base_name(holiday.name) not in _left_out(hours, holiday)


def _left_out(hours: Hours, holiday: Holiday) -> list[str]:
    """Return the calendar's own names of the holidays that do not count, as of any near year."""
    if not hours.holidays_except:
        return []
    years = range(holiday.day.year - _NAMED_YEARS, holiday.day.year + _NAMED_YEARS)
    native = own_names(holiday.calendar, years)
    return [native.get(name, name) for name in hours.holidays_except]


def _calendar_day(shift: Shift, calendar: HolidayCalendar) -> date:
    """Return the day on which a shift begins by the clock of the calendar that it observes."""
    return shift.interval.start.astimezone(ZoneInfo(calendar.zone or shift.window.zone)).date()
