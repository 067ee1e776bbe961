"""What axe leaves to people to decide: each case with the reason why it is in order."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reviewed:
    """`holds` is an expression of `element` in the page; where it is false, the reason is gone."""

    rule: str
    selector: str
    reason: str
    holds: str


REVIEWED = [
    Reviewed(
        "color-contrast",
        ".week-hours text",
        "The figures of hours are too short for axe, or stand on a drawing. They have the colour "
        "of the clock's name above them, which axe does measure, on the same ground.",
        "getComputedStyle(element).fill === "
        "getComputedStyle(element.closest('.week').querySelector('.week-zone')).color",
    ),
]
