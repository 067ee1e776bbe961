from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from support import clock
from support.conversations.mail.work import one_pass
from support.directory.current import current_directory


class Command(BaseCommand):
    help = (
        "Send the mail of conversations that is due, once. The server does so by itself every "
        "few seconds; two never send at once."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        sent = one_pass(current_directory.get(), clock.now())
        self.stdout.write("Another process is sending." if sent is None else f"Sent: {sent}.")
