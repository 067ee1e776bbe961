from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from support.directory import Text


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """From where the directory is looked at: a site language, an instant, and whose clock.

    `zone` is None where every moment is told on the clock of the hours it belongs to.
    """

    language: str
    at: datetime
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """A text of staff's; `lang` is its language where that is not the page's, else empty."""

    text: str
    lang: str

    def __bool__(self) -> bool:
        return bool(self.text)


def wording(text: Text, view: Viewpoint) -> Wording:
    written_in = text.written_in(view.language)
    return Wording(text.read(view.language), "" if written_in == view.language else written_in)
