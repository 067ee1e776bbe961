"""Run all comparisons on every core, print what was compared, and fail if anything differs."""

from __future__ import annotations

import os
import sys
import time
from multiprocessing import Pool
from multiprocessing.pool import Pool as Workers

from tests.proof import brute_force, clock_changes, every_zone, other_engine
from tests.proof.progress import with_progress
from tests.proof.tally import Tally, total

TIMETABLES = 25_000  # at forty instants each, a million
SCANNED_TIMETABLES = 2_000  # at five hundred instants each, a million

SHOWN_DIFFERENCES = 20


def prove_every_zone(workers: Workers) -> Tally:
    files = every_zone.files()
    found = workers.imap_unordered(every_zone.clock_of, files, chunksize=4)
    clocks = list(with_progress("Looking for clock changes", found, len(files)))
    nights = sorted(every_zone.nights(clocks), key=lambda night: -len(night.zones))
    compared = workers.imap_unordered(clock_changes.compare, nights)
    tally = total(with_progress("Comparing at clock changes", compared, len(nights)))
    tally.counts["zones"] = sum(len(clock.zones) for clock in clocks)
    tally.counts["clock changes"] = sum(len(clock.changes) * len(clock.zones) for clock in clocks)
    return tally


def prove_other_engine(workers: Workers) -> Tally:
    compared = workers.imap_unordered(other_engine.compare, range(TIMETABLES), chunksize=25)
    return total(with_progress("Comparing with opening-hours-py", compared, TIMETABLES))


def prove_all_rules(workers: Workers) -> Tally:
    compared = workers.imap_unordered(brute_force.compare, range(SCANNED_TIMETABLES), chunksize=5)
    return total(with_progress("Comparing with brute force", compared, SCANNED_TIMETABLES))


def report(zones: Tally, rules: Tally, other: Tally) -> int:
    """Print all tables and return the exit status."""
    years = f"{every_zone.START:%Y} to {every_zone.END.year - 1}"
    _print_table(f"Every clock change of every IANA zone, {years}, against brute force", zones)
    _print_table("All rules at random, against brute force", rules)
    _print_table("Random hours at random instants, against opening-hours-py", other)
    return 1 if zones.differences or rules.differences or other.differences else 0


def _print_table(title: str, tally: Tally) -> None:
    print(f"\n{title}")
    for name, count in tally.counts.items():
        print(f"  {name:<26} {count:>19,}")
    print(f"  {'differences':<26} {len(tally.differences):>19,}")
    for case in sorted(tally.differences)[:SHOWN_DIFFERENCES]:
        print(f"    {case}")


def main() -> int:
    started = time.monotonic()
    with Pool() as workers:
        zones = prove_every_zone(workers)
        rules = prove_all_rules(workers)
        other = prove_other_engine(workers)
    status = report(zones, rules, other)
    print(f"\n{(time.monotonic() - started) / 60:.1f} minutes on {os.cpu_count()} cores")
    return status


if __name__ == "__main__":
    sys.exit(main())
