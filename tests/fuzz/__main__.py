"""Send 100,000 requests that nobody means to a portal, and print what came back.

python -m tests.fuzz [COUNT [SEED]]
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

REQUESTS = 100_000
SEED = 13


def main(count: int, seed: int) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    from tests.faults.server import Portal
    from tests.fuzz.run import Run

    with tempfile.TemporaryDirectory(prefix="support-portal-fuzz-") as folder:
        portal = Portal(Path(folder)).prepare().start()
        try:
            outcome = Run(portal, seed).send(count)
        finally:
            portal.stop()
        tracebacks = portal.log.count("Traceback")
        if outcome.failed:
            Path("var").mkdir(exist_ok=True)
            Path("var/fuzz.log").write_text(portal.log, "utf-8")
    statuses = sorted(outcome.statuses.items())
    print(f"{'requests':24}{sum(outcome.statuses.values()):,} of seed {seed}")
    print(f"{'answers':24}" + ", ".join(f"{status}: {n:,}" for status, n in statuses))
    for share in (0.5, 0.99, 0.999):
        print(f"{f'p{share * 100:g}':24}{outcome.percentile(share):.3f} s")
    for seconds, what in outcome.slowest:
        print(f"{'slowest':24}{seconds:.3f} s  {what[:120]}")
    print(f"{'slowest import':24}{max(outcome.seconds_of_imports, default=0):.3f} s")
    print(f"{'memory of workers':24}" + " ".join(f"{n}" for n in outcome.memory) + " MB")
    print(f"{'tracebacks in the log':24}{tracebacks}")
    for failure in outcome.failed[:20]:
        print(f"✗ {failure}")
    return bool(outcome.failed)


if __name__ == "__main__":
    given = [int(text) for text in sys.argv[1:]]
    sys.exit(main(*given, *[REQUESTS, SEED][len(given) :]))
