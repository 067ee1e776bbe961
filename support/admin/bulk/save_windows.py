from __future__ import annotations

from collections.abc import Sequence

from django.contrib import admin
from django.http import HttpRequest

from support.models import Department, LanguageWindow, write_placeholder_languages


def save_windows(
    request: HttpRequest,
    department: Department,
    *,
    changed: Sequence[LanguageWindow] = (),
    added: Sequence[LanguageWindow] = (),
    deleted: Sequence[LanguageWindow] = (),
) -> None:
    """Save windows of `department` as its own page would, raising the department's edit version.

    An editor who has that page open is then warned on saving, as of any other edit.
    """
    for window in deleted:
        window.delete()
    write_placeholder_languages(LanguageWindow, (window.pk for window in changed))
    for window in (*changed, *added):
        window.save()
    department.edit_version += 1
    department.save(update_fields=["edit_version"])
    admin.site.get_model_admin(Department).log_change(request, department, "")
