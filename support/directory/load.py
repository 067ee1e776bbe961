"""Make the directory of its rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from django.db import models

from support.directory.channels import ContactChannel
from support.directory.entries import (
    AudienceEntry,
    DepartmentEntry,
    Directory,
    IncidentEntry,
    OrganizationEntry,
    ProductEntry,
    SectionEntry,
    TopicEntry,
)
from support.directory.exceptions import Exceptions
from support.directory.from_row import entry_from_row
from support.directory.hours import (
    Hours,
    ServedLanguage,
    served_language,
    unscheduled_language,
)
from support.directory.load_exceptions import exceptions_by_department
from support.directory.making import Maker
from support.directory.revision import current_edition
from support.directory.rows import (
    CHANNEL_DEPARTMENT,
    Row,
    Rows,
    column,
    grouped,
    read_rows,
)
from support.directory.text import NO_TEXT, Text
from support.locales.plain_text import one_line
from support.models import (
    Audience,
    Channel,
    Department,
    Incident,
    LanguageWindow,
    Organization,
    Product,
    Section,
    Topic,
    UILocale,
    UnscheduledLanguage,
)

_ATTEMPTS = 3


def load_directory(previous: Directory | None = None) -> Directory:
    """Read the rows as one revision has them, and return their directory.

    Entries that no edit has touched are those of `previous`. No lock is taken. If somebody edits
    while the rows are read, they are read again; if that goes on, what is read last is newer than
    its revision says, and is loaded again when next asked for.
    """
    for _attempt in range(_ATTEMPTS):
        edition = current_edition()
        rows = read_rows()
        if edition == current_edition():
            break
    return directory_of(rows, edition.number, previous, edition.token)


def directory_of(
    rows: Rows, revision: int, previous: Directory | None = None, token: str = ""
) -> Directory:
    """Return the directory of the rows; what `previous` has made of the same rows is taken over.

    One that is neither shown to the public nor kept needs no token.
    """
    make = Maker(previous.made if previous else {})
    products = _products(rows, make)
    channels = _channels(rows, make)
    return Directory(
        revision,
        token,
        _organization(rows, products, make),
        tuple(_departments(rows, channels, make)),
        tuple(channels.values()),
        tuple(products.values()),
        tuple(make(_audience, row) for row in rows[Audience]),
        tuple(_topics(rows, make)),
        tuple(make(_section, row) for row in _shown(rows, Section)),
        tuple(_incidents(rows, make)),
        rows,
        make.made,
    )


def _organization(
    rows: Rows, products: Mapping[int, ProductEntry], make: Maker
) -> OrganizationEntry:
    panel_of = column(Organization, "control_panel_id")
    for row in rows[Organization]:
        panel = products.get(panel_of(row))
        return make(_organization_entry, row, panel.name if panel else NO_TEXT)
    return make(OrganizationEntry)


def _organization_entry(row: Row, control_panel: Text) -> OrganizationEntry:
    return entry_from_row(OrganizationEntry, Organization, row, control_panel=control_panel)


def _products(rows: Rows, make: Maker) -> dict[int, ProductEntry]:
    """Return the products by primary key."""
    key, locale = column(Product, "id"), column(UILocale, "locale")
    locales = grouped(rows[UILocale], UILocale, "product_id")
    return {
        key(row): make(_product, row, tuple(map(locale, locales.get(key(row), ()))))
        for row in rows[Product]
    }


def _product(row: Row, locales: tuple[str, ...]) -> ProductEntry:
    return entry_from_row(ProductEntry, Product, row, locales=locales)


def _channels(rows: Rows, make: Maker) -> dict[int, ContactChannel]:
    """Return the channels by primary key."""
    key, kind = column(Channel, "id"), column(Channel, "kind")
    audience = column(Channel, "audience_id")
    addresses = _general_addresses(rows)
    audiences = _slugs(rows, Audience)
    return {
        key(row): make(
            _channel, row, addresses.get(kind(row), ""), audiences.get(audience(row), "")
        )
        for row in rows[Channel]
    }


def _slugs(rows: Rows, model: type[models.Model]) -> dict[int, str]:
    """Return the short names of the model's rows by primary key."""
    key, slug = column(model, "id"), column(model, "slug")
    return {key(row): slug(row) for row in rows[model]}


def _general_addresses(rows: Rows) -> dict[str, str]:
    """Return where the organisation has its channels of a kind, if they have no address."""
    columns = {
        Channel.Kind.CHAT: "control_panel_url",
        Channel.Kind.DOCUMENTATION: "documentation_url",
        Channel.Kind.FORUM: "forum_url",
    }
    return {
        kind.value: column(Organization, name)(row)
        for row in rows[Organization]
        for kind, name in columns.items()
    }


