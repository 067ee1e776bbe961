"""The OpenAPI document is true: what it promises, the API does, and refuses the rest."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from support.api import views

CONFIGURATION = Path(__file__).with_name("schemathesis.toml")


def test_api_is_as_its_document_says(live_server, initial_data, tmp_path):
    run = subprocess.run(
        [
            Path(sys.executable).with_name("schemathesis"),
            f"--config-file={CONFIGURATION}",
            "run",
            views._OPENAPI,
            f"--url={live_server.url}",
            "--checks=all",
            "--mode=all",
            "--max-examples=10",
            "--generation-deterministic",
            "--no-color",
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert run.returncode == 0, run.stdout + run.stderr
    assert "4 selected / 4 total" in run.stdout
