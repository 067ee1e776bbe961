from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from support import clock
from support.conversations.cleaning import clean
from support.conversations.response_time.told import tell_anew
from support.directory.current import current_directory


class Command(BaseCommand):
    help = (
        "Erase conversations whose time is over, digests of networks after 14 days and files that "
        "belong to nothing, and say how many. The server does so by itself every night."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(str(clean(clock.now())))
        tell_anew(current_directory.get(), clock.now())
