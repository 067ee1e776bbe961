"""What a rule says, as a sentence with its own days, hours and clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from support.contact_page.lines.exception_line import special_days, special_words
from support.contact_page.lines.hours_line import hours_words, listed_hours, validity_words
from support.contact_page.lines.reason_line import ReasonLine, holiday_reason, named_reason
from support.contact_page.lines.viewpoint import Viewpoint
from support.directory import ClosureEntry, Exceptions, Hours, ServedLanguage, SpecialHoursEntry
from support.locales.formatting import format_days, format_moment, format_weekdays, join
from support.locales.holiday_calendars import calendar_name
from support.locales.languages import language_name
from support.locales.zones import zone_name
from support.schedule import EVERY_DAY, Holiday, Reason, Rule


@dataclass(frozen=True, slots=True)
class RuleSentence:
    """`pattern` has a place in braces for each of `values`."""

    rule: Rule
    pattern: str
    values: Mapping[str, str | ReasonLine] = field(default_factory=dict)


def sentences(reason: Reason, exceptions: Exceptions, view: Viewpoint) -> Iterator[RuleSentence]:
    """Yield a sentence for each row that states an exceptional rule that decides."""
    for closure in exceptions.closures:
        if closure.closure in reason.closures:
            yield _closure(closure, view)
    for special in exceptions.special_hours:
        if special.special in reason.special_hours:
            yield _special(special, view)
    for holiday in reason.holidays:
        yield _holiday(holiday, view)


def regular_hours(served: ServedLanguage, view: Viewpoint) -> RuleSentence:
    # Translators: why somebody answers now. {hours}: “Mon–Fri 10:00–18:00 (Japan Time)”.
    return RuleSentence(Rule.WINDOW, _("The regular hours hold: {hours}."), _hours(served, view))


def outside_hours(served: ServedLanguage, view: Viewpoint) -> RuleSentence:
    # Translators: why nobody answers now. {hours}: “Mon–Fri 10:00–18:00 (Japan Time)”.
    pattern = _("It is outside the regular hours: {hours}.")
    return RuleSentence(Rule.OUTSIDE_HOURS, pattern, _hours(served, view))


def no_stated_hours(served: ServedLanguage, view: Viewpoint) -> RuleSentence:
    return RuleSentence(
        Rule.NO_STATED_HOURS,
        # Translators: {language}: “English”.
        _("Help in {language} is offered without stated hours: it is neither open nor closed."),
        {"language": language_name(served.tag, view.language)},
    )


def overridden_hours(rule: Rule, hours: Iterable[Hours], view: Viewpoint) -> RuleSentence:
    # Translators: of an exception. {hours}: “Mon–Fri 10:00–18:00 (Japan Time)”.
    pattern = _("It comes before the regular hours: {hours}.")
    return RuleSentence(rule, pattern, {"hours": _list(hours, view)})


def overridden_special(rule: Rule, entry: SpecialHoursEntry, view: Viewpoint) -> RuleSentence:
    values = {"days": special_days(entry, view), "what": special_words(entry, view)}
    # Translators: of a closure. {days}: “Thu 24 Dec”, {what}: “closed” or “10:00–15:00 (UTC)”.
    return RuleSentence(rule, _("It comes before special hours: {days}, {what}."), values)


def overridden_holiday(rule: Rule, holiday: Holiday, view: Viewpoint) -> RuleSentence:
    # Translators: of an exception. {holiday}: “Coming of Age Day (成人の日)”.
    pattern = _("It comes before a public holiday: {holiday}.")
    return RuleSentence(rule, pattern, {"holiday": _named(holiday, view)})


def _closure(entry: ClosureEntry, view: Viewpoint) -> RuleSentence:
    start, end = entry.closure.interval
    values: dict[str, str | ReasonLine] = {
        "start": format_moment(start, entry.zone, view.language, None),
        "end": format_moment(end, entry.zone, view.language, None, ends=True),
        "zone": zone_name(entry.zone, view.language),
    }
    if not entry.reason:
        # Translators: {start} and {end}: “24 December 2026, 15:00”, {zone}: “Japan Time”.
        return RuleSentence(Rule.CLOSURE, _("Closed from {start} until {end} ({zone})."), values)
    values["reason"] = named_reason([entry.reason], "", view)
    # Translators: {start} and {end}: “24 December 2026, 15:00”, {zone}: “Japan Time”, {reason} is
    # a text of staff's.
    pattern = _("Closed from {start} until {end} ({zone}). Reason: {reason}")
    return RuleSentence(Rule.CLOSURE, pattern, values)


def _special(entry: SpecialHoursEntry, view: Viewpoint) -> RuleSentence:
    values: dict[str, str | ReasonLine] = {
        "days": special_days(entry, view),
        "what": special_words(entry, view),
    }
    if not entry.reason:
        # Translators: {days}: “Thu 24 Dec”, {what}: “closed”, “as usual”, “10:00–15:00 (UTC)”.
        return RuleSentence(Rule.SPECIAL_HOURS, _("Special hours hold: {days}, {what}."), values)
    values["reason"] = named_reason([entry.reason], "", view)
    # Translators: {days}: “Thu 24 Dec”, {what}: “closed”, “as usual”, “10:00–15:00 (UTC)”, {reason}
    # is a text of staff's.
    pattern = _("Special hours hold: {days}, {what}. Reason: {reason}")
    return RuleSentence(Rule.SPECIAL_HOURS, pattern, values)


def _holiday(holiday: Holiday, view: Viewpoint) -> RuleSentence:
    return RuleSentence(
        Rule.PUBLIC_HOLIDAY,
        # Translators: {day}: “Mon 11 Jan”, {calendar} is a country or region, {holiday}: “Coming of
        # Age Day (成人の日)”.
        _("{day} is a public holiday ({calendar}): {holiday}."),
        {
            "day": format_days(holiday.day, holiday.day, view.language),
            "calendar": calendar_name(holiday.calendar, view.language),
            "holiday": _named(holiday, view),
        },
    )


def _named(holiday: Holiday, view: Viewpoint) -> ReasonLine:
    """Return the names of a holiday alone; the sentence already says that it is one."""
    return replace(holiday_reason(holiday, view), words="")


def _hours(served: ServedLanguage, view: Viewpoint) -> dict[str, str | ReasonLine]:
    return {"hours": _list(listed_hours(served, view), view)}


def _list(hours: Iterable[Hours], view: Viewpoint) -> str:
    return join([_window_words(each, view) for each in hours], view.language)


def _window_words(hours: Hours, view: Viewpoint) -> str:
    window = hours.window
    words = (
        f"{format_weekdays(window.weekdays, view.language)} {hours_words(window, view.language)}"
    )
    if not (window.is_round_the_clock and window.weekdays == EVERY_DAY):
        words = f"{words} ({zone_name(window.zone, view.language)})"
    validity = validity_words(window, view)
    return f"{words}, {validity}" if validity else words
