from __future__ import annotations

from django.utils.translation import get_language

from support.directory import Directory


def department_choices(directory: Directory) -> list[tuple[str, str]]:
    """Return each department's short name, and its name in the staff member's language."""
    language = get_language() or "en"
    return [
        (entry.slug, entry.name.read(language) or entry.slug) for entry in directory.departments
    ]
