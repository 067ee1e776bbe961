"""Public holidays and changes of the clocks, which come by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from support.admin.ahead.entry import Entry, Kind
from support.admin.clock_changes.words import clock_change_words
from support.admin.common.some_names import some_names
from support.directory import Directory
from support.locales.calendar_names import calendar_name
from support.locales.holiday_names import holiday_name
from support.planning.holidays_ahead import ObservedHoliday, observed_holidays
from support.schedule import Holiday, clock_changes

_MOST_NAMES = 5


def holidays(directory: Directory, language: str, first: date, last: date) -> Iterator[Entry]:
    """Yield the holidays on which hours would begin, each with the departments that observe it."""
    observing: dict[Holiday, list[ObservedHoliday]] = {}
    for each in observed_holidays(directory, first, last):
        if each.observing:
            observing.setdefault(each.holiday, []).append(each)
    for holiday, departments in observing.items():
        known = holiday_name(holiday.calendar, holiday.day, language)
        words = _("%(holiday)s (%(calendar)s): %(departments)s") % {
            "holiday": known.text if known else holiday.name,
            "calendar": calendar_name(holiday.calendar, language),
            "departments": _names(departments, language),
        }
        query = urlencode({"calendar": holiday.calendar})
        slugs = frozenset(each.entry.slug for each in departments)
        address = f"{reverse('admin:holidays')}?{query}"
        yield Entry(holiday.day, holiday.day, Kind.HOLIDAY, words, address, slugs)


def _names(departments: list[ObservedHoliday], language: str) -> str:
    names = [each.entry.name.read(language) or each.entry.slug for each in departments]
    return some_names(names, language, _MOST_NAMES)


def changes_of_clocks(
    directory: Directory, language: str, start: datetime, end: datetime
) -> Iterator[Entry]:
    """Yield the changes of the clocks by which hours are stated."""
    slugs: dict[str, set[str]] = {}
    for entry in directory.departments:
        for served in entry.languages:
            for hours in served.hours:
                slugs.setdefault(hours.window.zone, set()).add(entry.slug)
    for zone, concerned in slugs.items():
        for change in clock_changes(zone, start, end):
            day = change.shown_before.date()
            address = f"{reverse('admin:clock_changes')}?{urlencode({'zone': zone})}"
            words = clock_change_words(change, language)
            yield Entry(day, day, Kind.CLOCK_CHANGE, words, address, frozenset(concerned))
