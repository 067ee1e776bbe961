"""Figures of speed, which a machine with other work to do cannot tell."""

from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    test: str
    name: str
    seconds: float
    limit: float

    def __str__(self) -> str:
        missed = "" if self.seconds <= self.limit else "  missed"
        return f"{self.seconds:8.3f} s  ≤ {self.limit:g} s  {self.name}: {self.test}{missed}"


HELD: list[Figure] = []


def hold(name: str, seconds: float, limit: float) -> None:
    """Keep the figure for the summary; where `HOLD_FIGURES` is set, as by `make faults`, fail when
    it is above."""
    test = os.environ["PYTEST_CURRENT_TEST"].rpartition("::")[2].removesuffix(" (call)")
    HELD.append(Figure(test, name, seconds, limit))
    assert seconds <= limit or "HOLD_FIGURES" not in os.environ
