"""What is wrong with a file, in words."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext as _

MOST_BYTES = 10_000_000
MOST_FILES = 5
MOST_BYTES_OF_A_CONVERSATION = 50_000_000


class Mistake(StrEnum):
    TOO_LARGE = "too-large"
    OTHER_TYPE = "other-type"
    TOO_MANY_PIXELS = "too-many-pixels"
    TOO_MANY = "too-many"
    CONVERSATION_IS_FULL = "conversation-is-full"
    NO_ROOM = "no-room"
    NO_ROOM_FOR_ALL = "no-room-for-all"
    TOO_MUCH = "too-much"


class NotTaken(Exception):
    """A file that is not taken, and why."""

    def __init__(self, mistake: Mistake, name: str = "") -> None:
        super().__init__(mistake, name)
        self.mistake = mistake
        self.name = name

    @property
    def sentence(self) -> str:
        return _sentences()[self.mistake] % {"name": self.name}


def _sentences() -> dict[Mistake, str]:
    return {
        Mistake.TOO_LARGE: _("“%(name)s” is larger than 10 MB."),
        Mistake.OTHER_TYPE: _(
            "“%(name)s” isn’t a PNG, JPEG, WebP, GIF, PDF, TXT, CSV or ZIP file that we can accept."
        ),
        Mistake.TOO_MANY_PIXELS: _("“%(name)s” has more than 40 million pixels."),
        Mistake.TOO_MANY: _("“%(name)s” was left out: up to 5 files can be sent with a message."),
        Mistake.CONVERSATION_IS_FULL: _(
            "“%(name)s” was left out: the files in a conversation can have up to 50 MB in total."
        ),
        Mistake.NO_ROOM: _(
            "“%(name)s” can’t be accepted at the moment. You can send your message without it."
        ),
        Mistake.NO_ROOM_FOR_ALL: _(
            "Some of your files can’t be accepted at the moment. You can send your message without "
            "them."
        ),
        Mistake.TOO_MUCH: _(
            "Together, your files are larger than 50 MB, so none of them was accepted. Please "
            "choose fewer or smaller ones."
        ),
    }
