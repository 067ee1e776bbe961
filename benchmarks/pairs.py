"""Two things timed in turn in the same run, and how they compare."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

ROUNDS = 15


@dataclass(frozen=True)
class Result:
    """Seconds per call, medians over the rounds; the ratio is taken round by round."""

    name: str
    ours: float
    yardstick: float
    ratio: float
    lowest: float
    highest: float
    reach: float


def compare(
    name: str, ours: Callable[[], object], yardstick: Callable[[], object], reach: float
) -> Result:
    """How many times faster ours is than the yardstick, to be at least `reach`."""
    counts = [_calls_for(ours), _calls_for(yardstick)]
    rounds = [(_time(ours, counts[0]), _time(yardstick, counts[1])) for _ in range(ROUNDS)]
    ratios = [theirs / mine for mine, theirs in rounds]
    return Result(
        name,
        statistics.median(mine for mine, _ in rounds),
        statistics.median(theirs for _, theirs in rounds),
        statistics.median(ratios),
        min(ratios),
        max(ratios),
        reach,
    )


def print_table(results: list[Result]) -> None:
    print(
        f"{'measure':44} {'ours µs':>9} {'theirs µs':>9} {'times':>7} {'spread':>15} {'reach':>6}"
    )
    for r in results:
        spread = f"{r.lowest:.1f}–{r.highest:.1f}"
        mark = "" if r.ratio >= r.reach else "  missed"
        print(
            f"{r.name:44} {r.ours * 1e6:9.2f} {r.yardstick * 1e6:9.2f} "
            f"{r.ratio:7.1f} {spread:>15} {r.reach:6.1f}{mark}"
        )


def _calls_for(call: Callable[[], object]) -> int:
    """As many calls as take about two hundredths of a second."""
    call()
    count = 1
    while _time(call, count) * count < 0.02:
        count *= 2
    return count


def _time(call: Callable[[], object], count: int) -> float:
    start = time.perf_counter()
    for _ in range(count):
        call()
    return (time.perf_counter() - start) / count
