"""The folder in which the processes of one server sum their figures."""

from __future__ import annotations

import os
from pathlib import Path

from portal.paths import VAR
from portal.said import say

VARIABLE = "PROMETHEUS_MULTIPROC_DIR"

# prometheus-client's own names and size of the files of one process. It maps them into memory:
# what is written there while the disk is full ends the process, unless the disk has the space.
_KINDS = ("counter", "gauge_livemin", "gauge_livesum", "histogram")
_BYTES_OF_A_FILE = 1 << 16

# An empty file would fail whoever sums the figures in the moment before it has its space.
_UNFINISHED = ".new"


def prepare_metrics_folder(port: int) -> None:
    """Empty the folder that the environment names, or else name one for this port.

    Call it before the server starts its processes: figures count from there. A folder that cannot
    be written is told, and each process then knows only its own figures.
    """
    folder = Path(os.environ.get(VARIABLE) or VAR / "metrics" / str(port))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for left_over in [*folder.glob("*.db"), *folder.glob(f"*{_UNFINISHED}")]:
            left_over.unlink()
    except OSError as error:
        _do_without(folder, error)
    else:
        os.environ[VARIABLE] = str(folder)


def reserve_space() -> None:
    """Take the space that this process's figures need, so that a disk which fills up later does
    no harm. Call it before anything counts.

    Where the disk is full already, the process knows only its own figures.
    """
    if VARIABLE not in os.environ:
        return
    folder = Path(os.environ[VARIABLE])
    files = [folder / f"{kind}_{os.getpid()}.db" for kind in _KINDS]
    unfinished = [file.with_suffix(_UNFINISHED) for file in files]
    try:
        for file, new in zip(files, unfinished, strict=True):
            with new.open("wb") as opened:
                os.posix_fallocate(opened.fileno(), 0, _BYTES_OF_A_FILE)
            new.replace(file)
    except OSError as error:
        for file in [*files, *unfinished]:
            file.unlink(missing_ok=True)
        _do_without(folder, error)


def _do_without(folder: Path, error: OSError) -> None:
    os.environ.pop(VARIABLE, None)
    say(
        f"The folder of the metrics, {folder}, cannot be written ({error.strerror}). Name another "
        f"in {VARIABLE}; until then /metrics has the figures of one process."
    )
