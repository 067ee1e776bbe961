"""Send what is due, one mail after the other, and try again what could not be sent."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import DatabaseError
from django.utils import translation

from support import clock
from support.conversations.lease import end_lease, take_lease
from support.conversations.mail.envelope import HeaderInjection, envelope
from support.conversations.mail.needed import is_needed
from support.conversations.mail.words import words_of
from support.conversations.models import OutgoingMail
from support.directory import Directory

LEASE = "mail"
_LEASE_LASTS = timedelta(minutes=2)  # longer than a mail server may take to answer
_AT_ONCE = 100
_SECONDS_OF_A_PASS = 60.0  # and one mail more; the rest is left to the next pass

# After each attempt in vain; after the last of them no more is tried.
PAUSES = [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440)]

_PERMANENT = 500  # and above: what the mail server will never take

_State = OutgoingMail.State


class _NoMailServer(Exception):
    """It does not answer; there is no use in waiting for it mail by mail."""


_log = logging.getLogger("support.conversations")


def send_due(directory: Directory, at: datetime) -> int | None:
    """Send what is due; returns how many were sent, or None while another process does."""
    if not take_lease(LEASE, at, _LEASE_LASTS):
        return None
    # Whoever was sending them has died. The same Message-ID lets a double be known as one.
    OutgoingMail.objects.filter(state=_State.IN_FLIGHT).update(state=_State.WAITING)
    due = OutgoingMail.objects.filter(
        state=_State.WAITING, due_at__lte=at, conversation__is_held=False
    )
    mails = list(due.select_related("conversation").order_by("due_at")[:_AT_ONCE])
    sent = 0
    if mails:
        connection = get_connection()
        end = time.monotonic() + _SECONDS_OF_A_PASS
        with suppress(_NoMailServer):
            for mail in mails:
                is_over = time.monotonic() > end
                if is_over or not take_lease(LEASE, clock.now(), _LEASE_LASTS):
                    break  # in the second case this process hung, and another sends them
                sent += _send(mail, connection, directory, at)
        connection.close()
    end_lease(LEASE, at)
    return sent


def _send(
    mail: OutgoingMail, connection: BaseEmailBackend, directory: Directory, at: datetime
) -> bool:
    if not is_needed(mail, directory):
        _keep(mail, _State.UNNEEDED)
        return False
    mail.attempts += 1
    try:
        with translation.override(mail.language):
            message = envelope(mail, words_of(mail, directory, at))
        message.connection = connection
        _keep(mail, _State.IN_FLIGHT)
        message.send()
    except HeaderInjection:
        _fail(mail, "The address has a line break.", at, is_permanent=True)
    except DatabaseError:
        raise
    except (OSError, SMTPException) as error:
        _fail(mail, _reason(error), at, is_permanent=_is_permanent(error))
        connection.close()
        if not any(_codes(error)):
            raise _NoMailServer from error
    except Exception as error:
        # What nobody has foreseen of one mail must not keep back all others.
        _log.exception("Mail %s could not be made.", mail.pk)
        _fail(mail, _reason(error), at, is_permanent=True)
    else:
        mail.sent_at, mail.error = at, ""
        _keep(mail, _State.SENT)
        return True
    return False


def _fail(mail: OutgoingMail, error: str, at: datetime, *, is_permanent: bool) -> None:
    mail.error = error
    is_over = is_permanent or mail.attempts > len(PAUSES)
    if not is_over:
        mail.due_at = at + PAUSES[mail.attempts - 1]
    _keep(mail, _State.FAILED if is_over else _State.WAITING)
    # Without what the mail server said: it names the address.
    _log.warning("Mail %s could not be sent; the desk says why.", mail.pk)


def _keep(mail: OutgoingMail, state: OutgoingMail.State) -> None:
    mail.state = state
    mail.save()


def _codes(error: Exception) -> Iterator[int]:
    if isinstance(error, SMTPRecipientsRefused):
        yield from (code for code, _text in error.recipients.values())
    elif isinstance(error, SMTPResponseException):
        yield error.smtp_code


def _is_permanent(error: Exception) -> bool:
    """Tell whether it is this mail that is refused; a wrong password is everybody's matter."""
    is_ours = isinstance(error, SMTPRecipientsRefused) or type(error).__name__ == "SMTPDataError"
    codes = list(_codes(error))
    return is_ours and bool(codes) and min(codes) >= _PERMANENT


def _reason(error: Exception) -> str:
    """Return what the mail server said, on one line, without the addresses of others."""
    return " ".join(str(error).split())[:500]
