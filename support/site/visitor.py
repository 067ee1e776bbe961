"""Who looks at a public page: the clock and the address are read here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from support.contact_page import Viewpoint
from support.directory import Directory
from support.finished_pages.validity import asked_instant
from support.site.live_words import live_words
from support.site.preferences import RequestPreferences, read_preferences
from support.site.preferences_form import preferences_form


@dataclass(frozen=True, slots=True)
class Visitor:
    view: Viewpoint
    request_preferences: RequestPreferences

    @property
    def query(self) -> str:
        """Return what links to the same page in other languages carry on."""
        return self.request_preferences.chosen.query

    def context(self, directory: Directory, department: str = "") -> dict[str, Any]:
        """Return what templates need of the visitor; `department` is whose page it is, if any."""
        form = preferences_form(directory, self.view, self.request_preferences, department)
        words = live_words(self.view, of_department=bool(department))
        return {"view": self.view, "preferences": form, "live_words": words}


def read_visitor(request: HttpRequest, language: str) -> Visitor:
    """Read the address, and neither a cookie nor a header; with the page's language active."""
    request_preferences = read_preferences(request.GET, language)
    chosen = request_preferences.chosen
    at = asked_instant(request.META)
    view = Viewpoint(language, at, chosen.zone or None, chosen.languages)
    return Visitor(view, request_preferences)
