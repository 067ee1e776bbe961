"""Compress pages, and choose the compression that a browser takes."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping
from functools import lru_cache

import brotli

# The best first. Brotli's quality 8 takes no longer than gzip, and an eighth off its bytes; 9 takes
# eight times as long.
CODINGS: Mapping[str, Callable[[bytes], bytes]] = {
    "br": lambda content: brotli.compress(content, mode=brotli.MODE_TEXT, quality=8),
    "gzip": lambda content: gzip.compress(content, mtime=0),
}

# A longer header is invented.
_LONGEST_ACCEPT_ENCODING = 256


def coding_for(accept_encoding: str) -> str:
    """Return the best of our codings that a browser takes, or nothing."""
    return _best_coding(accept_encoding) if len(accept_encoding) <= _LONGEST_ACCEPT_ENCODING else ""


# Browsers send one of a few; the bound holds off invented ones.
@lru_cache(maxsize=256)
def _best_coding(accept_encoding: str) -> str:
    taken = set()
    for choice in accept_encoding.split(","):
        name, _, weight = choice.replace(" ", "").lower().partition(";q=")
        if weight not in ("0", "0.0", "0.00", "0.000"):
            taken.add(name)
    return next((name for name in CODINGS if name in taken), "")
