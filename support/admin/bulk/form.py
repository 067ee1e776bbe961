"""The base of the bulk actions, which change all chosen departments or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from support.directory import DepartmentEntry
from support.locales.languages import language_name
from support.models import Department, LanguageWindow, SpecialHours, UnscheduledLanguage, clashes


class BulkForm(forms.Form):
    """The form of a bulk action. `action` is its name in the list of departments.

    `save` leaves in `notes` what it does besides changing hours, and why it does nothing.
    """

    action: ClassVar[str]
    title: ClassVar[str | Promise]
    explanation: ClassVar[str | Promise]
    datalists: ClassVar[Sequence[str]] = ("languages",)

    def __init__(self, departments: Sequence[Department], data: Any = None) -> None:
        super().__init__(data)
        self.departments = departments
        self.notes: list[str] = []

    def saved_special_hours(self) -> Sequence[SpecialHours]:
        """Return the special hours that the action saved, which can lose to others."""
        return ()

    def reasons(
        self, before: Sequence[DepartmentEntry], after: Sequence[DepartmentEntry]
    ) -> list[str]:
        """Say of whom no hours change, where people would expect a change, and why."""
        return []

    def save(self, request: HttpRequest) -> None:
        """Carry out the action, within a transaction.

        Raises ValidationError with every mistake, each with the name of its department.
        """
        raise NotImplementedError


def languages_to_choose(departments: Sequence[Department]) -> list[tuple[str, str]]:
    """Return the languages in which any of the departments answers, sorted by name."""
    language = get_language() or "en"
    tags = {
        tag
        for model in (LanguageWindow, UnscheduledLanguage)
        for tag in model.objects.filter(department__in=departments).values_list(
            "language", flat=True
        )
    }
    pairs = [(tag, language_name(tag, language)) for tag in tags]
    return sorted(pairs, key=lambda pair: pair[1].casefold())


def windows_by_department(
    departments: Sequence[Department],
) -> Iterator[tuple[Department, list[LanguageWindow]]]:
    """Yield each department with its windows. Takes one query."""
    found: dict[int, list[LanguageWindow]] = {department.pk: [] for department in departments}
    by_pk = {department.pk: department for department in departments}
    for window in LanguageWindow.objects.filter(department__in=departments).order_by("pk"):
        window.department = by_pk[window.department_id]
        found[window.department_id].append(window)
    for department in departments:
        yield department, found[department.pk]


def mistakes_of_windows(windows: Sequence[LanguageWindow]) -> Iterator[ValidationError]:
    """Validate all windows of a department by the rules of its form, without queries."""
    for window in windows:
        try:
            window.clean_fields()
            window.clean()
        except ValidationError as error:
            yield error
            return
    for errors in clashes(windows).values():
        yield from errors


def of_department(
    department: Department, errors: Iterable[ValidationError]
) -> list[ValidationError]:
    """Return the mistakes, each once, with the department's name before it."""
    messages = dict.fromkeys(message for error in errors for message in error.messages)
    return [
        ValidationError(
            _("%(department)s: %(mistake)s"), "bulk", {"department": department, "mistake": each}
        )
        for each in messages
    ]
