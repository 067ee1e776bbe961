"""A line of the week: the windows of a department that differ in nothing but their hours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import get_language, gettext

from support import clock
from support.admin.common.exceptions_of import exceptions_of
from support.admin.common.explain_link import explain_link
from support.admin.common.state_badge import state_badge
from support.admin.week.typed_line import typed_rows
from support.directory import NO_TEXT, Hours, ServedLanguage, served_language
from support.locales.formatting import format_hours, join, short_weekday_names
from support.locales.languages import language_name
from support.locales.typed_hours import Span, write_hours
from support.models import LanguageWindow
from support.models.weekdays_field import WEEKDAY_CHOICES
from support.models.window_words import window_days, window_rules
from support.schedule import MINUTES_PER_DAY, Weekday, minutes_of

if TYPE_CHECKING:
    from support.admin.week.window_form import WindowForm

_OWN_COLUMNS = {"id", "opens", "closes"}


class Day(NamedTuple):
    """A box to tick."""

    value: str
    name: str
    short: str
    is_ticked: bool


def span_of(row: LanguageWindow) -> Span:
    return minutes_of(row.opens), minutes_of(row.closes) or MINUTES_PER_DAY


def line_key(row: LanguageWindow) -> tuple[object, ...]:
    """Return what the windows of one line have in common."""
    columns = row._meta.concrete_fields
    return tuple(each.value_from_object(row) for each in columns if each.name not in _OWN_COLUMNS)


class Line:
    """The forms of its windows, the first of which shows the fields that they share.

    `sent` is what the browser sent, if the page is shown again.
    """

    def __init__(self, members: Sequence[WindowForm], sent: QueryDict | None) -> None:
        self.members = members
        self.first = members[0]
        self.sent = sent

    @property
    def name(self) -> str:
        return f"{self.first.prefix}-hours"

    @property
    def followers(self) -> list[WindowForm]:
        """Return the forms of the other windows that are stored, or were when it was sent."""
        return [form for form in self.members[1:] if _key(form)]

    @property
    def key(self) -> str:
        return _key(self.first)

    @property
    def text(self) -> str:
        """Return what stands in the box of the hours."""
        if self.sent is not None and self.name in self.sent:
            return str(self.sent[self.name])
        if self.sent is not None:
            opens, closes = (str(self.first[name].value() or "") for name in ("opens", "closes"))
            return f"{opens}–{closes}" if closes else opens
        return write_hours(sorted(map(span_of, self.rows)))

    @property
    def rows(self) -> list[LanguageWindow]:
        return [form.instance for form in self.members if form.instance.pk]

    @property
    def days(self) -> list[Day]:
        language = _language()
        ticked = set(self.first["weekdays"].value() or ())
        names = zip(Weekday, short_weekday_names(language), WEEKDAY_CHOICES, strict=True)
        return [
            Day(value, str(name), short, bool({value, day} & ticked))
            for day, short, (value, name) in names
        ]

    @property
    def errors_of_hours(self) -> list[str]:
        """Return what is wrong with the hours, or with the lines that they would make together."""
        found = [
            str(message)
            for form in self.members
            for name in ("opens", "closes")
            for message in form.errors.get(name, [])
        ]
        return list(dict.fromkeys(found))

    @property
    def errors_of_windows(self) -> list[str]:
        found = [str(message) for form in self.members for message in form.non_field_errors()]
        return list(dict.fromkeys(found))

    @property
    def is_deleted(self) -> bool:
        return self.sent is not None and f"{self.first.prefix}-DELETE" in self.sent

    @property
    def doubtful_end(self) -> str:
        """Return the name of the tick “I mean 23:59”; empty where nobody typed that."""
        for form in self.members:
            bound = form["closes"]
            if bound.field.widget.is_doubtful(bound.data):
                return f"{self.first.prefix}-closes-meant"
        return ""

    @property
    def is_end_meant(self) -> bool:
        return self.sent is not None and self.doubtful_end in self.sent

    @property
    def words(self) -> str:
        """Return exactly what is stored, or what is typed; empty for a new line."""
        return line_words(self._typed or self.rows)

    @property
    def _typed(self) -> list[LanguageWindow]:
        if self.sent is None:
            return []
        try:
            return typed_rows(self.sent, f"{self.first.prefix}-")
        except ValidationError:
            return []

    @property
    def rules(self) -> list[str]:
        return list(window_rules(self.rows[0], _language())) if self.rows else []

    @property
    def state(self) -> str:
        """Return how it is now, in words; empty for a new line, and for hours that are invalid."""
        served = served_by_themselves(self.rows)
        return state_badge(served, clock.now(), self.rows[0].zone) if served else ""

    @property
    def explanation(self) -> str:
        row = self.rows[0]
        return explain_link(row.department.slug, row.language)


def line_words(rows: Sequence[LanguageWindow]) -> str:
    """Return the language, days, hours and clock of a line; empty if it has no hours."""
    if not rows:
        return ""
    row, language = rows[0], _language()
    hours = [format_hours(each.opens, each.closes, language) for each in sorted(rows, key=span_of)]
    words = gettext("{days} {hours}").format(
        days=window_days(row, language), hours=join(hours, language)
    )
    detail = gettext("{words} ({zone})").format(words=words, zone=row.zone)
    return gettext("{what}: {detail}").format(
        what=language_name(row.language, language), detail=detail
    )


def served_by_themselves(rows: Sequence[LanguageWindow]) -> ServedLanguage | None:
    """Return the language with these windows only; None if they are not saved or not valid."""
    if not rows or rows[0].pk is None:
        return None
    try:
        hours = [Hours(row.window, NO_TEXT) for row in rows]
    except ValueError:
        return None
    return served_language(rows[0].language, hours, exceptions_of(rows[0].department))


def _key(form: Any) -> str:
    """Return the primary key of a form's window, as the page has it."""
    return str(form["id"].value() or "")


def _language() -> str:
    return get_language() or "en"
