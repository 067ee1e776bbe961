"""A file of a conversation, for who may answer it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from support.conversations.attachments.given_out import given_out
from support.conversations.desk.who_may import answerable_or_404


@require_safe
def attachment(request: HttpRequest, public_id: str, number: int) -> HttpResponseBase:
    """Give out a file, to be looked at here only if it is a picture that was made anew."""
    conversation = answerable_or_404(request.user, public_id)
    row = conversation.attachments.filter(number=number).first()
    if row is None:
        raise Http404
    try:
        return given_out(row)
    except OSError as error:
        raise Http404 from error
