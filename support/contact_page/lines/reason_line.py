from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from support.contact_page.lines.viewpoint import NO_WORDING, Viewpoint, Wording, wording
from support.directory import Exceptions, Text
from support.locales.holiday_calendars import holiday_name, native_language
from support.schedule import Holiday, Reason, Rule


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """Why a state holds: the rule in words, or what staff or a calendar call it.

    `native` is the calendar's own name of a holiday, where `name` is a translation of it.
    """

    words: str
    name: Wording = NO_WORDING
    native: Wording = NO_WORDING
    is_exceptional: bool = True


def reason_line(reason: Reason, exceptions: Exceptions, view: Viewpoint) -> ReasonLine:
    match reason.rule:
        case Rule.CLOSURE:
            return named_reason(
                (e.reason for e in exceptions.closures if e.closure in reason.closures),
                _("temporarily closed"),
                view,
            )
        case Rule.SPECIAL_HOURS:
            return named_reason(
                (e.reason for e in exceptions.special_hours if e.special in reason.special_hours),
                _("special hours"),
                view,
            )
        case Rule.PUBLIC_HOLIDAY | Rule.BEFORE_HOLIDAY:
            return holiday_reason(reason.holidays[0], view)
        case Rule.BEFORE_HOLIDAY:
            return ReasonLine(_("day before a public holiday"))
        case Rule.WINDOW:
            return ReasonLine(_("regular hours"), is_exceptional=False)
        case Rule.OUTSIDE_HOURS:
            return ReasonLine(_("outside hours"), is_exceptional=False)
        case Rule.NO_STATED_HOURS:
            return ReasonLine("", is_exceptional=False)


def named_reason(texts: Iterable[Text], words: str, view: Viewpoint) -> ReasonLine:
    """Return the first reason that staff have given, else the rule in words."""
    for text in texts:
        if text:
            return ReasonLine("", wording(text, view))
    return ReasonLine(words)


def holiday_reason(holiday: Holiday, view: Viewpoint) -> ReasonLine:
    """Name a holiday in the page's language, else in English, and always by its own name.

    Where the page's language has no name for it, the words say what it is.
    """
    native = Wording(holiday.name, native_language(holiday.calendar))
    known = holiday_name(holiday.calendar, holiday.day, view.language)
    name = Wording(*known) if known else NO_WORDING
    is_understood = (name or native).lang.split("-")[0] == view.language
    words = "" if is_understood else _("public holiday")
    if name.text in ("", native.text):
        return ReasonLine(words, _on_page(native, view))
    return ReasonLine(words, _on_page(name, view), _on_page(native, view))


def _on_page(name: Wording, view: Viewpoint) -> Wording:
    """Mark a name up with its language where that is not the page's."""
    return Wording(name.text, "" if name.lang.split("-")[0] == view.language else name.lang)
