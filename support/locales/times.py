"""Times of day as people type them: “9am”, “9.30”, “0930”, “9 Uhr”, “9時半”."""

from __future__ import annotations

import re
import unicodedata

from support.schedule import InvalidWallTime, parse_wall_time

_LONGEST_TEXT = 40

_BEFORE = r"(?:(?:kl\.?|klockan|klokken|um|om|at|a las?|às|as|à|alle|ore|le)\s*)?"
_SIGN = r"(?:[:.,]|\s?(?:h|uhr|uur|時)\s?)"
_AFTER = r"(?:\s?(?:分|h|hrs?|uhr|uur|heures?|horas?|ore|o['’]clock))?"
_TIME = re.compile(
    rf"{_BEFORE}(?P<half>午前|午後)?\s?(?P<hour>\d{{1,2}})"
    rf"(?:{_SIGN}(?:(?P<minute>\d\d)(?::00)?|(?P<thirty>(?<=時)半))?)?{_AFTER}"
    r"(?:\s?(?P<am_pm>[ap])\.?\s?m\.?)?",
    re.ASCII,
)
_DIGITS = re.compile(r"(\d{1,2})(\d\d)(?=\D|$)", re.ASCII)


def read_time(text: str) -> int:
    """Return minutes after midnight, 0 to 1440 for 24:00. Raises InvalidWallTime."""
    plain = " ".join(unicodedata.normalize("NFKC", text[:_LONGEST_TEXT]).casefold().split())
    plain = _DIGITS.sub(r"\1:\2", plain, count=1) if plain[:3].isdecimal() else plain
    match = _TIME.fullmatch(plain)
    if not match or plain.endswith((":", ",")):
        raise InvalidWallTime.given(text)
    hour = int(match["hour"])
    if match["am_pm"]:
        if not 1 <= hour <= 12:
            raise InvalidWallTime.given(text)
        hour = hour % 12 + (12 if match["am_pm"] == "p" else 0)
    elif match["half"]:
        if hour > 11:  # noon or midnight: people do not agree
            raise InvalidWallTime.given(text)
        hour += 12 if match["half"] == "午後" else 0
    minute = "30" if match["thirty"] else match["minute"] or "00"
    return parse_wall_time(f"{hour}:{minute}")
