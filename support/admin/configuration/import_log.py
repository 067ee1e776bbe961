from __future__ import annotations

from collections.abc import Sequence

from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType

from support.roles import User
from support.rows.changes import Kind
from support.schedule_file import SavedRow

_FLAGS = {Kind.ADDED: ADDITION, Kind.CHANGED: CHANGE, Kind.DELETED: DELETION}
_LONGEST_NAME = 200


def log_import(user: User, saved_rows: Sequence[SavedRow]) -> None:
    """List each imported row among the recent actions of `user`, as if saved in a form."""
    assert user.pk is not None  # noqa: S101  # who may import has signed in
    LogEntry.objects.bulk_create(
        LogEntry(
            user_id=user.pk,
            content_type=ContentType.objects.get_for_model(each.change.model),
            object_id=str(each.key),
            object_repr=each.change.row.title[:_LONGEST_NAME],
            action_flag=_FLAGS[each.change.kind],
        )
        for each in saved_rows
    )
