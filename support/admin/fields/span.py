"""Two times of day typed into one box, as in “9-13” or “10:00–14:30”."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_SPAN = re.compile(r"\s*([^-–—~〜～]+?)\s*[-–—~〜～]\s*([^-–—~〜～]+?)\s*")


def split_span(text: str) -> tuple[str, str] | None:
    """Return both times as they were typed; None if the text is not a span."""
    found = _SPAN.fullmatch(text)
    return (found[1], found[2]) if found else None


def with_both_times(data: Any) -> Any:
    """Return what was sent with the span in `opens` on both boxes, if the other is empty."""
    if not isinstance(data, Mapping):
        return data
    span = split_span(str(data.get("opens", "")))
    if span is None or data.get("closes"):
        return data
    both: Any = data.copy()  # type: ignore[attr-defined]  # a QueryDict has it
    both["opens"], both["closes"] = span
    return both
