"""Take files in: judged, pictures made anew, kept with the form until the message is sent."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.http import HttpRequest

from support.conversations.attachments.content import type_of
from support.conversations.attachments.mistakes import (
    MOST_BYTES,
    MOST_BYTES_OF_A_CONVERSATION,
    MOST_FILES,
    Mistake,
    NotTaken,
)
from support.conversations.attachments.names import LONGEST_NAME, clean_name, extension_of
from support.conversations.attachments.pictures import made_anew
from support.conversations.models import Attachment, Conversation, Message

# For so long the files of a form wait for its message.
KEPT_FOR = timedelta(hours=1)


def new_form_key() -> str:
    """Return a name, not to be guessed, for the files of one form."""
    return secrets.token_hex(16)


def sent_files(request: HttpRequest) -> tuple[list[UploadedFile[bytes]], list[NotTaken]]:
    """Return the files that a form brings; of those that were too much, or that the disk had no
    room for, only what came whole."""
    files = list(request.FILES.getlist("files"))
    match request.META.get("support.body_is_cut"):
        case None:
            return files, []
        case "disk is full":
            return files, [NotTaken(Mistake.NO_ROOM_FOR_ALL)]
        case _:
            return [], [NotTaken(Mistake.TOO_MUCH)]


def waiting_files(form_key: str, chosen: Iterable[str], at: datetime) -> list[Attachment]:
    """Return the files that were accepted with the form before, those that are still wanted."""
    if not form_key:
        return []
    numbers = (each for each in chosen if each.isascii() and each.isdecimal() and len(each) < 19)
    files = Attachment.objects.filter(
        form_key=form_key,
        message=None,
        received_at__gt=at - KEPT_FOR,
        pk__in=[int(number) for number in numbers][:MOST_FILES],
    )
    return list(files.order_by("pk")[:MOST_FILES])


def receive(
    files: Sequence[UploadedFile[bytes]],
    form_key: str,
    waiting: list[Attachment],
    conversation: Conversation | None,
    at: datetime,
) -> list[NotTaken]:
    """Add to `waiting` each file that is taken; return what is wrong with the others."""
    mistakes = []
    held = _bytes_of(Attachment.objects.filter(conversation=conversation)) if conversation else 0
    for file in files:
        try:
            room = MOST_BYTES_OF_A_CONVERSATION - held - sum(each.size for each in waiting)
            waiting.append(_received(file, form_key, len(waiting), room, at))
        except NotTaken as error:
            mistakes.append(error)
    return mistakes


def attach(message: Message, files: Sequence[Attachment]) -> None:
    """Give the files to the message that they came with, each a number in the conversation."""
    with transaction.atomic():
        taken = Attachment.objects.filter(conversation=message.conversation)
        last = taken.aggregate(last=models.Max("number"))["last"] or 0
        for place, file in enumerate(files, start=1):
            file.conversation, file.message = message.conversation, message
            file.number, file.form_key = last + place, ""
            file.save()


def _received(
    file: UploadedFile[bytes], form_key: str, already: int, room: int, at: datetime
) -> Attachment:
    name = clean_name(file.name or "")
    shown = name or (file.name or "")[:LONGEST_NAME]
    if already >= MOST_FILES:
        raise NotTaken(Mistake.TOO_MANY, shown)
    if (file.size or 0) > MOST_BYTES:
        raise NotTaken(Mistake.TOO_LARGE, shown)
    content = file.read()
    kind = type_of(content, extension_of(name)) if content else None
    if kind is None:
        raise NotTaken(Mistake.OTHER_TYPE, shown)
    if kind.is_picture:
        content = made_anew(content, shown)
    if len(content) > room:
        raise NotTaken(Mistake.CONVERSATION_IS_FULL, shown)
    if _bytes_of(Attachment.objects.all()) + len(content) > settings.MOST_BYTES_OF_ATTACHMENTS:
        raise NotTaken(Mistake.NO_ROOM, shown)
    attachment = Attachment(
        form_key=form_key,
        name=name,
        content_type=kind.content_type,
        is_picture=kind.is_picture,
        size=len(content),
        received_at=at,
    )
    try:
        attachment.file.save(name, ContentFile(content))
    except OSError as error:  # a disk that is full, or a storage that does not answer
        raise NotTaken(Mistake.NO_ROOM, shown) from error
    return attachment


def _bytes_of(files: models.QuerySet[Attachment]) -> int:
    total: int = files.aggregate(total=models.Sum("size"))["total"] or 0
    return total
