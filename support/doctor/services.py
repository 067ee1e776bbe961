from __future__ import annotations

import os
import secrets
from collections.abc import Iterator

from django.conf import settings
from django.core.cache import cache
from django.core.mail import get_connection


def cache_keeps() -> Iterator[str]:
    value = secrets.token_hex(8)
    try:
        cache.set("doctor", value, 60)
        kept = cache.get("doctor")
    except Exception as error:  # each cache backend has errors of its own
        reason = " ".join(str(error).split()).rstrip(".?!")
        yield f"The cache does not answer: {reason}. Start it, or correct CACHE_URL."
        return
    if kept != value:
        yield "The cache does not keep what is stored in it. Check whether its memory is full."


def mail_is_taken() -> Iterator[str]:
    """Open a connection to the mail server, with the password, and send nothing."""
    if not settings.ADMINS and not os.environ.get("EMAIL_URL"):
        return
    mail = get_connection()
    try:
        mail.open()
        mail.close()
    except OSError as error:  # those of smtplib are among them
        yield (
            f"The mail server does not accept our mail: {error}. Correct EMAIL_URL: "
            "invitations and forgotten passwords need it, and so does ERROR_MAIL_TO."
        )
