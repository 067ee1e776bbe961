"""Say why special hours or a closure change nobody's hours, where they do not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from support import clock, schedule
from support.directory import DepartmentEntry
from support.locales.formatting import format_date
from support.models import Closure, SpecialHours
from support.planning.coming_differences import LOOKED_AHEAD
from support.planning.no_effect import NoEffect, no_effect


def no_effect_words(row: object, departments: Sequence[DepartmentEntry]) -> str:
    """Return the sentence about a row that was saved; empty where it changes hours or has none.

    `departments` are those for which it can be, as they are with it.
    """
    exception = _exception(row)
    if exception is None:
        return ""
    now = clock.now()
    until = now + LOOKED_AHEAD[-1]
    reason = no_effect(departments, exception, now, until)
    return "" if reason is None else _sentence(reason, until)


def _exception(row: object) -> schedule.SpecialHours | schedule.Closure | None:
    if isinstance(row, SpecialHours):
        return row.special
    return row.closure if isinstance(row, Closure) else None


def _sentence(reason: NoEffect, until: datetime) -> str:
    match reason:
        case NoEffect.OVER:
            return _("All of this is in the past, so it changes nothing.")
        case NoEffect.NO_SET_HOURS:
            return _("Nobody this is for has set hours, so it changes nothing.")
        case NoEffect.CLOSED_ANYWAY:
            return _(
                "Everybody this is for is closed at these times anyway, so it changes nothing."
            )
        case NoEffect.OPEN_ANYWAY:
            return _("Everybody this is for has the same hours without it, so it changes nothing.")
        case NoEffect.LATER:
            day = format_date(until.date(), get_language() or "en")
            return _("This takes effect only after %(day)s.") % {"day": day}
