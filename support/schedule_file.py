"""The configuration as one readable TOML file: from its entries to rows.

What exists already, by its short name, stays as staff left it. A mistake is named by entry and
field; a file with mistakes loads nothing.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models, transaction
from django.utils import translation
from modeltranslation.translator import NotRegistered, translator

from support.languages import SITE_LANGUAGES
from support.models import (
    Channel,
    Department,
    LanguageWindow,
    Organization,
    Product,
    UILocale,
    UnscheduledLanguage,
)
from support.schedule import InvalidWallTime, read_closing, read_opening

Entry = dict[str, Any]

Row = TypeVar("Row", bound=models.Model)

_NEVER_IN_A_FILE = {"id", "department", "product"}

_SECTIONS = ("organization", "products", "departments", "channels")


class ScheduleFileError(Exception):
    """`problems` are sentences, each naming file, entry and field."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass
class Loaded:
    """How many entries of each section were new."""

    created: dict[str, int] = field(default_factory=dict)
    kept: int = 0


def load_schedule_file(path: Path) -> Loaded:
    """Add the file's entries that do not exist yet. Raises ScheduleFileError, having added none."""
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise ScheduleFileError([f"{path}: there is no such file."]) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ScheduleFileError([f"{path}: the file cannot be read: {error}."]) from error
    except tomllib.TOMLDecodeError as error:
        raise ScheduleFileError([f"{path}: this is not TOML: {error}."]) from error
    loader = _Loader(str(path))
    with transaction.atomic(), translation.override("en"):
        loader.load(content)
        if loader.problems:
            raise ScheduleFileError(loader.problems)
    return loader.loaded


class _Loader:
    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[str] = []
        self.loaded = Loaded()

    def load(self, content: Entry) -> None:
        for name in content.keys() - set(_SECTIONS):
            self.problem(name, "", f"there is no such section. Known are: {', '.join(_SECTIONS)}.")
        for place, entry in self.new_entries(content, "products", Product):
            self.product(place, entry)
        with self.reporting(""):
            organization = _table(content, "organization")
            if organization and not Organization.objects.exists():
                self.organization("organization", organization)
        for place, entry in self.new_entries(content, "departments", Department):
            self.department(place, entry)
        for place, entry in self.new_entries(content, "channels", Channel):
            self.channel(place, entry)

    def new_entries(
        self, content: Entry, section: str, model: type[Product | Department | Channel]
    ) -> Iterator[tuple[str, Entry]]:
        """The entries whose short name no row bears, with the words that say where they stand."""
        existing = set(model.objects.values_list("slug", flat=True))
        self.loaded.created[section] = 0
        entries: list[Entry] = []
        with self.reporting(""):
            entries = _tables(content, section)
        for number, entry in enumerate(entries, start=1):
            slug = str(entry.get("slug") or "")
            place = f"{section} “{slug}”" if slug else f"{section}, entry {number}"
            if slug in existing:
                self.loaded.kept += 1
                continue
            self.loaded.created[section] += 1
            yield place, dict(entry)

    # One function for each kind of entry

    def organization(self, place: str, entry: Entry) -> None:
        slug = entry.pop("control_panel", None)
        with self.reporting(place):
            panel = Product.objects.filter(slug=slug).first()
            if slug and panel is None:
                raise ValidationError({"control_panel": f"there is no product “{slug}”."})
            self.save(Organization(control_panel=panel, pk=Organization.ONLY_PK), entry)
            self.loaded.created["organization"] = 1

    def product(self, place: str, entry: Entry) -> None:
        entry.setdefault("position", self.loaded.created["products"])
        with self.reporting(place):
            locales = _strings(entry, "locales")
            product = self.save(Product(), entry)
            for position, locale in enumerate(locales, start=1):
                with self.reporting(f"{place}, locales “{locale}”"):
                    self.save(UILocale(product=product), {"locale": locale, "position": position})

    def department(self, place: str, entry: Entry) -> None:
        entry.setdefault("position", self.loaded.created["departments"])
        with self.reporting(place):
            windows, unscheduled = _tables(entry, "windows"), _strings(entry, "unscheduled")
            department = self.save(Department(), entry)
            for number, window in enumerate(windows, start=1):
                with self.reporting(f"{place}, window {number}"):
                    self.save(LanguageWindow(department=department), _with_hours(window))
            for language in unscheduled:
                with self.reporting(f"{place}, unscheduled “{language}”"):
                    self.save(UnscheduledLanguage(department=department), {"language": language})

    def channel(self, place: str, entry: Entry) -> None:
        entry.setdefault("position", self.loaded.created["channels"])
        with self.reporting(place):
            slugs = _strings(entry, "departments")
            channel = self.save(Channel(), entry)
            departments = {row.slug: row for row in Department.objects.filter(slug__in=slugs)}
            for slug in slugs:
                if slug not in departments:
                    raise ValidationError({"departments": f"there is no department “{slug}”."})
            channel.departments.set(departments.values())

    # What they share

    def save(self, row: Row, entry: Entry) -> Row:
        """Set every field of the entry, check it by the model's own rules, and save."""
        texts = _translated_fields(row)
        known = {field.name for field in row._meta.concrete_fields if field.editable} | texts
        for name, value in entry.items():
            if name not in known or name in _NEVER_IN_A_FILE:
                raise ValidationError({name: "there is no such field."})
            if name in texts:
                _set_texts(row, name, value)
            else:
                setattr(row, name, value)
        row.full_clean()
        row.save()
        return row

    @contextmanager
    def reporting(self, place: str) -> Iterator[None]:
        """Turn a refusal into a problem that names the place, and go on with the next entry."""
        try:
            with transaction.atomic():
                yield
        except ValidationError as error:
            messages = getattr(error, "message_dict", {NON_FIELD_ERRORS: error.messages})
            for name, texts in messages.items():
                for text in texts:
                    self.problem(place, "" if name == NON_FIELD_ERRORS else name, text)

    def problem(self, place: str, name: str, text: str) -> None:
        self.problems.append(": ".join(part for part in (self.file, place, name, text) if part))


