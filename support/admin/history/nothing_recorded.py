from __future__ import annotations

from django.utils.translation import gettext as _

from support.admin.history.edits_in_words import moment_and_zone
from support.directory import NotRecorded


def nothing_recorded(refusal: NotRecorded, zone: str, language: str) -> str:
    """Say since when there are records, on the clock of `zone`."""
    if refusal.since is None:
        return _("No changes recorded yet.")
    return _("There are no records that far back. The first is from %(moment)s.") % {
        "moment": moment_and_zone(refusal.since, zone, language)
    }
