"""Hours as a picture of the week has them: stretches of whole minutes since 1970 in UTC."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from support.contact_page.lines.viewpoint import NO_WORDING, Wording

# Beyond all years that anything is answered for.
EVER = 10**9


class Stretch(NamedTuple):
    """From `start`, inclusive, to `end`, exclusive; `reason` is what cancels it, if anything."""

    start: int
    end: int
    reason: Wording = NO_WORDING


def union(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Sorted and disjoint; those that touch are one."""
    found: list[Stretch] = []
    for stretch in sorted(stretches, key=_ends):
        if found and stretch.start <= found[-1].end:
            found[-1] = Stretch(found[-1].start, max(found[-1].end, stretch.end))
        else:
            found.append(stretch)
    return tuple(found)


def cancelled_stretches(
    stretches: Iterable[Stretch], opens: Iterable[Stretch]
) -> tuple[Stretch, ...]:
    """What of these is not open all the same, sorted and disjoint; those that touch and have the
    same reason are one, and where two overlap, the first has its way."""
    found: list[Stretch] = []
    for stretch in sorted(stretches, key=_ends):
        last = found[-1] if found else None
        is_met = last is not None and stretch.start <= last.end
        if last and is_met and (stretch.end <= last.end or stretch.reason == last.reason):
            found[-1] = last._replace(end=max(last.end, stretch.end))
        elif last and is_met:
            found.append(stretch._replace(start=last.end))
        else:
            found.append(stretch)
    return tuple(_without(found, tuple(opens)))


def _ends(stretch: Stretch) -> tuple[int, int]:
    return stretch.start, stretch.end


def _without(stretches: Iterable[Stretch], opens: tuple[Stretch, ...]) -> Iterator[Stretch]:
    for start, end, reason in stretches:
        for other in opens:
            if start < other.end and other.start < end:
                if start < other.start:
                    yield Stretch(start, other.start, reason)
                start = other.end
        if start < end:
            yield Stretch(start, end, reason)
