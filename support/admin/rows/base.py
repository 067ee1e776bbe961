from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.functional import lazy
from django.utils.text import capfirst
from modeltranslation.admin import TranslationAdmin
from modeltranslation.fields import TranslationField

from support.admin.common.staff_zone import zone_of_staff
from support.admin.conflict.page import EditConflictPage
from support.admin.conflict.version_form import EditVersionForm
from support.admin.fields.date import DateField, DateInput
from support.admin.fields.pickers import datalists
from support.admin.fields.read_only import show_in_words
from support.admin.history.page import HistoryPage
from support.locales.languages import direction, endonym


class DeskFields:
    """Give dates the desk's control; label and mark up each field of a translated text with its
    language."""

    def formfield_for_dbfield(
        self, db_field: models.Field[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        if type(db_field) is models.DateField:
            zone = partial(zone_of_staff, request)
            kwargs |= {
                "form_class": DateField,
                "widget": DateInput,
                "zone": zone,
                "asks_past": True,
            }
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if field is not None and isinstance(db_field, TranslationField):
            language = db_field.language
            field.label = _language_label(db_field.translated_field, language)
            field.help_text = ""
            field.required = False  # the model asks for a name in one language, whichever
            field.widget.attrs |= {"lang": language, "dir": direction(language), "rows": 3}
        return field  # type: ignore[no-any-return]


class ReadableInline:
    """Show the rows of an inline in words if the user may neither change nor add any."""

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)  # type: ignore[misc]
        may_edit = self.has_change_permission(request, obj)  # type: ignore[attr-defined]
        if not may_edit and not self.has_add_permission(request, obj):  # type: ignore[attr-defined]
            show_in_words(formset.form)
        return formset


def _language_label_text(field: models.Field[Any, Any], language: str) -> str:
    return f"{capfirst(field.verbose_name)} · {endonym(language)}"


_language_label = lazy(_language_label_text, str)


class SupportAdmin(DeskFields, HistoryPage, EditConflictPage, TranslationAdmin):  # type: ignore[type-arg]
    """The base of the admins of all our models."""

    form = EditVersionForm
    change_form_template = "admin/support/change_form.html"
    save_on_top = True
    datalists = ["languages", "zones"]

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> type[forms.ModelForm[Any]]:
        form: type[forms.ModelForm[Any]] = super().get_form(request, obj, change=change, **kwargs)
        if change and not self.has_change_permission(request, obj):
            show_in_words(form)
        return form

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["datalists"] = datalists(self.datalists)
        return super().render_change_form(request, context, *args, **kwargs)
