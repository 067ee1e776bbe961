"""Places of a weekday in a month, the first or the last: stored as "1,-1"."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from support.models.written_field import WrittenField
from support.schedule import MONTHLY_PLACES, format_monthly, parse_monthly, sort_monthly

PLACE_NAMES = {
    1: _("the first"),
    2: _("the second"),
    3: _("the third"),
    4: _("the fourth"),
    5: _("the fifth"),
    -1: _("the last"),
    -2: _("the second from last"),
    -3: _("the third from last"),
    -4: _("the fourth from last"),
    -5: _("the fifth from last"),
}
PLACE_CHOICES = [(place, PLACE_NAMES[place]) for place in sort_monthly(MONTHLY_PLACES)]


class MonthlyField(WrittenField):
    """Places among the same weekdays of a month: a frozenset; empty means each of them."""

    empty = frozenset[int]()
    longest = 40
    default_error_messages = {
        "unreadable": _("“%(value)s” isn’t valid. Use 1 (the first) to 5, or -1 (the last) to -5."),
    }

    def read(self, text: str) -> frozenset[int]:
        return parse_monthly(text)

    def write(self, value: Any) -> str:
        return format_monthly(value)
