"""The answer that gives out a file, to visitors and staff alike."""

from __future__ import annotations

from django.http import FileResponse

from support.conversations.models import Attachment


def given_out(attachment: Attachment) -> FileResponse:
    """Return the file with what keeps a browser from taking it for anything else.

    It is saved and not shown, but for pictures, which the portal has made itself. Raises OSError
    where the file is gone.
    """
    response = FileResponse(
        attachment.file.open("rb"),
        as_attachment=not attachment.is_picture,
        filename=attachment.name,
        content_type=attachment.content_type,
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = "private, no-store"
    return response
