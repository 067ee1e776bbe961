from __future__ import annotations

import os
import sys
import time
from collections import Counter
from contextlib import suppress
from io import StringIO

RACES = 1_000

SHOWN = 20


def main(races: int) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from django.db import connection
    from django.test.utils import setup_test_environment

    from tests.races.race import Race

    setup_test_environment()
    name = connection.creation.create_test_db(verbosity=0)
    try:
        call_command("load_initial_data", stdout=StringIO())
        race = Race(User.objects.create_superuser("admin", password="password"))
        started = time.monotonic()
        outcomes = []
        with suppress(KeyboardInterrupt):  # Ctrl-C: what was tried so far is told
            for number in range(races):
                outcomes.append(race.run(number))  # noqa: PERF401  # kept one by one
        seconds = time.monotonic() - started
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
    winners = Counter(outcome.winner for outcome in outcomes if not outcome.trouble)
    troubles = [outcome.trouble for outcome in outcomes if outcome.trouble]
    print(f"{len(outcomes):,} races on {connection.vendor} in {seconds:.0f} s")
    print(f"  one saved, the other told  {sum(winners.values()):>6,}")
    print(
        f"    the first of the two saved {winners['first']:>4,}, the second {winners['second']:,}"
    )
    print(f"  anything else              {len(troubles):>6,}")
    for trouble in troubles[:SHOWN]:
        print(f"    {trouble}")
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else RACES))
