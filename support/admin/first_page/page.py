"""Fill our parts of the first page; Django's list of models follows below them."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from support.admin.common.closed_now import closed_now
from support.admin.common.desk import VIEW_HOURS, desk_page
from support.admin.first_page.attention import KINDS, matters_of
from support.admin.first_page.coming_changes import coming_changes
from support.admin.first_page.context import first_page_context
from support.admin.first_page.open_now import open_now

PER_PAGE = 50


def first_page(request: HttpRequest) -> dict[str, Any]:
    """Return what the template shows: nothing if the user has no permission to see hours."""
    if not request.user.has_perm(VIEW_HOURS):
        return {}
    context = first_page_context(request.user)
    return {
        "clock_name": context.zone_name,
        "closed_now": closed_now(request.user, context.at),
        "open_now": open_now(context),
        "coming_changes": coming_changes(context),
        "matters": list(matters_of(context)),
    }


@require_safe
def attention(request: HttpRequest, key: str) -> HttpResponse:
    """Show all matters of one kind, page by page."""
    kind = next((kind for kind in KINDS if kind.key == key), None)
    if kind is None:
        raise Http404
    context = first_page_context(request.user)
    lines = Paginator(kind.find(context), PER_PAGE).get_page(request.GET.get("page"))
    shown = {"lines": lines}
    return desk_page(request, "admin/support/attention.html", str(kind.title), shown)
