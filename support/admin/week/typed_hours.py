"""What staff type as the hours of a day, and what they are told if it cannot be read."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from support.locales.typed_hours import (
    OneTimeOnly,
    OpensAtEnd,
    SeveralReadings,
    Span,
    UnreadableHours,
    read_hours,
)

_EXAMPLE = "9-12, 13-17:30"


def clean_hours(text: str) -> tuple[Span, ...]:
    """Return the ranges in minutes after midnight; none if nothing is typed.

    Raises ValidationError.
    """
    if not text.strip():
        return ()
    try:
        return read_hours(text)
    except UnreadableHours as error:
        raise _mistake(error, text.strip()) from error


def _mistake(error: UnreadableHours, text: str) -> ValidationError:
    values = {"value": error.part or text, "example": _EXAMPLE}
    if isinstance(error, OpensAtEnd):
        return ValidationError(_("Hours can’t open at 24:00. The day starts at 00:00."), "end")
    if isinstance(error, OneTimeOnly):
        message = _(
            "“%(value)s” is only one time. Enter when you open and when you close, like "
            "%(example)s."
        )
        return ValidationError(message, "one_time", values)
    if isinstance(error, SeveralReadings):
        message = _(
            "“%(value)s” can be read in two ways. Write minutes after a colon, like %(example)s."
        )
        return ValidationError(message, "several", values)
    message = _("“%(value)s” isn’t a time of day. Enter hours like %(example)s, or 24h.")
    return ValidationError(message, "invalid", values)
