"""Compress pages, and choose the compression that a browser takes."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping
from functools import lru_cache

import brotli

# A page of 200 departments is this large, and made anew while people save: half the time is worth
# three hundredths more bytes.
_LARGE = 1_000_000


def _brotli(content: bytes) -> bytes:
    # Quality 8 takes no longer than gzip, and an eighth off its bytes; 9 takes eight times as long.
    quality = 8 if len(content) < _LARGE else 5
    compressed: bytes = brotli.compress(content, mode=brotli.MODE_TEXT, quality=quality)
    return compressed


def _gzip(content: bytes) -> bytes:
    return gzip.compress(content, 9 if len(content) < _LARGE else 6, mtime=0)


# The best first.
CODINGS: Mapping[str, Callable[[bytes], bytes]] = {"br": _brotli, "gzip": _gzip}

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
