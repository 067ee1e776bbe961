from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from support import clock
from support.admin.common.close_too import losses_of, may_close_too, night_shifts_into
from support.admin.common.lost_lines import lost_lines
from support.admin.common.night_shift_lines import night_shift_link
from support.admin.common.staff_zone import today_of_staff, zone_of_staff
from support.contact_page import Viewpoint
from support.models import SpecialHours

_MOST_LINES = 5


def tell_losses(request: HttpRequest, rows: Sequence[SpecialHours]) -> None:
    """Add a message for each loss of or against these entries, with links, and for each shift of
    the night before that runs into a day which they close.

    Where people stay open, one more leads to the page on which they are closed too.
    """
    today = today_of_staff(request)
    losses = losses_of(rows, today)
    view = Viewpoint(get_language() or "en", clock.now(), zone_of_staff(request))
    for line in lost_lines(losses[:_MOST_LINES], view):
        messages.warning(request, line.linked)
    for shift in night_shifts_into(rows, today)[:_MOST_LINES]:
        messages.warning(request, night_shift_link(shift, view.language))
    if may_close_too(request.user, losses):
        keys = dict.fromkeys(lost.loser for lost in losses if lost.stays_open)
        query = "&".join(f"entry={key}" for key in keys)
        link = '<a href="{}?{}">{}</a>'
        words = _("Also close departments that stay open")
        messages.warning(request, format_html(link, reverse("admin:close_too"), query, words))
