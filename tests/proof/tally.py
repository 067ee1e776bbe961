"""What a comparison has counted, and where the two sides differed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple


class Tally(NamedTuple):
    counts: Counter[str]
    differences: list[str]

    @classmethod
    def empty(cls) -> Tally:
        return cls(Counter(), [])

    def check(self, is_same: bool, case: object) -> None:
        self.counts["comparisons"] += 1
        if not is_same:
            self.differences.append(str(case))

    def add(self, other: Tally) -> None:
        self.counts.update(other.counts)
        self.differences.extend(other.differences)


def total(tallies: Iterable[Tally]) -> Tally:
    sum_of_all = Tally.empty()
    for tally in tallies:
        sum_of_all.add(tally)
    return sum_of_all
