"""The table of docs/permissions.md: read it, or print it as it is.

python -m tests.admin.permission_table
"""

from __future__ import annotations

import logging
import os
from datetime import datetime
from io import StringIO
from pathlib import Path

TABLE = Path(__file__).resolve().parent.parent.parent / "docs" / "permissions.md"


def read_table() -> dict[str, dict[str, str]]:
    """What each role may do at each address."""
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if line.startswith("|")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    roles = rows[0][1:]
    return {
        address.strip("`"): dict(zip(roles, cells, strict=True)) for address, *cells in rows[2:]
    }


def as_markdown(table: dict[str, dict[str, str]]) -> str:
    roles = list(next(iter(table.values())))
    rows = [
        ["address", *roles],
        ["---"] * (len(roles) + 1),
        *([f"`{address}`", *(cells[role] for role in roles)] for address, cells in table.items()),
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.test.utils import setup_databases, setup_test_environment, teardown_databases

    from support import clock
    from tests.admin.addresses import MONDAY, addresses, make_rows
    from tests.admin.walk import Walk, make_staff

    settings.SESSION_ENGINE = "django.contrib.sessions.backends.db"
    logging.disable()
    setup_test_environment()
    made = setup_databases(verbosity=0, interactive=False)
    try:
        call_command("load_initial_data", stdout=StringIO())
        clock.now = lambda: datetime.fromisoformat(MONDAY)
        make_staff()
        make_rows()
        walk = Walk()
        table = {address.shown: walk.outcomes(address) for address in addresses()}
        print(as_markdown(table))  # noqa: T201
    finally:
        teardown_databases(made, verbosity=0)


if __name__ == "__main__":
    main()
