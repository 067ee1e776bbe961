"""The hours of a day as people type them: “9-12, 13-17:30”, “9–12 13–17.30”, “22-6”, “24h”."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from support.locales.times import read_time
from support.schedule import MINUTES_PER_DAY, InvalidWallTime, format_wall_time

Span = tuple[int, int]

_LONGEST_TEXT = 300

_FROM = re.compile(
    r"^(?:from|von|ab|de|des|du|dalle|dall['’]|dal|das|desde(?: las)?|van|från|fra|kl\.?)"
    r"\s*(?=\d)",
    re.ASCII,
)
_UP_TO = re.compile(r"まで$")

# The long vowel of Japanese is what its keyboards give for a dash.
_DASH = re.compile(
    r"\s*(?:-+|[‐‑‒–—―−~〜ー]|から|->|→)\s*"
    r"|\s+(?:to|until|till|til|bis(?: um)?|à|jusqu['’]à|a(?: las)?|alle|al|às|até(?: às)?|tot)\s+"
)
_BETWEEN = re.compile(
    r"\s*[,;、・/+&]\s*|\s+(?:and|und|et|e|y|en|och|og|と)\s+|\s*(?:と|及び|および)\s*|\s+"
)
_ROUND_THE_CLOCK = re.compile(
    r"h\s?24|24\s?/\s?7|"
    r"24\s?(?:h|hrs?|hours?|std\.?|stunden|heures?|horas?|ore|uur|timmar|timer|時間)(?:営業)?"
)


class UnreadableHours(ValueError):
    """`part` is what cannot be read."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


class NoTimeOfDay(UnreadableHours):
    """A part stands where a time must, and is none."""


class OneTimeOnly(UnreadableHours):
    """Hours begin and do not end, or the other way round."""


class SeveralReadings(UnreadableHours):
    """A comma in it may part two ranges, or the minutes from their hour."""


class OpensAtEnd(UnreadableHours):
    """Hours begin at 24:00."""


def read_hours(text: str) -> tuple[Span, ...]:
    """Return ranges in minutes after midnight, in order; an end of 1440 is 24:00.

    An end that is not later than its start is on the next day. Raises UnreadableHours.
    """
    if len(text) > _LONGEST_TEXT:
        raise NoTimeOfDay(text)
    plain = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    if _ROUND_THE_CLOCK.fullmatch(plain):
        return ((0, MINUTES_PER_DAY),)
    pieces = _DASH.split(_UP_TO.sub("", _FROM.sub("", plain.rstrip(" ,;、"))))
    if len(pieces) == 1:
        raise (OneTimeOnly if _is_time(plain) else NoTimeOfDay)(text.strip())
    times = [pieces[0], *(each for piece in pieces[1:-1] for each in _end_and_start(piece))]
    return tuple(sorted(_spans([*times, pieces[-1]])))


def write_hours(spans: Iterable[Span]) -> str:
    """Return ranges as they stand in a box: “09:00–12:00, 13:00–24:00”."""
    return ", ".join(
        f"{format_wall_time(opens)}–{format_wall_time(closes)}" for opens, closes in spans
    )


def _end_and_start(piece: str) -> tuple[str, str]:
    """Part what stands between two dashes: the end of a range, and the start of the next."""
    halves = {(piece[: at.start()], piece[at.end() :]) for at in _BETWEEN.finditer(piece)}
    readings = [each for each in halves if all(map(_is_time, each))]
    if len(readings) == 1:
        return readings[0]
    if readings:
        raise SeveralReadings(piece)
    raise (OneTimeOnly if _is_time(piece) or not piece else NoTimeOfDay)(piece)


def _spans(times: list[str]) -> Iterator[Span]:
    for opens, closes in zip(times[::2], times[1::2], strict=True):
        start, end = _minutes(opens), _minutes(closes)
        if start == MINUTES_PER_DAY:
            raise OpensAtEnd(opens)
        yield start, end or MINUTES_PER_DAY


def _minutes(text: str) -> int:
    try:
        return read_time(_FROM.sub("", _UP_TO.sub("", text)))
    except InvalidWallTime as error:
        raise (NoTimeOfDay if text else OneTimeOnly)(text) from error


def _is_time(text: str) -> bool:
    try:
        _minutes(text)
    except UnreadableHours:
        return False
    return True
