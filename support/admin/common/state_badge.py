from __future__ import annotations

from datetime import datetime

from django.utils.html import format_html
from django.utils.translation import get_language

from support.contact_page import Viewpoint
from support.contact_page.lines.state_line import state_line
from support.directory import ServedLanguage
from support.templatetags.wording import state_and_reason


def state_badge(served: ServedLanguage, at: datetime, zone: str) -> str:
    """Show the state with its reason and next change, in the words of the contact page.

    Times are on the clock of `zone`, which is named.
    """
    view = Viewpoint(get_language() or "en", at, zone)
    line = state_line(served, served.timetable.status(at), view, names_zone=True)
    return format_html(
        '<span class="state state-{}">{}</span> · {}',
        line.state,
        state_and_reason(line),
        line.change,
    )
