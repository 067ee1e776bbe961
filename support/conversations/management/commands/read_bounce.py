from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand

from support.conversations.mail.bounces import note_bounce

_MOST_BYTES = 10_000_000


class Command(BaseCommand):
    help = (
        "Read a mail from standard input that says that another could not be delivered, and have "
        "the desk tell of it. Have the mail server hand over what comes for MAIL_FROM."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        mail = note_bounce(sys.stdin.buffer.read(_MOST_BYTES))
        self.stdout.write(
            f"Mail {mail.pk} has failed; the desk says why."
            if mail
            else "This is no report of a mail of this portal that has failed."
        )
