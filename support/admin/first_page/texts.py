"""Languages in which texts written by staff are missing."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import ngettext

from support.admin.first_page.context import FirstPageContext
from support.admin.first_page.line import Line
from support.admin.translations.page import TRANSLATE
from support.locales.languages import endonym
from support.texts import missing_texts


def languages_with_missing_texts(context: FirstPageContext) -> list[Line]:
    """List each language that visitors see with the number of its missing texts."""
    may_translate = context.user.has_perm(TRANSLATE)
    return [
        _line(code, count, may_translate=may_translate)
        for code, count in missing_texts(context.directory.rows).items()
        if count and code in context.directory.shown_languages
    ]


def _line(code: str, count: int, *, may_translate: bool) -> Line:
    words = ngettext(
        "%(language)s: %(count)d missing text",
        "%(language)s: %(count)d missing texts",
        count,
    )
    address = reverse("admin:translations_into", args=[code]) if may_translate else ""
    return Line(words % {"language": endonym(code), "count": count}, address)
