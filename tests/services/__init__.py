"""PostgreSQL, Redis and nginx of a test: on free ports of loopback, in folders of their own."""

from __future__ import annotations

from pathlib import Path

from tests.services.process import found


def missing_programs() -> list[str]:
    """Return what has to be installed before any of these can be started."""
    names = [name for name in ("nginx", "redis-server", "openssl") if not found(name)]
    return names if any(Path("/usr/lib/postgresql").glob("*/bin")) else [*names, "postgresql"]
