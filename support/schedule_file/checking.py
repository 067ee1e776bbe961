"""Check rows against each other by the rules of the models, without a query for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from django.core.exceptions import ValidationError

from support.models import LanguageWindow, SpecialHours, clashes
from support.models.contradictions import contradictions_of, contradicts
from support.models.scope import Scoped, not_served_in
from support.schedule import DateRange, contradiction
from support.schedule_file.configuration import Configuration, Entry, department_of
from support.schedule_file.mistakes import Mistakes


def check_windows(windows: Sequence[tuple[LanguageWindow, str]], mistakes: Mistakes) -> None:
    """Check the windows of one department, each with its place in the file."""
    for position, errors in sorted(clashes([row for row, _place in windows]).items()):
        for error in errors:
            mistakes.add_error(windows[position][1], error)


def check_exceptions(configuration: Configuration, mistakes: Mistakes) -> None:
    """Check the entries that have no mistake of their own: languages served, contradictions."""
    served = {entry.slug: _languages(entry) for entry in configuration.departments}
    served[""] = set().union(*served.values())
    unsure = {entry.slug for entry in configuration.departments if not entry.is_valid}
    for entry in [*configuration.special_hours, *configuration.closures]:
        slug = department_of(entry.row)
        is_unsure = slug in unsure if slug else bool(unsure)
        if _is_checked(entry) and not is_unsure:
            _check_served(entry, served[slug], mistakes)
    for one, other, split in _contradictions(configuration.special_hours):
        if _is_checked(one):
            mistakes.add_error(one.place, contradicts(_special(other), split))


def _check_served(entry: Entry, served: set[str], mistakes: Mistakes) -> None:
    if isinstance(entry.row, Scoped):
        error = not_served_in(entry.row.department, entry.row.languages, served)
        if error:
            field = "language" if len(entry.row.languages) == 1 else "languages"
            mistakes.add_error(entry.place, ValidationError({field: error}))


def _is_checked(entry: Entry) -> bool:
    return entry.is_valid and bool(entry.place)


def _languages(entry: Entry) -> set[str]:
    return {row.language for row in entry.windows} | {row.language for row in entry.unscheduled}


def _contradictions(
    entries: Iterable[Entry],
) -> Iterator[tuple[Entry, Entry, Sequence[DateRange]]]:
    """Yield both entries of a contradiction, each with the other and how to split it."""
    for group in _of_the_same_department(entries):
        for one, other, found in contradictions_of([_special(entry) for entry in group]):
            yield group[one], group[other], found.split
            turned = contradiction(found.other, found.one)
            yield group[other], group[one], turned.split if turned else ()


def _of_the_same_department(entries: Iterable[Entry]) -> Iterable[list[Entry]]:
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.is_valid:
            groups.setdefault(department_of(entry.row), []).append(entry)
    return groups.values()


def _special(entry: Entry) -> SpecialHours:
    assert isinstance(entry.row, SpecialHours)  # noqa: S101  # the section holds nothing else
    return entry.row
