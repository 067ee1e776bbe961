"""Response times as staff see them, of every department and language."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from support.admin.common.desk import desk_page
from support.conversations.desk.who_may import answered_departments
from support.conversations.desk.words import staff_view
from support.conversations.response_time.measure import DAYS, ENOUGH, response_times
from support.conversations.response_time.shown import days_of, rows_of


@require_safe
def response_times_page(request: HttpRequest) -> HttpResponse:
    view = staff_view(request)
    own = answered_departments(request.user)
    times = [
        each
        for each in response_times(view.directory, view.at)
        if own is None or each.department in own
    ]
    context = {
        "rows": rows_of(times, view.directory, view.language),
        "first_and_last": days_of(times, view.language, view.at),
        "days": DAYS,
        "enough": ENOUGH,
    }
    title = _("Response times")
    return desk_page(request, "admin/conversations/response_times.html", title, context)
