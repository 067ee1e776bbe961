"""What a rule says, as a sentence with its own days, hours and clock."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

from django.utils.translation import gettext as _

from support.contact_page.lines.exception_line import exception_telling
from support.contact_page.lines.exceptional import SpecialDays, holiday_hours, times_of
from support.contact_page.lines.exceptional_time import ExceptionalTime
from support.contact_page.lines.hours_line import (
    conditions,
    dates_words,
    days_words,
    hours_words,
    is_every_minute,
    listed_hours,
)
from support.contact_page.lines.minutes import in_minutes
from support.contact_page.lines.reason_line import ReasonLine, holiday_reason, named_reason
from support.contact_page.lines.state_line import with_zone
from support.contact_page.lines.told_time import Telling
from support.contact_page.lines.viewpoint import NO_WORDING, Viewpoint
from support.directory import (
    ClosureEntry,
    Hours,
    ServedLanguage,
    SpecialHoursEntry,
    Text,
)
from support.locales.calendar_names import calendar_name
from support.locales.formatting import format_days
from support.locales.languages import language_name
from support.locales.zones import zone_name
from support.schedule import Effect, Holiday, Rule

_DAY = timedelta(days=1)

Value = str | ReasonLine | Telling


@dataclass(frozen=True, slots=True)
class RuleSentence:
    """`pattern` has a place in braces for each of `values`.

    `reason` is what staff give as the reason, if anything.
    """

    rule: Rule
    pattern: str
    values: Mapping[str, Value] = field(default_factory=dict)
    reason: ReasonLine | None = None


def sentences(
    time: ExceptionalTime, served: ServedLanguage, view: Viewpoint
) -> Iterator[RuleSentence]:
    """Yield a sentence for each row that states the exceptional rule that decides."""
    reason = time.reason
    for closure in served.exceptions.closures:
        if closure.closure in reason.closures:
            yield _closure(closure, time, served, view)
    for special in served.exceptions.special_hours:
        if special.special in reason.special_hours:
            yield _special(special, time, served, view)
    for holiday in reason.holidays:
        yield _holiday(reason.rule, holiday, time, served, view)


def regular_hours(served: ServedLanguage, view: Viewpoint) -> RuleSentence:
    # Translators: why somebody answers now. {hours}: “Mon–Fri 10:00–18:00 (Japan Time)”.
    return RuleSentence(
        Rule.WINDOW, _("We’re within our regular hours: {hours}."), _hours(served, view)
    )


def outside_hours(served: ServedLanguage, view: Viewpoint) -> RuleSentence:
    if not listed_hours(served, view):
        pattern = _("The regular hours have ended; no others are planned.")
        return RuleSentence(Rule.OUTSIDE_HOURS, pattern)
    # Translators: why nobody answers now. {hours}: “Mon–Fri 10:00–18:00 (Japan Time)”.
    pattern = _("We’re outside our regular hours: {hours}.")
    return RuleSentence(Rule.OUTSIDE_HOURS, pattern, _hours(served, view))


def no_stated_hours(served: ServedLanguage, view: Viewpoint) -> RuleSentence:
    return RuleSentence(
        Rule.NO_STATED_HOURS,
        # Translators: {language}: “English”.
        _(
            "We offer support in {language}, but with no set hours, "
            "so we show neither “open” nor “closed”."
        ),
        {"language": language_name(served.tag, view.language)},
    )


def overridden_hours(rule: Rule, hours: Iterable[Hours], view: Viewpoint) -> RuleSentence:
    # Translators: of an exception. {hours}: “Mon–Fri 10:00–18:00 (Japan Time)”.
    pattern = _("This replaces our regular hours: {hours}.")
    return RuleSentence(rule, pattern, {"hours": _list(hours, view, dates_words)})


def overridden_special(
    time: ExceptionalTime, entry: SpecialHoursEntry, served: ServedLanguage, view: Viewpoint
) -> RuleSentence:
    # Translators: of a closure. {told}: “Thu 24 Dec, closed” or “Thu 24 Dec, 10:00–15:00 (UTC)”.
    pattern = _("This takes precedence over special hours: {told}.")
    return RuleSentence(time.reason.rule, pattern, {"told": _told(entry, time, served, view)})


def overridden_holiday(rule: Rule, holiday: Holiday, view: Viewpoint) -> RuleSentence:
    # Translators: of an exception. {holiday}: “Coming of Age Day (成人の日)”.
    pattern = _("This takes precedence over the public holiday: {holiday}.")
    return RuleSentence(rule, pattern, {"holiday": _named(holiday, view)})


def _closure(
    entry: ClosureEntry, time: ExceptionalTime, served: ServedLanguage, view: Viewpoint
) -> RuleSentence:
    start, end = map(in_minutes, entry.closure.interval)
    told = exception_telling(entry, served, (start, end), view)
    values: dict[str, Value] = {"told": replace(told, only_when=True)}
    if entry.closure.end is None:
        # Translators: {told}: “from Thu 24 Dec, 15:00 (Japan Time)”.
        pattern = _("Closed until further notice: {told}.")
    else:
        # Translators: {told}: “Thu 24 Dec, 15:00 – Sun 27 Dec, 09:00 (Japan Time)”.
        pattern = _("Closed: {told}.")
    return _with_reason(RuleSentence(Rule.CLOSURE, pattern, values), entry.reason, view)


def _special(
    entry: SpecialHoursEntry, time: ExceptionalTime, served: ServedLanguage, view: Viewpoint
) -> RuleSentence:
    told = _told(entry, time, served, view)
    if entry.special.effect is Effect.AS_USUAL:
        # Translators: of a public holiday on which people work. {told}: “Thu 24 Dec”.
        pattern = _("On {told}, the usual hours apply despite the public holiday.")
        told = replace(told, only_when=True)
    else:
        # Translators: {told}: “Thu 24 Dec, closed”, “Thu 24 Dec, 10:00–15:00 (UTC)”.
        pattern = _("Special hours apply: {told}.")
    values: dict[str, Value] = {"told": told}
    return _with_reason(RuleSentence(Rule.SPECIAL_HOURS, pattern, values), entry.reason, view)


def _with_reason(sentence: RuleSentence, reason: Text, view: Viewpoint) -> RuleSentence:
    if not reason:
        return sentence
    return replace(sentence, reason=named_reason([reason], "", view))


def _told(
    entry: SpecialHoursEntry, time: ExceptionalTime, served: ServedLanguage, view: Viewpoint
) -> Telling:
    """Tell the special hours of the days that a time is about."""
    days = [time.start.date() - _DAY, time.end.date() + _DAY]
    named = next(times_of(entry, *days), None) or SpecialDays(
        entry, entry.special.first, entry.special.last
    )
    near = in_minutes(time.start - _DAY), in_minutes(time.end + _DAY)
    return exception_telling(named, served, near, view)


def _holiday(
    rule: Rule, holiday: Holiday, time: ExceptionalTime, served: ServedLanguage, view: Viewpoint
) -> RuleSentence:
    day = holiday.day - _DAY if rule is Rule.BEFORE_HOLIDAY else holiday.day
    values: dict[str, Value] = {
        "day": format_days(day, day, view.language),
        "calendar": calendar_name(holiday.calendar, view.language),
        "holiday": _named(holiday, view),
    }
    for hours in holiday_hours(served, day, day):
        if hours.rule is rule and hours.hours:
            near = in_minutes(time.start - _DAY), in_minutes(time.end + _DAY)
            values["told"] = exception_telling(hours, served, near, view)
            values["holiday"] = replace(_named(holiday, view), native=NO_WORDING)
    if rule is Rule.BEFORE_HOLIDAY:
        # Translators: {holiday}: “Christmas Day”, {calendar} is a country or region, {told}:
        # “Thu 24 Dec, 10:00–15:00 (UTC)”.
        pattern = _(
            "Different hours apply on the day before {holiday}, a public holiday ({calendar}): "
            "{told}."
        )
    elif "told" in values:
        # Translators: {holiday}: “Christmas Day”, {calendar} is a country or region, {told}:
        # “Fri 25 Dec, 10:00–15:00 (UTC)”.
        pattern = _("Different hours apply on {holiday}, a public holiday ({calendar}): {told}.")
    else:
        # Translators: {day}: “Mon 11 Jan”, {calendar} is a country or region, {holiday}: “Coming of
        # Age Day (成人の日)”.
        pattern = _("{day} is a public holiday ({calendar}): {holiday}.")
    return RuleSentence(rule, pattern, values)


def _named(holiday: Holiday, view: Viewpoint) -> ReasonLine:
    """Return the names of a holiday alone; the sentence already says that it is one."""
    return replace(holiday_reason(holiday, view), words="")


def _hours(served: ServedLanguage, view: Viewpoint) -> dict[str, Value]:
    return {"hours": _list(listed_hours(served, view), view, conditions)}


_Conditions = Callable[[Hours, Viewpoint], tuple[str, ...]]


def _list(hours: Iterable[Hours], view: Viewpoint, conditions: _Conditions) -> str:
    # Translators: between windows, which have commas of their own.
    return _("; ").join(_window_words(each, view, conditions) for each in hours)


def _window_words(hours: Hours, view: Viewpoint, conditions: _Conditions) -> str:
    window = hours.window
    if is_every_minute(window):
        words = _("24 hours a day, every day")
    else:
        # Translators: {days}: “Mon–Fri” or “first Sunday of the month”, {hours}: “10:00–18:00”.
        words = _("{days} {hours}").format(
            days=days_words(window, view.language), hours=hours_words(window, view.language)
        )
        words = with_zone().format(words=words, zone=zone_name(window.zone, view.language))
    for condition in conditions(hours, view):
        # Translators: {hours}: “Mon–Fri 10:00–18:00 (Japan Time)”, {condition}: “except public
        # holidays (Japan)”.
        words = _("{hours}, {condition}").format(hours=words, condition=condition)
    return words
