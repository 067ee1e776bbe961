"""Read the tables of a file into a configuration, and collect every mistake on the way."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from support.models import (
    Audience,
    Channel,
    Closure,
    Department,
    Incident,
    LanguageWindow,
    Organization,
    Product,
    Section,
    SpecialHours,
    StaffQuestion,
    Topic,
    UILocale,
    UnscheduledLanguage,
)
from support.models.edit_version import EditVersioned
from support.models.holiday_rules import is_clock_in_doubt, which_clock
from support.schedule_file.checking import check_windows
from support.schedule_file.columns import unchecked_columns
from support.schedule_file.configuration import NAMED, SECTIONS, Configuration, Entry
from support.schedule_file.form import FORMAT
from support.schedule_file.mistakes import Mistakes
from support.schedule_file.references import unknown
from support.schedule_file.row_reading import read_row
from support.schedule_file.shape import Table, strings, table, tables


def read(
    tables_of_file: Table, mistakes: Mistakes, elsewhere: Configuration | None = None
) -> Configuration:
    """Return rows that are not saved. They can refer to those of `elsewhere` as well."""
    return _Reader(mistakes, elsewhere or Configuration()).configuration(tables_of_file)


class _Reader:
    def __init__(self, mistakes: Mistakes, elsewhere: Configuration) -> None:
        self.mistakes = mistakes
        self.says_all = True
        self.known: dict[str, dict[str, models.Model]] = {
            section: {entry.slug: entry.row for entry in elsewhere.section(section)}
            for section in ("products", "audiences", "departments")
        }

    def configuration(self, content: Table) -> Configuration:
        self.says_all = "format" in content
        self.check_format(content.pop("format", FORMAT))
        for name in content.keys() - set(SECTIONS):
            message = _("there is no such section. Available sections: %(names)s.")
            self.mistakes.add(name, "", message % {"names": ", ".join(SECTIONS)})
        products = self.section(content, "products", self.product)
        audiences = self.section(content, "audiences", lambda e, p: self.plain(Audience(), e, p))
        organization = table(content, "organization", self.mistakes)
        departments = self.section(content, "departments", self.department)
        return Configuration(
            [self.plain(Organization(), organization, "organization")] if organization else [],
            products,
            audiences,
            departments,
            self.section(content, "channels", self.channel),
            self.section(content, "topics", lambda e, p: self.plain(Topic(), e, p)),
            self.section(content, "sections", lambda e, p: self.plain(Section(), e, p)),
            self.section(content, "special_hours", lambda e, p: self.plain(SpecialHours(), e, p)),
            self.section(content, "closures", lambda e, p: self.plain(Closure(), e, p)),
            self.section(content, "incidents", lambda e, p: self.plain(Incident(), e, p)),
            self.section(content, "questions", lambda e, p: self.plain(StaffQuestion(), e, p)),
        )

    def check_format(self, number: object) -> None:
        """Refuse a file of a later form, without the mistakes that its unknown fields would be.

        A file that does not say is of the form before the number: it says less, and nothing else.
        """
        if not isinstance(number, int) or isinstance(number, bool) or number < 1:
            self.mistakes.add(
                "", "format", _("write it like this: %(example)s.") % {"example": "format = 3"}
            )
        elif number > FORMAT:
            message = _(
                "This file uses format %(number)s, but this version of the portal reads formats "
                "up to %(known)s. Update the portal, or export the file in an older format."
            )
            self.mistakes.add("", "format", message % {"number": number, "known": FORMAT})
            self.mistakes.raise_any()

    def section(
        self, content: Table, name: str, read_entry: Callable[[Table, str], Entry]
    ) -> list[Entry]:
        entries: list[Entry] = []
        first_of: dict[str, int] = {}
        for number, each in enumerate(tables(content, name, "", self.mistakes), start=1):
            slug = each.get("slug")
            place = _place(name, number, slug)
            if name in NAMED:
                each.setdefault("position", number)
            entry = read_entry(each, place)
            if isinstance(slug, str) and first_of.setdefault(slug, number) != number:
                message = _("entry %(number)s has the same short name.") % {
                    "number": first_of[slug]
                }
                self.mistakes.add(_place(name, number, None), "slug", message)
            elif slug and name in self.known:
                self.known[name][entry.slug] = entry.row
            entries.append(entry)
        return entries

    # One function for each kind of entry

    def plain(self, row: EditVersioned, entry: Table, place: str) -> Entry:
        is_valid = read_row(row, entry, place, self.known, self.mistakes)
        return Entry(row, place=place, is_valid=is_valid)

    def product(self, entry: Table, place: str) -> Entry:
        locales = [
            UILocale(locale=locale, position=position)
            for position, locale in enumerate(
                strings(entry, "locales", place, self.mistakes), start=1
            )
        ]
        row = Product()
        is_valid = read_row(row, entry, place, self.known, self.mistakes)
        self.check_names(locales, "locales", "locale", place)
        return Entry(row, locales, place=place, is_valid=is_valid)

    def department(self, entry: Table, place: str) -> Entry:
        windows = tables(entry, "windows", place, self.mistakes)
        languages = strings(entry, "unscheduled", place, self.mistakes)
        row = Department()
        is_valid = read_row(row, entry, place, self.known, self.mistakes)
        valid: list[tuple[LanguageWindow, str]] = []
        for number, each in enumerate(windows, start=1):
            window = LanguageWindow()
            window_place = _("%(place)s, window %(number)s") % {"place": place, "number": number}
            if read_row(window, each, window_place, self.known, self.mistakes):
                valid.append((window, window_place))
                self.check_clock(window, each, window_place)
        check_windows(valid, self.mistakes)
        unscheduled = [UnscheduledLanguage(language=language) for language in languages]
        self.check_names(unscheduled, "unscheduled", "language", place)
        children = [*(window for window, _place in valid), *unscheduled]
        is_valid = is_valid and len(valid) == len(windows)
        return Entry(row, children, place=place, is_valid=is_valid)

    def check_clock(self, window: LanguageWindow, entry: Table, place: str) -> None:
        """Ask for the clock of the holidays, as the desk does, in a file that can state it."""
        is_stated = not self.says_all or entry.get("holidays_zone")
        if not is_stated and is_clock_in_doubt(window.holidays, window.zone):
            mistake = ValidationError({"holidays_zone": which_clock(window.holidays)})
            self.mistakes.add_error(place, mistake)

    def channel(self, entry: Table, place: str) -> Entry:
        slugs = strings(entry, "departments", place, self.mistakes)
        row = Channel()
        is_valid = read_row(row, entry, place, self.known, self.mistakes)
        for slug in slugs:
            if slug not in self.known["departments"]:
                message = unknown("departments", slug, self.known["departments"])
                self.mistakes.add(place, "departments", message)
        return Entry(row, departments=slugs, place=place, is_valid=is_valid)

    def check_names(
        self, rows: list[UILocale] | list[UnscheduledLanguage], name: str, column: str, place: str
    ) -> None:
        seen: set[str] = set()
        for row in rows:
            words = {"place": place, "list": name, "name": getattr(row, column)}
            try:
                row.clean_fields(exclude=unchecked_columns(type(row)))
            except ValidationError as error:
                self.mistakes.add_error(_("%(place)s, %(list)s “%(name)s”") % words, error)
            tag = getattr(row, column)  # in its usual case by now
            if tag in seen:
                self.mistakes.add(place, name, _("“%(name)s” appears twice.") % {"name": tag})
            seen.add(tag)


def _place(section: str, number: int, slug: object) -> str:
    if isinstance(slug, str) and slug:
        return _("%(section)s “%(slug)s”") % {"section": section, "slug": slug}
    return _("%(section)s, entry %(number)s") % {"section": section, "number": number}
