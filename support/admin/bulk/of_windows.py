"""The base of the actions that change a column of the windows in some languages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from support.admin.bulk.form import (
    BulkForm,
    languages_to_choose,
    mistakes_of_windows,
    of_department,
    windows_by_department,
)
from support.admin.bulk.save_windows import save_windows
from support.locales.formatting import join
from support.locales.languages import language_name
from support.models import Department, LanguageWindow


class WindowsForm(BulkForm):
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy("Leave all unticked for every language."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = languages_to_choose(self.departments)
        self.fields["languages"].choices = choices  # type: ignore[attr-defined]

    def change(self, window: LanguageWindow) -> bool:
        """Change a window without saving it; return whether it is another one now.

        Raises ValidationError.
        """
        raise NotImplementedError

    def save(self, request: HttpRequest) -> None:
        mistakes: list[ValidationError] = []
        chosen = self.cleaned_data["languages"]
        for department, windows in windows_by_department(self.departments):
            meant = [each for each in windows if not chosen or each.language in chosen]
            try:
                changed = [each for each in meant if self.change(each)]
            except ValidationError as error:
                mistakes += of_department(department, [error])
                continue
            errors = list(mistakes_of_windows(windows)) if changed else []
            mistakes += of_department(department, errors)
            if changed and not errors:
                save_windows(request, department, changed=changed)
            self.notes.append(_note(department, meant, changed))
        if mistakes:
            raise ValidationError(mistakes)


def _note(
    department: Department, meant: Sequence[LanguageWindow], changed: Sequence[LanguageWindow]
) -> str:
    """Say of a department whose windows change, or why none does."""
    if not meant:
        return _("%(department)s: no windows in these languages.") % {"department": department}
    if not changed:
        return _("%(department)s: already as you want it.") % {"department": department}
    language = get_language() or "en"
    names = [language_name(tag, language) for tag in dict.fromkeys(w.language for w in changed)]
    return _("%(department)s: changes in %(languages)s.") % {
        "department": department,
        "languages": join(names, language),
    }
