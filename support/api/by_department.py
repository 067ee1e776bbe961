"""What is told of languages, department by department."""

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
    tell: Callable[[ServedLanguage], Answer],
) -> list[Answer]:
    """`tell` of each language, names in `locale`; of one department or one language if asked for.

    With `language`, departments that do not serve it are left out.
    """
    answers = [
        {
            "id": entry.slug,
            "name": entry.name.read(locale),
            "languages": [
                tell(served) for served in entry.languages if language in (None, served.tag)
            ],
        }
        for entry in directory.departments
        if department in (None, entry.slug)
    ]
    return [answer for answer in answers if answer["languages"] or not language]
