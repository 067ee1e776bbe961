"""The copy of the directory from which pages are served while the database is gone."""

from __future__ import annotations

from django.utils.translation import gettext as _

from support.admin.first_page.context import Outlook
from support.admin.first_page.line import Line
from support.directory import last_good


def missing_reserve(outlook: Outlook) -> list[Line]:
    """To be told to whoever runs the server; nothing on a page mends it."""
    if last_good.is_there():
        return []
    return [
        Line(
            _(
                "The copy of all hours that is shown while the database is gone could not be "
                "written. Please tell whoever runs the server."
            )
        )
    ]
