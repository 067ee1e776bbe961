"""Say of whom a closed day changes nothing, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _

from support.directory import DepartmentEntry, ServedLanguage
from support.locales.formatting import format_dates, join
from support.locales.languages import language_name
from support.schedule import Timetable, Unscheduled


def unaffected_lines(
    before: Sequence[DepartmentEntry],
    first: date,
    last: date,
    languages: Sequence[str],
    language: str,
) -> list[str]:
    """Return sentences about languages that were closed on these days anyway or state no hours.

    `languages` are those that are meant to close, empty for all; `language` that of the sentences.
    """
    return [
        line for entry in before for line in _of_department(entry, first, last, languages, language)
    ]


def _of_department(
    entry: DepartmentEntry, first: date, last: date, languages: Sequence[str], language: str
) -> Iterator[str]:
    meant = [served for served in entry.languages if not languages or served.tag in languages]
    unstated = [served for served in meant if isinstance(served.timetable, Unscheduled)]
    closed = [
        served
        for served in meant
        if isinstance(served.timetable, Timetable) and not served.timetable.shifts(first, last)
    ]
    values = {
        "department": entry.name.read(language) or entry.slug,
        "days": format_dates(first, last, language),
    }
    if closed:
        yield _("%(department)s in %(languages)s has no hours on %(days)s anyway.") % (
            values | {"languages": _names(closed, language)}
        )
    if unstated:
        yield _("%(department)s in %(languages)s has no set hours, so nothing changes there.") % (
            values | {"languages": _names(unstated, language)}
        )


def _names(languages: Sequence[ServedLanguage], language: str) -> str:
    return join([language_name(served.tag, language) for served in languages], language)