def _table(entry: Entry, name: str) -> Entry:
    """Taken out of the entry; empty where it is not there. As the two below."""
    value = entry.pop(name, {})
    if not isinstance(value, dict):
        raise ValidationError({name: f"write it as a table: [{name}]."})
    return value


def _tables(entry: Entry, name: str) -> list[Entry]:
    value = entry.pop(name, [])
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ValidationError({name: f"write each as a table of its own: [[{name}]]."})
    return value


def _strings(entry: Entry, name: str) -> list[str]:
    value = entry.pop(name, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValidationError({name: f"write them as a list: {name} = [“…”, “…”]."})
    return value


def _translated_fields(row: models.Model) -> set[str]:
    try:
        return set(translator.get_options_for_model(type(row)).all_fields)
    except NotRegistered:
        return set()


def _set_texts(row: models.Model, name: str, texts: object) -> None:
    if not isinstance(texts, dict):
        raise ValidationError({name: "write the text by language, such as name.en = “Sales”."})
    for language, text in texts.items():
        if language not in SITE_LANGUAGES:
            choice = ", ".join(SITE_LANGUAGES)
            raise ValidationError({f"{name}.{language}": f"not a site language: {choice}."})
        if not isinstance(text, str):
            raise ValidationError({f"{name}.{language}": "write a text in quotation marks."})
        setattr(row, f"{name}_{language}", text)


def _with_hours(entry: Entry) -> Entry:
    """The entry with its “10:00-18:00” as the two fields of a window."""
    rest = {name: value for name, value in entry.items() if name != "hours"}
    opens, dash, closes = str(entry.get("hours", "")).partition("-")
    if not dash:
        raise ValidationError({"hours": "write them as 10:00-18:00."})
    try:
        return rest | {"opens": read_opening(opens), "closes": read_closing(closes)}
    except InvalidWallTime as error:
        raise ValidationError({"hours": str(error)}) from error
