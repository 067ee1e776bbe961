"""See whether a port is free before anything else is done."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable


def refuse_busy(host: str, port: int, sentence: Callable[[str], str]) -> None:
    """End the process with the sentence if nobody can listen there; it gets the reason."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            sys.exit(sentence(error.strerror or str(error)))
