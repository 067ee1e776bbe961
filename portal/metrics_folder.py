"""The folder in which the processes of one server sum their figures."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from portal.paths import VAR

VARIABLE = "PROMETHEUS_MULTIPROC_DIR"


def prepare_metrics_folder(port: int) -> None:
    """Empty the folder that the environment names, or else name one for this port.

    Call it before the server starts its processes: figures count from there. A folder that cannot
    be written is told on standard error, and each process then knows only its own figures.
    """
    folder = Path(os.environ.get(VARIABLE) or VAR / "metrics" / str(port))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for left_over in folder.glob("*.db"):
            left_over.unlink()
    except OSError as error:
        os.environ.pop(VARIABLE, None)
        print(  # noqa: T201
            f"The folder of the metrics, {folder}, cannot be written ({error.strerror}). Name "
            f"another in {VARIABLE}; until then /metrics has the figures of one process.",
            file=sys.stderr,
        )
    else:
        os.environ[VARIABLE] = str(folder)
