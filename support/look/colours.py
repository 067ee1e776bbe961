"""A colour that a company chooses, made readable on the pages' light and dark grounds.

Contrast is that of WCAG 2.2: 4.5 to 1 is needed for text.
"""

from __future__ import annotations

import re
from typing import NamedTuple

NEEDED = 4.5

COLOUR = re.compile(r"#[0-9a-f]{6}")

# The grounds of site.css: paper, raised and open; a text in the company's colour also stands on a
# wash of that colour.
_LIGHT_GROUNDS = ("#fbfaf7", "#ffffff", "#e8f4ec")
_DARK_GROUNDS = ("#15141b", "#1e1c27", "#17291f")
_BLACK, _WHITE = "#000000", "#ffffff"
_STEPS = 50


class Accent(NamedTuple):
    """A colour for text and lines, and its wash for a ground."""

    colour: str
    wash: str


def light_accent(colour: str) -> Accent:
    """Return the colour on light grounds: as it is, or as much darker as it needs to be."""
    return _readable(colour, _LIGHT_GROUNDS, _BLACK, 0.08)


def dark_accent(colour: str) -> Accent:
    """Return the colour on dark grounds: as it is, or as much lighter as it needs to be."""
    return _readable(colour, _DARK_GROUNDS, _WHITE, 0.14)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast(colour: str) -> float:
    """Return the contrast of the colour as it is with the light ground on which it reads worst."""
    return min(contrast(colour, ground) for ground in _grounds(colour, _LIGHT_GROUNDS, 0.08))


def _readable(colour: str, grounds: tuple[str, ...], towards: str, share: float) -> Accent:
    candidates = (_mix(towards, colour, step / _STEPS) for step in range(_STEPS + 1))
    found = next(
        each
        for each in candidates
        if all(contrast(each, ground) >= NEEDED for ground in _grounds(each, grounds, share))
    )
    return Accent(found, _mix(found, grounds[0], share))


def _grounds(colour: str, grounds: tuple[str, ...], share: float) -> tuple[str, ...]:
    return (*grounds, _mix(colour, grounds[0], share))


def _mix(one: str, other: str, share: float) -> str:
    """Return `share` of one colour with the rest of another."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))
