"""Check rows against each other by the rules of the models, without a query for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from django.core.exceptions import ValidationError
from django.db import models

from support.models import LanguageWindow, SpecialHours, clashes
from support.models.scope import Scoped, not_served
from support.models.special_hours import contradict, contradiction
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
        if _is_checked(entry) and not is_unsure and not _is_served(entry.row, served[slug]):
            mistakes.add_error(entry.place, ValidationError({"language": not_served()}))
    for one, other in _contradictions(configuration.special_hours):
        for entry, contrary in ((one, other), (other, one)):
            if _is_checked(entry):
                mistakes.add_error(entry.place, contradiction(_special(contrary)))


def _is_served(row: models.Model, languages: set[str]) -> bool:
    return not isinstance(row, Scoped) or not row.language or row.language in languages


def _is_checked(entry: Entry) -> bool:
    return entry.is_valid and bool(entry.place)


def _languages(entry: Entry) -> set[str]:
    return {row.language for row in entry.windows} | {row.language for row in entry.unscheduled}


def _contradictions(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Entry]]:
    for group in _of_the_same_people(entries):
        by_day = sorted(group, key=lambda entry: _special(entry).first_day)
        for position, entry in enumerate(by_day):
            row = _special(entry)
            for other in by_day[position + 1 :]:
                if _special(other).first_day > row.last_day:
                    break
                if contradict(row, _special(other)):
                    yield entry, other


def _of_the_same_people(entries: Iterable[Entry]) -> Iterable[list[Entry]]:
    groups: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        if entry.is_valid:
            row = _special(entry)
            groups.setdefault((department_of(row), row.language), []).append(entry)
    return groups.values()


def _special(entry: Entry) -> SpecialHours:
    assert isinstance(entry.row, SpecialHours)  # noqa: S101  # the section holds nothing else
    return entry.row
