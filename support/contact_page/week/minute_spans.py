"""Hours as a picture of the week has them: spans of whole minutes since 1970 in UTC."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from support.contact_page.lines.viewpoint import NO_WORDING, Wording

# Beyond all years that anything is answered for.
EVER = 10**9


class MinuteSpan(NamedTuple):
    """From `start`, inclusive, to `end`, exclusive; `reason` is what cancels it, if anything."""

    start: int
    end: int
    reason: Wording = NO_WORDING


def union(spans: Iterable[MinuteSpan]) -> tuple[MinuteSpan, ...]:
    """Return them sorted and disjoint; those that touch are one."""
    found: list[MinuteSpan] = []
    for span in sorted(spans, key=_ends):
        if found and span.start <= found[-1].end:
            found[-1] = MinuteSpan(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def cancelled_spans(
    spans: Iterable[MinuteSpan], opens: Iterable[MinuteSpan]
) -> tuple[MinuteSpan, ...]:
    """Return what of these is not open all the same, sorted and disjoint. Those that touch and
    have the same reason are one; where two overlap, the first wins."""
    found: list[MinuteSpan] = []
    for span in sorted(spans, key=_ends):
        last = found[-1] if found else None
        is_met = last is not None and span.start <= last.end
        if last and is_met and (span.end <= last.end or span.reason == last.reason):
            found[-1] = last._replace(end=max(last.end, span.end))
        elif last and is_met:
            found.append(span._replace(start=last.end))
        else:
            found.append(span)
    return without_spans(found, tuple(opens))


def _ends(span: MinuteSpan) -> tuple[int, int]:
    return span.start, span.end


def without_spans(
    spans: Iterable[MinuteSpan], opens: Sequence[MinuteSpan]
) -> tuple[MinuteSpan, ...]:
    """Return what of these is not in the others, which are sorted and disjoint."""
    return tuple(_without(spans, opens))


def _without(spans: Iterable[MinuteSpan], opens: Sequence[MinuteSpan]) -> Iterator[MinuteSpan]:
    for start, end, reason in spans:
        for other in opens:
            if start < other.end and other.start < end:
                if start < other.start:
                    yield MinuteSpan(start, other.start, reason)
                start = other.end
        if start < end:
            yield MinuteSpan(start, end, reason)
