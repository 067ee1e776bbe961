"""Show what a row says on the page, in every language, before it is saved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.utils import translation

from support import clock
from support.admin.preview.on_forms import PreviewButton
from support.contact_page import Viewpoint
from support.directory import Directory, directory_of, read_rows
from support.locales.languages import SITE_LANGUAGES, direction, endonym


class TextPreview(PreviewButton):
    """Add a Preview button to the form of a row that no hours depend on."""

    def departments_touched(self, row: Any) -> set[int] | None:
        return set()

    def as_shown(self, row: Any, directory: Directory, view: Viewpoint) -> object:
        """Return what the page makes of the row, for `texts_shown.html`; None if it is hidden."""
        raise NotImplementedError

    def deletion_context(self, request: HttpRequest, rows: Sequence[Any]) -> dict[str, Any]:
        """Show what the page makes of a row; of several, their names are enough."""
        return self.preview_context(request, rows[0]) if len(rows) == 1 else {}

    def preview_context(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        directory, now = directory_of(read_rows(), 0), clock.now()
        texts = []
        for code in SITE_LANGUAGES:
            with translation.override(code):
                shown = self.as_shown(row, directory, Viewpoint(code, now))
            texts.append(
                {"code": code, "dir": direction(code), "endonym": endonym(code), "shown": shown}
            )
        return {"texts_shown": texts}
