"""A file of a conversation, for who may answer it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from support.conversations.desk.who_may import answerable_or_404


@require_safe
def attachment(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    """Give out a file, to be looked at here only if it is a picture that was made anew."""
    conversation = answerable_or_404(request.user, public_id)
    row = conversation.attachments.filter(number=number).first()
    if row is None:
        raise Http404
    try:
        with row.file.open("rb") as file:
            content = file.read()
    except OSError as error:
        raise Http404 from error
    disposition = content_disposition_header(not row.is_picture, row.name) or "inline"
    return HttpResponse(
        content,
        content_type=row.content_type,
        headers={
            "Content-Disposition": disposition,
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Cache-Control": "private, no-store",
        },
    )
