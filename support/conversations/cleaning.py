"""Clean every night: what is kept no longer, and what does not belong together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.files.storage import Storage

from support.conversations.erasing import delete_files, erase
from support.conversations.lease import end_lease, take_lease
from support.conversations.models import Attachment, Conversation, Sending
from support.conversations.models.attachment import attachment_storage
from support.history.unused_images import drop_unused_images

LEASE = "cleaning"
EVERY = timedelta(hours=20)
_LEASE_LASTS = timedelta(hours=1)

DIGESTS_LAST = timedelta(days=14)
KEPT_FILES_LAST = timedelta(hours=1)
_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Report:
    """How much was cleaned; of `rows_without_files` nothing can be cleaned but what is told."""

    conversations: int
    digests: int
    kept_files: int
    files_without_rows: int
    rows_without_files: int
    unsaved_images: int

    def __str__(self) -> str:
        return (
            f"Conversations erased: {self.conversations}. Digests of networks: {self.digests}. "
            f"Files of forms that were never sent: {self.kept_files}. Files without rows: "
            f"{self.files_without_rows}. Rows without files: {self.rows_without_files}. "
            f"Images that nobody saved: {self.unsaved_images}."
        )


def clean_in_turn(at: datetime) -> Report | None:
    """Clean, unless another process does or somebody has within the last hours."""
    if not take_lease(LEASE, at, _LEASE_LASTS, pause=EVERY):
        return None
    report = clean(at)
    end_lease(LEASE, at)
    return report


def clean(at: datetime) -> Report:
    """Clean now."""
    return Report(
        _erase_due(at),
        Sending.objects.filter(at__lte=at - DIGESTS_LAST).delete()[0],
        _drop_kept_files(at),
        _delete_files_without_rows(at),
        len(rows_without_files()),
        drop_unused_images(at),
    )


def rows_without_files() -> list[int]:
    """Return the keys of attachments whose file is gone."""
    stored = set(_stored(attachment_storage()))
    rows = Attachment.objects.order_by("pk").values_list("pk", "file")
    return [pk for pk, name in rows.iterator() if name not in stored]


def _erase_due(at: datetime) -> int:
    due = Conversation.objects.filter(erase_after__lte=at).order_by("pk")
    keys = list(due.values_list("pk", flat=True))
    return sum(erase(Conversation.objects.filter(pk__in=some)) for some in _batches(keys))


def _batches(keys: list[int]) -> Iterator[list[int]]:
    """Yield a few at a time, so that nobody who writes waits for long."""
    for first in range(0, len(keys), _AT_ONCE):
        yield keys[first : first + _AT_ONCE]


def _drop_kept_files(at: datetime) -> int:
    kept = Attachment.objects.filter(conversation=None, received_at__lte=at - KEPT_FILES_LAST)
    names = list(kept.values_list("file", flat=True))
    kept.delete()
    delete_files(names)
    return len(names)


def _delete_files_without_rows(at: datetime) -> int:
    """Delete them, but not one that may be of a message that is being sent just now."""
    storage = attachment_storage()
    known = set(Attachment.objects.order_by().values_list("file", flat=True))
    names = [
        name
        for name in _stored(storage)
        if name not in known and storage.get_modified_time(name) <= at - KEPT_FILES_LAST
    ]
    delete_files(names)
    return len(names)


def _stored(storage: Storage) -> Iterator[str]:
    """Yield the name of every file; each is in a folder of two letters."""
    try:
        folders, _files = storage.listdir("")
    except FileNotFoundError:  # nobody has sent a file yet
        return
    for folder in folders:
        _folders, files = storage.listdir(folder)
        yield from (f"{folder}/{file}" for file in files)
