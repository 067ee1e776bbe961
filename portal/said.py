"""What a server says for itself, one line each."""

from __future__ import annotations

from contextlib import suppress


def say(text: str) -> None:
    """Print the line at once. Where nothing can be written, as on a full disk, go on in silence."""
    with suppress(OSError):
        print(text, flush=True)  # noqa: T201
