"""Figures of speed, which a machine with other work to do cannot tell."""

from __future__ import annotations

import os


def hold(name: str, seconds: float, limit: float) -> None:
    """Print the figure; where `HOLD_FIGURES` is set, as by `make faults`, fail when it is above."""
    print(f"{name}: {seconds:.3f} s, at most {limit} s")
    assert seconds <= limit or "HOLD_FIGURES" not in os.environ
