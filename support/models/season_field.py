"""The same days of every year: stored as "04-01..10-31"."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from support.models.written_field import WrittenField
from support.schedule import Season


class SeasonField(WrittenField):
    """A season; None means the whole year."""

    default_error_messages = {
        "unreadable": _(
            "“%(value)s” isn’t a valid part of the year. Write the month before the day, as in "
            "04-01..10-31. For the end of February, use 02-29."
        ),
    }

    def read(self, text: str) -> Season:
        return Season.parse(text)

    def write(self, value: Any) -> str:
        return str(value)
