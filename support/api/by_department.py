"""Answers about languages, grouped by department."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from support.directory import Directory, ServedLanguage

Answer = dict[str, Any]


def by_department(
    directory: Directory,
    locale: str,
    department: str | None,
    language: str | None,
    describe: Callable[[ServedLanguage], Answer],
) -> list[Answer]:
    """Return the answer of `describe` for each language, names in `locale`; for one department or
    one language, if given.

    With `language`, departments that do not serve it are left out.
    """
    answers = [
        {
            "id": entry.slug,
            "name": entry.name.read(locale),
            "languages": [
                describe(served) for served in entry.languages if language in (None, served.tag)
            ],
        }
        for entry in directory.departments
        if department in (None, entry.slug)
    ]
    return [answer for answer in answers if answer["languages"] or not language]
