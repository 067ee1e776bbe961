"""Why an edit was made, if not by saving a form: stored as a code, shown in words."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from support.locales.formatting import format_moment_in_full

FIRST_RECORD = "first-record"
_PUT_BACK = "put-back "


def put_back_reason(instant: datetime) -> str:
    """Return the code of an edit that puts a department back as it was at `instant`."""
    return f"{_PUT_BACK}{instant.isoformat()}"


def reason_in_words(reason: str, zone: str, language: str) -> str:
    """Return the reason as a sentence, with times on the clock of `zone`.

    It is empty for an ordinary save.
    """
    if reason == FIRST_RECORD:
        return _("First recorded version.")
    if reason.startswith(_PUT_BACK):
        instant = datetime.fromisoformat(reason.removeprefix(_PUT_BACK))
        moment = format_moment_in_full(instant, zone, language)
        return _("Restored to how it was on %(moment)s.") % {"moment": moment}
    return reason
