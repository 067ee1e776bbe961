"""Who looks at a public page, and what of it is theirs: the clock is read here, and the address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from support import clock
from support.contact_page import Viewpoint
from support.directory import Directory
from support.site.live_words import live_words
from support.site.preferences import Asked, read_preferences
from support.site.preferences_form import preferences_form


@dataclass(frozen=True, slots=True)
class Visitor:
    view: Viewpoint
    asked: Asked

    @property
    def query(self) -> str:
        """What links to the same page in other languages carry on."""
        return self.asked.preferences.query

    def context(self, directory: Directory, department: str = "") -> dict[str, Any]:
        """What templates of public pages need of the visitor; `department` is whose page it is."""
        return {
            "view": self.view,
            "preferences": preferences_form(directory, self.view, self.asked, department),
            "live_words": live_words(self.view),
        }


def visitor(request: HttpRequest, language: str) -> Visitor:
    """Neither a cookie nor a header is looked at. Call it with the page's language active."""
    asked = read_preferences(request.GET, language)
    said = asked.preferences
    return Visitor(Viewpoint(language, clock.now(), said.zone or None, said.languages), asked)