def _channel(row: Row, general_address: str, audience: str) -> ContactChannel:
    address = one_line(column(Channel, "address")(row)) or general_address
    if not Channel.can_be_shown(column(Channel, "kind")(row), address):
        address = ""
    return entry_from_row(ContactChannel, Channel, row, address=address, audience=audience)


def _audience(row: Row) -> AudienceEntry:
    return entry_from_row(AudienceEntry, Audience, row)


def _topics(rows: Rows, make: Maker) -> Iterator[TopicEntry]:
    """Yield the topics that are shown; one department's rows alone have no other's topics."""
    department, departments = column(Topic, "department_id"), _slugs(rows, Department)
    for row in _shown(rows, Topic):
        if department(row) in departments:
            yield make(_topic, row, departments[department(row)])


def _topic(row: Row, department: str) -> TopicEntry:
    return entry_from_row(TopicEntry, Topic, row, department=department)


def _section(row: Row) -> SectionEntry:
    return entry_from_row(SectionEntry, Section, row)


def _incidents(rows: Rows, make: Maker) -> Iterator[IncidentEntry]:
    """Yield the incidents, the latest first; one that a change of the clock skips is left out."""
    made = (make(_incident, row) for row in rows[Incident])
    return (entry for entry in made if entry.period)


def _incident(row: Row) -> IncidentEntry:
    return entry_from_row(IncidentEntry, Incident, row)


def _shown(rows: Rows, model: type[models.Model]) -> Iterator[Row]:
    return filter(column(model, "is_shown"), rows[model])


def _departments(
    rows: Rows, channels: Mapping[int, ContactChannel], make: Maker
) -> Iterator[DepartmentEntry]:
    key = column(Department, "id")
    windows = grouped(rows[LanguageWindow], LanguageWindow, "department_id")
    unscheduled = grouped(rows[UnscheduledLanguage], UnscheduledLanguage, "department_id")
    own_channels = _channels_by_department(rows, channels)
    exceptions = exceptions_by_department(rows, map(key, rows[Department]), make)
    for row in rows[Department]:
        pk = key(row)
        languages = _languages(windows.get(pk, ()), unscheduled.get(pk, ()), exceptions[pk], make)
        yield make(_department, row, tuple(languages), exceptions[pk], own_channels.get(pk, ()))


def _department(
    row: Row,
    languages: tuple[ServedLanguage, ...],
    exceptions: Exceptions,
    channels: tuple[ContactChannel, ...],
) -> DepartmentEntry:
    return entry_from_row(
        DepartmentEntry,
        Department,
        row,
        languages=languages,
        exceptions=exceptions,
        channels=channels,
    )


def _languages(
    windows: Sequence[Row], unscheduled: Sequence[Row], exceptions: Exceptions, make: Maker
) -> Iterator[ServedLanguage]:
    """Yield a department's languages in the order staff gave them, those without hours last."""
    by_language = grouped(windows, LanguageWindow, "language")
    for tag, its_windows in by_language.items():
        yield make(_with_hours, tag, its_windows, exceptions.of_language(tag))
    language = column(UnscheduledLanguage, "language")
    for row in unscheduled:
        if language(row) not in by_language:
            yield make(_without_hours, row, exceptions.of_language(language(row)))


def _with_hours(tag: str, windows: tuple[Row, ...], exceptions: Exceptions) -> ServedLanguage:
    hours = (entry_from_row(Hours, LanguageWindow, row) for row in windows)
    return served_language(tag, hours, exceptions)


def _without_hours(row: Row, exceptions: Exceptions) -> ServedLanguage:
    return unscheduled_language(column(UnscheduledLanguage, "language")(row), exceptions)


def _channels_by_department(
    rows: Rows, channels: Mapping[int, ContactChannel]
) -> dict[int, tuple[ContactChannel, ...]]:
    """Return the channels that lead to each department, in the order of the channels."""
    department = column(CHANNEL_DEPARTMENT, "department_id")
    links = grouped(rows[CHANNEL_DEPARTMENT], CHANNEL_DEPARTMENT, "channel_id")
    found: dict[int, tuple[ContactChannel, ...]] = {}
    for key, channel in channels.items():
        for pk in map(department, links.get(key, ())):
            found[pk] = (*found.get(pk, ()), channel)
    return found
