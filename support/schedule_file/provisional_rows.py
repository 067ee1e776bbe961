"""Make the rows that a file's configuration would become, without saving any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, count

from django.db import models

from support.directory.rows import CHANNEL_DEPARTMENT, PUBLIC_MODELS, Rows, row_of
from support.models import UILocale
from support.schedule_file.configuration import SECTIONS, Configuration, Entry, by_slug, in_order


def provisional_rows(configuration: Configuration) -> Rows:
    """Return the rows as after a save into an empty database; they now bear made-up keys."""
    sections = {name: in_order(configuration.section(name)) for name in SECTIONS}
    entries = list(chain.from_iterable(sections.values()))
    _number(entries)
    _refer_again(entries)
    links = _links(sections["channels"], sections["departments"])
    instances = [*chain.from_iterable(map(_with_children, entries)), *links]
    return {
        model: [row_of(row) for row in instances if type(row) is model] for model in PUBLIC_MODELS
    }


def _with_children(entry: Entry) -> Iterator[models.Model]:
    yield entry.row
    yield from entry.children


def _number(entries: Iterable[Entry]) -> None:
    keys = count(1)
    for entry in entries:
        entry.row.pk = next(keys)
        for child in entry.children:
            child.pk = next(keys)
            owner = "product" if isinstance(child, UILocale) else "department"
            setattr(child, owner, entry.row)


def _refer_again(entries: Iterable[Entry]) -> None:
    """Set every reference again: Django notes the key of a row when it is referred to."""
    for entry in entries:
        for field in entry.row._meta.concrete_fields:
            if field.is_relation:
                setattr(entry.row, field.name, getattr(entry.row, field.name))


def _links(channels: Iterable[Entry], departments: Iterable[Entry]) -> Iterator[models.Model]:
    keys = {slug: entry.row.pk for slug, entry in by_slug(departments).items()}
    for channel in channels:
        for slug in channel.departments:
            yield CHANNEL_DEPARTMENT(channel_id=channel.row.pk, department_id=keys[slug])
