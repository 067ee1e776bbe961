"""The link in a mail: a page with a button, since what scans mail follows links."""

from __future__ import annotations

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponseBase
from django.template.loader import render_to_string
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from support.conversations.access import opens
from support.conversations.site.arriving import arrive
from support.conversations.site.finding import found
from support.conversations.site.frame import frame_of, page, private
from support.directory.current import current_directory
from support.site.not_found import page_not_found
from support.site.unavailable import unavailable


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def entrance(request: HttpRequest, language: str, public_id: str) -> HttpResponseBase:
    """Show the button to whoever has a key, and lead in whoever presses it.

    Pressed on another site, it is only shown: nobody is to write, unaware, into a conversation that
    the owner of that site reads.
    """
    given = request.POST if request.method == "POST" else request.GET
    key = given.get("key", "")
    try:
        conversation = found(public_id) if opens(key, public_id) else None
    except DatabaseError:
        return private(unavailable(request))
    if conversation is None:
        return private(page_not_found(request))
    if request.method == "POST" and not _is_from_another_site(request):
        return arrive(request, conversation, language)
    with translation.override(language):
        frame = frame_of(
            request,
            language,
            current_directory.get(),
            "conversation_entrance",
            public_id,
            query=request.META.get("QUERY_STRING", ""),
        )
        context = {"frame": frame, "key": key}
        return page(render_to_string("support/conversations/entrance.html", context), language)


def _is_from_another_site(request: HttpRequest) -> bool:
    """Tell whether the browser says so. This page sends no referrer, and so no origin either."""
    return request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site")
