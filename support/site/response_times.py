"""The response times that pages tell: who measures them stands in the settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from django.conf import settings
from django.db import DatabaseError
from django.utils.module_loading import import_string

from support.directory import Directory, MeasuredTime

# Of the last edit that was asked for: they change with an edit alone.
_known: tuple[str, tuple[MeasuredTime, ...]] = ("", ())


def with_response_times(directory: Directory) -> Directory:
    """Return the directory with what was measured; without the database, what is known of it."""
    global _known  # one pair, replaced as a whole
    if directory.token != _known[0]:
        find: Callable[[], tuple[MeasuredTime, ...]] = import_string(settings.RESPONSE_TIMES)
        try:
            _known = directory.token, find()
        except DatabaseError:
            return replace(directory, response_times=_known[1])
    return replace(directory, response_times=_known[1]) if _known[1] else directory
