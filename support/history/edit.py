"""One edit: all that one person saves at once, with everything that belongs to it."""

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
class _Edit:
    """Its moment is that of the first record, when the rows concerned are locked already."""

    key: UUID = field(default_factory=uuid4)
    at: datetime | None = None
    reason: str = ""


_current: ContextVar[_Edit | None] = ContextVar("edit", default=None)


@contextmanager
def one_edit(reason: str = "") -> Iterator[None]:
    """What is saved within is one edit; within another, a part of that one.

    `reason` is kept with every record from here on. Outside, each row saved is an edit by itself.
    """
    outer = _current.get()
    edit = outer or _Edit()
    edit.reason = reason or edit.reason
    token = _current.set(edit)
    try:
        yield
    finally:
        _current.reset(token)


def stamp(history_instance: Any, history_user: Any, **kwargs: Any) -> None:
    """As a receiver of `pre_create_historical_record`: says which edit a record belongs to."""
    edit = _current.get() or _Edit()
    edit.at = edit.at or clock.now()
    history_instance.edit = edit.key
    history_instance.history_date = edit.at
    history_instance.history_change_reason = edit.reason or None
    history_instance.edited_by = history_user.get_username() if history_user else ""
