"""The directory: an immutable picture of everything public, with its revision.

    rows -> Directory -> page, API

Loading takes the same number of queries however many rows there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models

from support.languages import SITE_LANGUAGES
from support.models import Channel, Department, LanguageWindow, Organization, Product
from support.revision import current_revision
from support.schedule import Timetable, Unscheduled, Window


class Text:
    """One text in the languages that staff have written it in."""

    __slots__ = ("texts",)

    def __init__(self, texts: Mapping[str, str | None]) -> None:
        self.texts = {language: text for language, text in texts.items() if text}

    @classmethod
    def of(cls, row: models.Model, field: str) -> Text:
        return cls({code: getattr(row, f"{field}_{code}") for code in SITE_LANGUAGES})

    def __bool__(self) -> bool:
        return bool(self.texts)

    def written_in(self, language: str) -> str:
        """The language that `read` answers in: the wanted one, else English, else any there is."""
        for candidate in (language, "en", *self.texts):
            if candidate in self.texts:
                return candidate
        return language

    def read(self, language: str) -> str:
        return self.texts.get(self.written_in(language), "")


NO_TEXT = Text({})

_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Hours:
    """One window as staff stated it, with what they call it."""

    window: Window
    label: Text


@dataclass(frozen=True, slots=True)
class ServedLanguage:
    tag: str
    hours: tuple[Hours, ...]
    timetable: Timetable | Unscheduled


@dataclass(frozen=True, slots=True)
class ContactChannel:
    slug: str
    kind: str
    audience: str
    name: Text
    instructions: Text
    address: str
    language: str
    departments: tuple[str, ...]


def channels_in(channels: Sequence[ContactChannel], language: str) -> tuple[ContactChannel, ...]:
    """Those for people who are served in `language`.

    One that is only for this language takes the place of the general one of its kind that leads
    to the same department.
    """
    replaced = {
        (channel.kind, department)
        for channel in channels
        if channel.language == language
        for department in channel.departments
    }
    return tuple(
        channel
        for channel in channels
        if channel.language == language
        or (
            not channel.language
            and not any((channel.kind, slug) in replaced for slug in channel.departments)
        )
    )


@dataclass(frozen=True, slots=True)
class DepartmentEntry:
    slug: str
    name: Text
    summary: Text
    note: Text
    languages: tuple[ServedLanguage, ...]
    channels: tuple[ContactChannel, ...]

    def channels_in(self, language: str) -> tuple[ContactChannel, ...]:
        """The channels for people who are served in `language`."""
        return channels_in(self.channels, language)


@dataclass(frozen=True, slots=True)
class ProductEntry:
    slug: str
    name: Text
    summary: Text
    instructions: Text
    locales: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrganizationEntry:
    name: str = ""
    control_panel: Text = NO_TEXT
    platform: str = ""
    experts: Text = NO_TEXT
    contributions: Text = NO_TEXT
    website_url: str = ""
    reviews_url: str = ""
    resource_centre_url: str = ""
    response_time_limit: int | None = None
    response_time_average: int | None = None
    response_time_year: int | None = None


@dataclass(frozen=True, slots=True)
class Directory:
    revision: int
    organization: OrganizationEntry
    departments: tuple[DepartmentEntry, ...]
    channels: tuple[ContactChannel, ...]
    products: tuple[ProductEntry, ...]


def load_directory() -> Directory:
    """The rows as one revision has them.

    No lock is taken. Where somebody edits while the rows are read, they are read once more; if
    that goes on, what is read last is newer than its revision says, and loaded anew when next
    asked for.
    """
    for _attempt in range(_ATTEMPTS):
        directory = _read(current_revision())
        if directory.revision == current_revision():
            break
    return directory


def _read(revision: int) -> Directory:
    organization = Organization.objects.select_related("control_panel").first()
    products = Product.objects.prefetch_related("ui_locales")
    channels = Channel.objects.prefetch_related("departments")
    departments = Department.objects.prefetch_related("windows", "unscheduled_languages")
    channel_entries = tuple(_channel(row, organization) for row in channels)
    return Directory(
        revision,
        OrganizationEntry() if organization is None else _organization(organization),
        tuple(_department(row, channel_entries) for row in departments),
        channel_entries,
        tuple(_product(row) for row in products),
    )


def _department(row: Department, channels: tuple[ContactChannel, ...]) -> DepartmentEntry:
    return DepartmentEntry(
        row.slug,
        Text.of(row, "name"),
        Text.of(row, "summary"),
        Text.of(row, "note"),
        tuple(served_languages(row)),
        tuple(channel for channel in channels if row.slug in channel.departments),
    )


def served_languages(row: Department) -> Iterator[ServedLanguage]:
    """In the order staff gave them, those without stated hours last."""
    by_language: dict[str, list[Hours]] = {}
    for window in row.windows.all():
        by_language.setdefault(window.language, []).append(_hours(window))
    for tag, hours in by_language.items():
        yield ServedLanguage(tag, tuple(hours), Timetable(h.window for h in hours))
    for unscheduled in row.unscheduled_languages.all():
        if unscheduled.language not in by_language:
            yield ServedLanguage(unscheduled.language, (), Unscheduled())


def _hours(row: LanguageWindow) -> Hours:
    return Hours(row.window, Text.of(row, "label"))


def _channel(row: Channel, organization: Organization | None) -> ContactChannel:
    """Documentation and forum without an address of their own are the organisation's."""
    general = {}
    if organization:
        general = {
            Channel.Kind.DOCUMENTATION: organization.documentation_url,
            Channel.Kind.FORUM: organization.forum_url,
        }
    return ContactChannel(
        row.slug,
        row.kind,
        row.audience,
        Text.of(row, "name"),
        Text.of(row, "instructions"),
        row.address or general.get(Channel.Kind(row.kind), ""),
        row.language,
        tuple(department.slug for department in row.departments.all()),
    )


def _product(row: Product) -> ProductEntry:
    return ProductEntry(
        row.slug,
        Text.of(row, "name"),
        Text.of(row, "summary"),
        Text.of(row, "instructions"),
        tuple(ui.locale for ui in row.ui_locales.all()),
    )


def _organization(row: Organization) -> OrganizationEntry:
    plain: dict[str, Any] = {
        field: getattr(row, field)
        for field in OrganizationEntry.__dataclass_fields__
        if field not in {"control_panel", "experts", "contributions"}
    }
    return OrganizationEntry(
        control_panel=Text.of(row.control_panel, "name") if row.control_panel else NO_TEXT,
        experts=Text.of(row, "experts"),
        contributions=Text.of(row, "contributions"),
        **plain,
    )
