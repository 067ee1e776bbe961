"""From rows to the directory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from support.directory.channels import ContactChannel
from support.directory.entries import (
    DepartmentEntry,
    Directory,
    OrganizationEntry,
    ProductEntry,
)
from support.directory.exceptions import ClosureEntry, Exceptions, SpecialHoursEntry
from support.directory.hours import (
    Hours,
    ServedLanguage,
    served_language,
    unscheduled_language,
)
from support.directory.revision import current_revision
from support.directory.rows import Rows, read_rows
from support.directory.text import NO_TEXT, Text
from support.models import (
    Channel,
    Closure,
    Department,
    LanguageWindow,
    Organization,
    Product,
    SpecialHours,
    UnscheduledLanguage,
)

_ATTEMPTS = 3

_Row = TypeVar("_Row")


def load_directory() -> Directory:
    """The rows as one revision has them.

    No lock is taken. Where somebody edits while the rows are read, they are read once more; if
    that goes on, what is read last is newer than its revision says, and loaded anew when next
    asked for.
    """
    for _attempt in range(_ATTEMPTS):
        revision = current_revision()
        directory = directory_of(read_rows(), revision)
        if directory.revision == current_revision():
            break
    return directory


def directory_of(rows: Rows, revision: int) -> Directory:
    products = {row.pk: row for row in rows.products}
    channels = tuple(_channels(rows))
    return Directory(
        revision,
        _organization(rows.organization, products) if rows.organization else OrganizationEntry(),
        tuple(_departments(rows, channels)),
        channels,
        tuple(_products(rows)),
    )


def _departments(rows: Rows, channels: tuple[ContactChannel, ...]) -> Iterator[DepartmentEntry]:
    windows = _by((row.department_id, row) for row in rows.windows)
    unscheduled = _by((row.department_id, row) for row in rows.unscheduled_languages)
    for row in rows.departments:
        exceptions = exceptions_for(row, rows.special_hours, rows.closures)
        served = served_languages(windows.get(row.pk, ()), unscheduled.get(row.pk, ()), exceptions)
        yield DepartmentEntry(
            row.slug,
            Text.of(row, "name"),
            Text.of(row, "summary"),
            Text.of(row, "note"),
            tuple(served),
            exceptions,
            tuple(channel for channel in channels if row.slug in channel.departments),
        )


def exceptions_for(
    department: Department, special_hours: Iterable[SpecialHours], closures: Iterable[Closure]
) -> Exceptions:
    """Of those given, the department's own and those of all departments."""
    ours = {None, department.pk}
    return Exceptions(
        tuple(
            SpecialHoursEntry(row.special, row.language, Text.of(row, "reason"))
            for row in special_hours
            if row.department_id in ours
        ),
        tuple(
            ClosureEntry(row.closure, row.zone, row.language, Text.of(row, "reason"))
            for row in closures
            if row.department_id in ours and row.closure
        ),
    )


def served_languages(
    windows: Iterable[LanguageWindow],
    unscheduled_languages: Iterable[UnscheduledLanguage],
    exceptions: Exceptions,
) -> Iterator[ServedLanguage]:
    """Of one department: in the order staff gave them, those without stated hours last."""
    by_language = _by((window.language, _hours(window)) for window in windows)
    for tag, hours in by_language.items():
        yield served_language(tag, hours, exceptions)
    for unscheduled in unscheduled_languages:
        if unscheduled.language not in by_language:
            yield unscheduled_language(unscheduled.language, exceptions)


def _hours(row: LanguageWindow) -> Hours:
    return Hours(row.window, Text.of(row, "label"))


def _channels(rows: Rows) -> Iterator[ContactChannel]:
    """Documentation and forum without an address of their own are the organisation's."""
    general = {}
    if rows.organization:
        general = {
            Channel.Kind.DOCUMENTATION: rows.organization.documentation_url,
            Channel.Kind.FORUM: rows.organization.forum_url,
        }
    slugs = {row.pk: row.slug for row in rows.departments}
    departments = _by(rows.channel_departments)
    for row in rows.channels:
        yield ContactChannel(
            row.slug,
            row.kind,
            row.audience,
            Text.of(row, "name"),
            Text.of(row, "instructions"),
            row.address or general.get(Channel.Kind(row.kind), ""),
            row.language,
            tuple(slugs[pk] for pk in departments.get(row.pk, ()) if pk in slugs),
        )


def _products(rows: Rows) -> Iterator[ProductEntry]:
    locales = _by((row.product_id, row.locale) for row in rows.ui_locales)
    for row in rows.products:
        yield ProductEntry(
            row.slug,
            Text.of(row, "name"),
            Text.of(row, "summary"),
            Text.of(row, "instructions"),
            tuple(locales.get(row.pk, ())),
        )


def _organization(row: Organization, products: Mapping[int, Product]) -> OrganizationEntry:
    plain: dict[str, Any] = {
        field: getattr(row, field)
        for field in OrganizationEntry.__dataclass_fields__
        if field not in {"control_panel", "experts", "contributions"}
    }
    panel = products.get(row.control_panel_id or 0)
    return OrganizationEntry(
        control_panel=Text.of(panel, "name") if panel else NO_TEXT,
        experts=Text.of(row, "experts"),
        contributions=Text.of(row, "contributions"),
        **plain,
    )


def _by(pairs: Iterable[tuple[Any, _Row]]) -> dict[Any, list[_Row]]:
    grouped: dict[Any, list[_Row]] = {}
    for key, row in pairs:
        grouped.setdefault(key, []).append(row)
    return grouped
