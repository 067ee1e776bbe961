"""The parts of the first page that are ours; Django's list of models stands below them."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from support.admin.common.desk import VIEW_HOURS, desk_page
from support.admin.first_page.attention import KINDS, matters_of
from support.admin.first_page.coming_changes import coming_changes
from support.admin.first_page.context import outlook_of
from support.admin.first_page.freshness import confirm_words
from support.admin.first_page.open_now import open_now

PER_PAGE = 50


def first_page(request: HttpRequest) -> dict[str, Any]:
    """The template's context; empty for those who may not see hours."""
    if not request.user.has_perm(VIEW_HOURS):
        return {}
    outlook = outlook_of(request.user)
    return {
        "outlook": outlook,
        "open_now": open_now(outlook),
        "coming_changes": coming_changes(outlook),
        "matters": list(matters_of(outlook)),
        "confirm": confirm_words(outlook),
    }


@require_safe
def attention(request: HttpRequest, key: str) -> HttpResponse:
    """All there is of one kind of matter, page by page."""
    kind = next((kind for kind in KINDS if kind.key == key), None)
    if kind is None:
        raise Http404
    outlook = outlook_of(request.user)
    lines = Paginator(kind.find(outlook), PER_PAGE).get_page(request.GET.get("page"))
    context = {"lines": lines, "confirm": confirm_words(outlook)}
    return desk_page(request, "admin/support/attention.html", str(kind.title), context)
