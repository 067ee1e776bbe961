"""The portal as a whole against its yardsticks: `python -m benchmarks.portal`."""

from __future__ import annotations

import signal
import sys
import tempfile
from pathlib import Path

from benchmarks import conversations, edits, process, rendering, serving
from benchmarks.pairs import print_header
from benchmarks.scratch import Scratch


def main() -> None:
    # An end from outside is an exception too, so that every server is ended.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Ended before all was measured."))
    with tempfile.TemporaryDirectory() as folder:
        scratch = Scratch(Path(folder))
        scratch.fill(serving.SIZES)
        print_header("measure: yardstick")
        serving.serving(scratch)
        process.process(scratch)
        conversations.conversations(scratch)
        # Last: they put made-up windows into the database of this process.
        rendering.rendering()
        edits.edits()


if __name__ == "__main__":
    main()
