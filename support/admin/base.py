from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.functional import lazy
from django.utils.text import capfirst
from modeltranslation.admin import TranslationAdmin
from modeltranslation.fields import TranslationField

from support.admin.change_message import change_message
from support.admin.edit_conflict import EditVersionForm
from support.admin.pickers import datalists
from support.languages import direction, endonym


class TranslatedLabels:
    """Fields of one text in ten languages say which by its endonym, and are marked up as such."""

    def formfield_for_dbfield(
        self, db_field: models.Field[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if field is not None and isinstance(db_field, TranslationField):
            language = db_field.language
            field.label = _label(db_field.translated_field, language)
            field.help_text = ""
            field.widget.attrs |= {"lang": language, "dir": direction(language), "rows": 3}
        return field  # type: ignore[no-any-return]


def _label_text(field: models.Field[Any, Any], language: str) -> str:
    return f"{capfirst(field.verbose_name)} · {endonym(language)}"


_label = lazy(_label_text, str)


class SupportAdmin(TranslatedLabels, TranslationAdmin):  # type: ignore[type-arg]
    """What all our pages of the admin have in common."""

    form = EditVersionForm
    change_form_template = "admin/support/change_form.html"
    save_on_top = True

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["datalists"] = datalists()
        return super().render_change_form(request, context, *args, **kwargs)

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> Any:
        return change_message(form, formsets, add=add)
