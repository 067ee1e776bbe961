from __future__ import annotations

from dataclasses import dataclass

from support.directory.channels import ContactChannel, channels_in
from support.directory.exceptions import Exceptions
from support.directory.hours import ServedLanguage
from support.directory.text import NO_TEXT, Text


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class DepartmentEntry:
    slug: str
    name: Text
    summary: Text
    note: Text
    languages: tuple[ServedLanguage, ...]
    exceptions: Exceptions
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


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class OrganizationEntry:
    name: str = ""
    control_panel: Text = NO_TEXT
    platform: str = ""
    experts: Text = NO_TEXT
    contributions: Text = NO_TEXT
    website_url: str = ""
    reviews_url: str = ""
    resource_centre_url: str = ""
    resource_centre_search_url: str = ""
    response_time_limit: int | None = None
    response_time_average: int | None = None
    response_time_year: int | None = None


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Directory:
    revision: int
    organization: OrganizationEntry
    departments: tuple[DepartmentEntry, ...]
    channels: tuple[ContactChannel, ...]
    products: tuple[ProductEntry, ...]
