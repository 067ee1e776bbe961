from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from support.models import SecondFactor


class Command(BaseCommand):
    help = (
        "Remove the second factor of a member of staff, who then signs in by password alone; or, "
        "after a change of SECRET_KEY, of everybody."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        who = parser.add_mutually_exclusive_group(required=True)
        who.add_argument("username", nargs="?")
        who.add_argument("--all", action="store_true", help="of everybody")

    def handle(self, *args: Any, username: str | None, **options: Any) -> None:
        factors = SecondFactor.objects.order_by("user__username")
        if username:
            factors = factors.filter(user__username=username)
            if not factors:
                raise CommandError(f"“{username}” has no second factor.")
        names = list(factors.values_list("user__username", flat=True))
        factors.delete()
        for name in names:
            self.stdout.write(f"The second factor of “{name}” is removed.")
