"""The page with the form: for everyone the same, or again with what somebody has typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from support.contact_page import Viewpoint
from support.conversations.attachments.content import ACCEPTED
from support.conversations.attachments.mistakes import MOST_BYTES, MOST_FILES, Mistake, NotTaken
from support.conversations.models import Attachment
from support.conversations.site.choices import (
    About,
    chosen_language,
    department_choices,
    language_choices,
    topic_choices,
)
from support.conversations.site.frame import frame_of
from support.conversations.site.promise import promises
from support.conversations.site.stamp import stamp_of
from support.conversations.site.typed import Typed
from support.directory import Directory

# What a form of this name would be asked for; people are told to leave it empty.
TRAP = "website"


@dataclass(frozen=True, slots=True)
class Returned:
    """What is said when the form comes back: a sentence, and one for each field that is wrong."""

    notice: str = ""
    mistakes: dict[str, str] = field(default_factory=dict)
    file_mistakes: Sequence[str] = ()
    waiting: Sequence[Attachment] = ()

    def __bool__(self) -> bool:
        return bool(self.notice or self.mistakes or self.file_mistakes)


def form_page(
    request: HttpRequest,
    directory: Directory,
    view: Viewpoint,
    about: About,
    typed: Typed,
    returned: Returned,
    query: str = "",
) -> str:
    language = chosen_language(about.department, typed.language, view)
    context: dict[str, Any] = {
        "frame": frame_of(request, view.language, directory, "write", query=query),
        "view": view,
        "typed": typed,
        "chosen_about": about.value,
        "chosen_language": language,
        "topics": topic_choices(directory, view),
        "departments": department_choices(directory, view),
        "languages": language_choices(directory, about.department, view.language),
        "promises": promises(directory, about.department, language, view),
        "stamp": stamp_of(view.at)[0],
        "returned": returned,
        "accepted": ACCEPTED,
        "most_files": MOST_FILES,
        "most_bytes": MOST_BYTES,
        "too_large": NotTaken(Mistake.TOO_LARGE, "{name}").sentence,
        "trap": TRAP,
    }
    return render_to_string("support/conversations/write.html", context)
