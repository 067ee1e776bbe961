from __future__ import annotations

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
from support.admin.fields.pickers import LanguageField
from support.locales.languages import language_name
from support.models import LanguageWindow
from support.models.validators import normalize_language_tag

# Nobody has confirmed the hours of the copy.
_NOT_COPIED = {"id", "language", "confirmed_until"}


class CopyForm(BulkForm):
    action = "copy_language"
    title = gettext_lazy("Copy windows from one language to another")
    explanation = gettext_lazy(
        "Weekdays, times, time zones, validity dates, public holidays and labels are copied. "
        "Departments with no windows in the first language are left unchanged."
    )

    from_language = forms.ChoiceField(label=gettext_lazy("Copy from"))
    to_language = LanguageField(label=gettext_lazy("Copy to"))
    replace = forms.BooleanField(label=gettext_lazy("Replace existing windows"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        languages = languages_to_choose(self.departments)
        self.fields["from_language"].choices = languages  # type: ignore[attr-defined]

    def clean_to_language(self) -> str:
        return normalize_language_tag(self.cleaned_data["to_language"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("from_language") == cleaned.get("to_language") and cleaned:
            message = _("Choose two different languages.")
            raise ValidationError({"to_language": message})
        return cleaned

    def save(self, request: HttpRequest) -> None:
        source, target = self.cleaned_data["from_language"], self.cleaned_data["to_language"]
        name = language_name(target, get_language() or "en")
        mistakes: list[ValidationError] = []
        has_copied = False
        for department, windows in windows_by_department(self.departments):
            added = [_copy(window, target) for window in windows if window.language == source]
            replaced = [window for window in windows if window.language == target]
            if not added:
                words = _("%(department)s: no windows in these languages.")
                self.notes.append(words % {"department": department})
                continue
            if sorted(map(_content, added)) == sorted(map(_content, replaced)):
                words = _("%(department)s: already as you want it.")
                self.notes.append(words % {"department": department})
            if replaced and not self.cleaned_data["replace"]:
                message = _(
                    "there are already windows in %(language)s. Tick “Replace existing windows”, "
                    "or leave this department out."
                ) % {"language": name}
                mistakes += of_department(department, [ValidationError(message)])
                continue
            errors = list(mistakes_of_windows(added))
            mistakes += of_department(department, errors)
            if not errors:
                save_windows(request, department, added=added, deleted=replaced)
                has_copied = True
        if not has_copied and not mistakes:
            mistakes.append(
                ValidationError(
                    _("None of these departments has any windows in the first language.")
                )
            )
        if mistakes:
            raise ValidationError(mistakes)


def _content(window: LanguageWindow) -> list[str]:
    """Return what is copied, to be compared."""
    return [
        repr(getattr(window, field.attname))
        for field in window._meta.concrete_fields
        if field.name not in _NOT_COPIED
    ]


def _copy(window: LanguageWindow, language: str) -> LanguageWindow:
    values = {
        field.attname: getattr(window, field.attname)
        for field in window._meta.concrete_fields
        if field.name not in _NOT_COPIED
    }
    copy = LanguageWindow(**values, language=language)
    copy.department = window.department
    return copy
