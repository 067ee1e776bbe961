"""The directory and its entries.

An entry names its fields once: they are the columns and properties of the row that have the same
names. Entries are known by identity: one that no edit has touched is the same object in the next
directory.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import NamedTuple

from support.directory.channels import ContactChannel, channels_in
from support.directory.exceptions import NO_EXCEPTIONS, Exceptions
from support.directory.hours import ServedLanguage
from support.directory.making import Made
from support.directory.rows import Rows
from support.directory.text import NO_TEXT, Text
from support.locales.languages import SITE_LANGUAGES
from support.locales.site_language import DEFAULT_LANGUAGE
from support.models import Channel
from support.models.publicity import ALWAYS_PUBLIC, Publicity, Standing
from support.models.validators import fill_in
from support.schedule import Interval


@dataclass(frozen=True, slots=True, eq=False)
class DepartmentEntry:
    slug: str
    name: Text = NO_TEXT
    summary: Text = NO_TEXT
    note: Text = NO_TEXT
    search_words: Text = NO_TEXT
    languages: tuple[ServedLanguage, ...] = ()
    exceptions: Exceptions = NO_EXCEPTIONS
    channels: tuple[ContactChannel, ...] = ()
    former_slugs: tuple[str, ...] = ()
    publicity: Publicity = ALWAYS_PUBLIC

    def channels_in(self, language: str) -> tuple[ContactChannel, ...]:
        """Return the channels for people who are served in `language`."""
        return channels_in(self.channels, language)


@dataclass(frozen=True, slots=True, eq=False)
class ProductEntry:
    slug: str
    name: Text
    summary: Text
    instructions: Text
    locales: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class AudienceEntry:
    slug: str
    name: Text
    summary: Text


@dataclass(frozen=True, slots=True, eq=False)
class TopicEntry:
    """`department` is the short name of the one that helps."""

    slug: str
    name: Text
    search_words: Text
    department: str


@dataclass(frozen=True, slots=True, eq=False)
class SectionEntry:
    slug: str
    heading: Text
    text: Text


@dataclass(frozen=True, slots=True, eq=False)
class IncidentEntry:
    """It is shown in its `period`; None for never. `link` may be empty."""

    text: Text
    link: str
    period: Interval | None

    def is_shown(self, at: datetime) -> bool:
        return self.period is not None and self.period.start <= at < self.period.end

    def next_change(self, at: datetime) -> datetime | None:
        """Return the next instant at which it appears or disappears."""
        return min((edge for edge in self.period or () if edge > at), default=None)


@dataclass(frozen=True, slots=True, eq=False)
class OrganizationEntry:
    name: str = ""
    control_panel: Text = NO_TEXT
    platform: str = ""
    experts: Text = NO_TEXT
    contributions: Text = NO_TEXT
    website_url: str = ""
    control_panel_url: str = ""
    manual_url: Text = NO_TEXT
    tips_url: Text = NO_TEXT
    documentation_url: str = ""
    forum_url: str = ""
    reviews_url: str = ""
    resource_centre_url: str = ""
    resource_centre_search_url: str = ""
    privacy_url: Text = NO_TEXT
    imprint_url: Text = NO_TEXT
    hidden_languages: tuple[str, ...] = ()
    colour: str = ""
    logo: str = ""
    icon: str = ""
    response_time_limit: int | None = None
    response_time_average: int | None = None
    response_time_year: int | None = None


class MeasuredTime(NamedTuple):
    """How long a department takes to answer in a language: the average of so many answers."""

    department: str
    language: str
    seconds: int
    answers: int
    since: date


@dataclass(frozen=True, slots=True, eq=False)
class Directory:
    """Everything at one revision, with the rows that it is made of; what the public sees of it is
    `published`.

    What is made of it is known by the token: a restore of the database sets the revision back.
    `until` is when the public sees other departments or incidents; None for never, and for what
    is not published.
    """

    revision: int
    token: str
    organization: OrganizationEntry
    departments: tuple[DepartmentEntry, ...]
    channels: tuple[ContactChannel, ...]
    products: tuple[ProductEntry, ...]
    audiences: tuple[AudienceEntry, ...] = ()
    topics: tuple[TopicEntry, ...] = ()
    sections: tuple[SectionEntry, ...] = ()
    incidents: tuple[IncidentEntry, ...] = ()
    rows: Rows = field(default_factory=dict, repr=False)
    made: Made = field(default_factory=dict, repr=False)
    until: datetime | None = None
    # What was measured, for the contact page; nothing where the directory is only looked at.
    response_times: tuple[MeasuredTime, ...] = ()

    @property
    def shown_languages(self) -> tuple[str, ...]:
        """Return the site languages that staff show; the one that stands in for others always."""
        hidden = set(self.organization.hidden_languages) - {DEFAULT_LANGUAGE}
        return tuple(code for code in SITE_LANGUAGES if code not in hidden)

    def published(self, at: datetime) -> Directory:
        """Return what the public sees at an instant: without the departments and incidents that
        are not shown, and what leads to such departments alone."""
        moments = [
            *(each.publicity.next_change(at) for each in self.departments),
            *(each.next_change(at) for each in self.incidents),
        ]
        until = min(filter(None, moments), default=None)
        shown = tuple(each for each in self.departments if each.publicity.at(at) is Standing.SHOWN)
        incidents = tuple(each for each in self.incidents if each.is_shown(at))
        if len(shown) == len(self.departments):
            is_same = until is None and incidents == self.incidents
            return self if is_same else replace(self, incidents=incidents, until=until)
        not_shown = set(self.departments).difference(shown)
        without_use = _channels_of(not_shown) - _channels_of(shown)
        slugs = {each.slug for each in shown}
        return replace(
            self,
            departments=shown,
            channels=tuple(each for each in self.channels if each not in without_use),
            topics=tuple(each for each in self.topics if each.department in slugs),
            incidents=incidents,
            until=until,
        )

    def department(self, slug: str) -> DepartmentEntry | None:
        """Return the department that has the short name, or else had it."""
        for entry in self.departments:
            if entry.slug == slug:
                return entry
        return next((each for each in self.departments if slug in each.former_slugs), None)

    def channels_in(self, language: str) -> tuple[ContactChannel, ...]:
        """Return the channels for people who are served in `language`.

        A general one goes as soon as one of its departments has another in its place.
        """
        replaced = {
            channel
            for entry in self.departments
            for channel in set(entry.channels).difference(entry.channels_in(language))
        }
        return tuple(
            channel
            for channel in self.channels
            if channel.language in ("", language) and channel not in replaced
        )

    def status_page(self, language: str) -> str:
        """Return where the first channel of that kind leads; empty where there is none."""
        addresses = (
            fill_in(channel.address, "", language)
            for channel in self.channels_in(language)
            if channel.kind == Channel.Kind.STATUS
        )
        return next(filter(None, addresses), "")


def _channels_of(departments: Iterable[DepartmentEntry]) -> set[ContactChannel]:
    return {channel for entry in departments for channel in entry.channels}
