"""How wide a text becomes where nobody can measure it: in an image, on a machine far away.

The widths are DejaVu Sans's and Verdana's, the widest of the usual faces, rounded up: in a
narrower one some room is left over, and nothing overflows.
"""

from __future__ import annotations

import unicodedata
from functools import cache

# Hundredths of the font's size; what is named nowhere is as wide as it is high.
_REGULAR = {
    30: "'IJijlłı",
    35: " ,./:;\\f|·’‘",
    40: "!()-[]t¡",
    45: "r",
    50: '"*_`–',
    55: "?csz“”¿",
    60: "FLPkvxy",
    65: "0123456789$ESTYabdeghnopqu{}«»ßøđðþ",
    70: "ABCKRVXZ",
    75: "HNU",
    80: "&DGOQØ",
    85: "#+<=>^w~",
    90: "M",
    95: "%",
    105: "œ",
    110: "Œ",
}
_BOLD = {
    35: " 'ijlı",
    40: ",./:;IJ\\|·’‘ł",
    45: "-f",
    50: "!()[]_`rt–¡",
    55: '"*',
    60: "?csz¿",
    65: "Lvxy«»",
    70: "0123456789$EFTaeko“”øð",
    75: "CPSYZbdghnpqu{}ßđþ",
    80: "ABKRVX",
    85: "#+<=>DGHNOQU^~Ø",
    90: "&",
    95: "w",
    105: "mæ",
    110: "WÆœ",
    120: "Œ",
}
_FULL = 100
_WIDEST = 120


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width in pixels for a font of `size` pixels."""
    widths = _widths(bold)
    letters = unicodedata.normalize("NFC", text)
    return size * sum(_width(letter, widths) for letter in letters) / 100


def _width(letter: str, widths: dict[str, int]) -> int:
    """Return the width of a letter; an accented one is as wide as the plain one."""
    plain = unicodedata.normalize("NFD", letter)[0]
    if plain in widths:
        return widths[plain]
    if unicodedata.combining(plain):
        return 0
    if unicodedata.east_asian_width(plain) in "WFH":
        return _FULL
    return widths[" "] if unicodedata.category(plain) == "Zs" else _WIDEST


@cache
def _widths(bold: bool) -> dict[str, int]:
    table = _BOLD if bold else _REGULAR
    return {letter: width for width, letters in table.items() for letter in letters}
