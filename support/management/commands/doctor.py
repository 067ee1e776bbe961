from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from support.directory.lock_wait import is_lock_wait
from support.doctor import all_checks, site_checks


class Command(BaseCommand):
    help = (
        "Check this installation and say what is wrong and what to do. Run it as the user, and in "
        "the environment, that the server runs in. Ends with an error where anything is wrong."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "address",
            nargs="?",
            help="where visitors find the site, such as https://support.example: look at it from "
            "outside too",
        )

    def handle(self, *args: Any, address: str | None, **options: Any) -> None:
        checks = all_checks() | (site_checks(address.rstrip("/")) if address else {})
        count = 0
        for name, check in checks.items():
            try:
                problems = list(check())
            except DatabaseError as error:
                reason = (
                    "something else holds a lock in the database"
                    if is_lock_wait(error)
                    else "the database does not answer"
                )
                self.stdout.write(f"?   {name}: not checked, since {reason}")
                continue
            for problem in problems:
                self.stdout.write(self.style.ERROR(f"✗   {name}: {problem}"))
            if not problems:
                self.stdout.write(f"ok  {name}")
            count += len(problems)
        if count:
            raise CommandError(f"{count} problem{'s' if count > 1 else ''}.")
