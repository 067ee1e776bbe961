"""Two things measured in turn in the same run, and how they compare."""

from __future__ import annotations

import operator
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

ROUNDS = 15

# How a figure in seconds, bytes or calls per second is printed.
_UNITS = {
    "µs": 1e6,
    "ms": 1e3,
    "ns/byte": 1e9,
    "MB": 1e-6,
    "MB/s": 1e-6,
    "/s": 1.0,
    "queries": 1.0,
}
_WHOLE = {"/s", "queries"}


@dataclass(frozen=True)
class Result:
    """Medians over the rounds; the ratio, or the difference, is taken round by round.

    Without a `reach` it is for information.
    """

    name: str
    ours: float
    yardstick: float
    ratio: float
    lowest: float
    highest: float
    reach: float | None
    unit: str = "µs"
    at_most: bool = False
    is_difference: bool = False

    @property
    def is_reached(self) -> bool:
        if self.reach is None:
            return True
        return self.ratio <= self.reach if self.at_most else self.ratio >= self.reach


def compare(
    name: str, ours: Callable[[], object], yardstick: Callable[[], object], reach: float
) -> Result:
    """How many times faster ours is than the yardstick, to be at least `reach`."""
    counts = [_calls_for(ours), _calls_for(yardstick)]
    rounds = [
        (time_calls(ours, counts[0]), time_calls(yardstick, counts[1])) for _ in range(ROUNDS)
    ]
    ratios = [theirs / mine for mine, theirs in rounds]
    return _result(name, rounds, ratios, reach)


def compare_times(
    name: str,
    ours: Callable[[], object],
    yardstick: Callable[[], object],
    *,
    at_most: float,
    rounds: int = ROUNDS,
) -> Result:
    """How many times as long ours takes as the yardstick."""
    counts = [_calls_for(ours), _calls_for(yardstick)]
    return measure(
        name,
        lambda: time_calls(ours, counts[0]),
        lambda: time_calls(yardstick, counts[1]),
        reach=at_most,
        at_most=True,
        unit="ms",
        rounds=rounds,
    )


def measure(
    name: str,
    ours: Callable[[], float],
    yardstick: Callable[[], float],
    *,
    reach: float | None,
    unit: str,
    rounds: int,
    at_most: bool = False,
    is_difference: bool = False,
) -> Result:
    """Two figures that somebody else measures: ours over the yardstick's, or ours less it.

    The difference is told in `unit`, as its reach is.
    """
    figures = [(ours(), yardstick()) for _ in range(rounds)]
    if is_difference:
        compared = [(mine - theirs) * _UNITS[unit] for mine, theirs in figures]
    else:
        compared = [operator.truediv(*pair) for pair in figures]
    return _result(
        name, figures, compared, reach, unit=unit, at_most=at_most, is_difference=is_difference
    )


def _result(
    name: str,
    figures: list[tuple[float, float]],
    compared: list[float],
    reach: float | None,
    *,
    unit: str = "µs",
    at_most: bool = False,
    is_difference: bool = False,
) -> Result:
    return Result(
        name,
        statistics.median(mine for mine, _ in figures),
        statistics.median(theirs for _, theirs in figures),
        statistics.median(compared),
        min(compared),
        max(compared),
        reach,
        unit,
        at_most,
        is_difference,
    )


def print_header(title: str) -> None:
    print(
        f"{title:64} {'ours':>12} {'yardstick':>12} {'compared':>9} {'spread':>15} {'reach':>9}",
        flush=True,
    )


def print_result(r: Result) -> None:
    def figure(value: float) -> str:
        value *= _UNITS[r.unit]
        return f"{value:,.{0 if r.unit in _WHOLE else 2}f} {r.unit}"

    # A ratio near one needs its second digit; one of hundreds none.
    digits = 2 if abs(r.ratio) < 3 and not r.is_difference else 1
    sign = "+" if r.is_difference else ""
    spread = f"{r.lowest:.{digits}f}–{r.highest:.{digits}f}"
    reach = "" if r.reach is None else f"{'≤' if r.at_most else '≥'} {r.reach:{sign}g}"
    print(
        f"{r.name:64} {figure(r.ours):>12} {figure(r.yardstick):>12} "
        f"{r.ratio:{sign}9.{digits}f} {spread:>15} {reach:>9}{'' if r.is_reached else '  missed'}",
        flush=True,
    )


def print_table(results: list[Result]) -> None:
    print_header("measure")
    for result in results:
        print_result(result)


def _calls_for(call: Callable[[], object]) -> int:
    """As many calls as take about two hundredths of a second."""
    call()
    count = 1
    while time_calls(call, count) * count < 0.02:
        count *= 2
    return count


def time_calls(call: Callable[[], object], count: int) -> float:
    """Seconds per call."""
    start = time.perf_counter()
    for _ in range(count):
        call()
    return (time.perf_counter() - start) / count
