"""Record which edit each saved row is a part of: an edit is all that one person saves at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from support import clock


@dataclass(slots=True)
class _Recording:
    """An edit while it is being saved.

    `at` is the moment of its first record. The rows are locked by then, so the edits of a row are
    recorded in the order in which they happened.
    """

    key: UUID = field(default_factory=uuid4)
    at: datetime | None = None
    reason: str = ""


_current: ContextVar[_Recording | None] = ContextVar("edit", default=None)


@contextmanager
def one_edit(reason: str = "") -> Iterator[None]:
    """Record everything saved within the block as one edit, or as a part of the enclosing one.

    `reason` is stored with every record from here on. A row saved outside any such block is an
    edit by itself.
    """
    outer = _current.get()
    edit = outer or _Recording()
    edit.reason = reason or edit.reason
    token = _current.set(edit)
    try:
        yield
    finally:
        _current.reset(token)


def stamp(history_instance: Any, history_user: Any, **kwargs: Any) -> None:
    """Write the edit into a record, as a receiver of `pre_create_historical_record`."""
    edit = _current.get() or _Recording()
    edit.at = edit.at or clock.now()
    history_instance.edit = edit.key
    history_instance.history_date = edit.at
    history_instance.history_change_reason = edit.reason or None
    history_instance.edited_by = history_user.get_username() if history_user else ""
