"""The copy of the directory that pages are served from while the database is unreachable."""

from __future__ import annotations

from django.utils.translation import gettext as _

from support.admin.first_page.context import FirstPageContext
from support.admin.first_page.line import Line
from support.directory import last_good


def missing_last_good_copy(context: FirstPageContext) -> list[Line]:
    """List one matter if the copy could not be written: the operator has to repair it."""
    if last_good.is_there():
        return []
    return [
        Line(_("The backup copy of the hours couldn’t be saved. Please tell your technical team."))
    ]
