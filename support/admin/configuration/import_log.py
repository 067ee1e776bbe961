from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType

from support.roles import User
from support.schedule_file import EntryChange, Kind, RowChange, Written

_FLAGS = {Kind.CREATED: ADDITION, Kind.CHANGED: CHANGE, Kind.DELETED: DELETION}
_LONGEST_NAME = 200


def log_import(user: User, written: Sequence[Written]) -> None:
    """For each row an entry in Django's log, as if it had been saved in a form."""
    assert user.pk is not None  # noqa: S101  # who may import has signed in
    LogEntry.objects.bulk_create(
        LogEntry(
            user_id=user.pk,
            content_type=ContentType.objects.get_for_model(each.change.model),
            object_id=str(each.key),
            object_repr=each.change.row.title[:_LONGEST_NAME],
            action_flag=_FLAGS[each.change.kind],
            change_message=json.dumps(list(_messages(each.change)), ensure_ascii=False),
        )
        for each in written
    )


def _messages(change: EntryChange) -> Iterator[dict[str, dict[str, Any]]]:
    """In the structure that Django's LogEntry reads."""
    if change.kind is Kind.CREATED:
        yield {"added": {}}
    elif change.kind is Kind.CHANGED and change.row.fields:
        yield {"changed": {"fields": _told(change.row)}}
    if change.kind is Kind.CHANGED:
        yield from (_of_child(child) for child in change.told_children)


def _of_child(child: RowChange) -> dict[str, dict[str, Any]]:
    row = child.before or child.after
    assert row is not None  # noqa: S101  # one of the two always is
    names = {"name": str(row._meta.verbose_name), "object": child.title}
    if child.kind is Kind.CHANGED:
        return {"changed": names | {"fields": _told(child)}}
    return {"added" if child.kind is Kind.CREATED else "deleted": names}


def _told(change: RowChange) -> list[str]:
    return [f"{field.label}: {field.before} → {field.after}" for field in change.fields]
