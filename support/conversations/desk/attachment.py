"""A file of a conversation, for who may answer it."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
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
        content = row.file.open("rb")
    except OSError as error:
        raise Http404 from error
    response = FileResponse(
        content, as_attachment=not row.is_picture, filename=row.name, content_type=row.content_type
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = "private, no-store"
    return response  # type: ignore[return-value]  # a streaming one is no HttpResponse to stubs
