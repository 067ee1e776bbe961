from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from support.contact_page.lines.viewpoint import NO_WORDING, Viewpoint, Wording, wording
from support.directory import Exceptions, ServedLanguage, Text
from support.locales.holiday_names import holiday_name, own_name
from support.schedule import Effect, Holiday, Reason, Rule, State

# What a calendar remarks on a name in its own language: “(تقديري)”. The translation says it.
_REMARK = re.compile(r"\s*[(（][^()（）]*[)）]$")


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """Why a state holds: the rule in words, or what staff or a calendar call it.

    `native` is the calendar's own name of a holiday, where `name` is a translation of it.
    """

    words: str
    name: Wording = NO_WORDING
    native: Wording = NO_WORDING
    is_exceptional: bool = True


def state_reason(
    served: ServedLanguage, reason: Reason, at: datetime, view: Viewpoint
) -> ReasonLine:
    """Return the reason for a state at an instant.

    An exceptional rule is one only where the hours would be otherwise without it.
    """
    if is_otherwise(served, reason, at):
        return reason_line(reason, served.exceptions, view)
    words = _("regular hours") if reason.state is State.OPEN else _("outside hours")
    return ReasonLine(words, is_exceptional=False)


def is_otherwise(served: ServedLanguage, reason: Reason, at: datetime) -> bool:
    """Return whether the hours would be otherwise at an instant without the rule that decides."""
    match reason.rule:
        case Rule.CLOSURE | Rule.SPECIAL_HOURS:
            return served.regular.is_open(at) != (reason.state is State.OPEN)
        case Rule.PUBLIC_HOLIDAY | Rule.BEFORE_HOLIDAY:
            return served.without_holidays.is_open(at) != (reason.state is State.OPEN)
        case _:
            return True


def reason_line(reason: Reason, exceptions: Exceptions, view: Viewpoint) -> ReasonLine:
    match reason.rule:
        case Rule.CLOSURE:
            return named_reason(
                (e.reason for e in exceptions.closures if e.closure in reason.closures),
                _("temporary interruption"),
                view,
            )
        case Rule.SPECIAL_HOURS:
            return named_reason(
                (e.reason for e in exceptions.special_hours if e.special in reason.special_hours),
                _special_words(reason),
                view,
            )
        case Rule.PUBLIC_HOLIDAY | Rule.BEFORE_HOLIDAY:
            return holiday_reason(reason.holidays[0], view, reason.rule)
        case Rule.WINDOW:
            return ReasonLine(_("regular hours"), is_exceptional=False)
        case Rule.OUTSIDE_HOURS:
            return ReasonLine(_("outside hours"), is_exceptional=False)
        case Rule.NO_STATED_HOURS:
            return ReasonLine("", is_exceptional=False)


def _special_words(reason: Reason) -> str:
    if all(special.effect is Effect.AS_USUAL for special in reason.special_hours):
        return _("usual hours")
    return pgettext("why open or closed", "special hours")


def named_reason(texts: Iterable[Text], words: str, view: Viewpoint) -> ReasonLine:
    """Return the first reason that staff have given, else the rule in words."""
    for text in texts:
        if text:
            return ReasonLine("", wording(text, view))
    return ReasonLine(words)


def holiday_reason(
    holiday: Holiday, view: Viewpoint, rule: Rule = Rule.PUBLIC_HOLIDAY
) -> ReasonLine:
    """Name a holiday in the page's language where that has a name for it, and by its own name.

    Where the page's language has no name for it, or it is the day before that counts, the words
    say what it is.
    """
    native = Wording(*own_name(holiday.calendar, holiday.name))
    known = holiday_name(holiday.calendar, holiday.day, view.language)
    name = Wording(*known) if known else NO_WORDING
    is_understood = (name or native).lang.split("-")[0] == view.language
    words = "" if is_understood else _("public holiday")
    if rule is Rule.BEFORE_HOLIDAY:
        words = _("day before a public holiday")
    if name.text in ("", native.text):
        return ReasonLine(words, _on_page(native, view))
    own = replace(native, text=_REMARK.sub("", native.text))
    return ReasonLine(words, _on_page(name, view), _on_page(own, view))


def _on_page(name: Wording, view: Viewpoint) -> Wording:
    """Mark a name up with its language where that is not the page's."""
    return Wording(name.text, "" if name.lang.split("-")[0] == view.language else name.lang)
