"""System checks: what an operator should know before the first visitor comes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections

from support.directory.revision import SUPPORTED_VENDORS


@register(Tags.database)
def database_is_supported(
    *, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Refuse a database for which the revision's triggers have no SQL."""
    return [
        Error(
            f"The portal keeps its revision by triggers that it has no SQL for on "
            f"{connections[alias].display_name}.",
            hint="Use PostgreSQL or SQLite.",
            id="support.E001",
        )
        for alias in databases or []
        if connections[alias].vendor not in SUPPORTED_VENDORS
    ]
