"""What staff edit of conversations as rows; Django's admin finds it here."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin

from support.admin.common.department_choices import department_choices
from support.admin.rows.base import DeskFields
from support.conversations.desk.who_may import answered_departments
from support.conversations.models import CannedAnswer, Retention
from support.directory.current import current_directory
from support.locales.languages import SITE_LANGUAGES


@admin.register(CannedAnswer)
class CannedAnswerAdmin(DeskFields, TranslationAdmin):  # type: ignore[type-arg]
    """Limited as answering is: what is for all departments, who answers for all may change."""

    list_display = ["title", "department", "position"]
    search_fields = ["title", *(f"text_{code}" for code in SITE_LANGUAGES)]
    fieldsets = [
        (None, {"fields": ["title", "department", "position"]}),
        (_("Text"), {"fields": ["text"]}),
    ]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and _may(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and _may(request, obj)

    def formfield_for_dbfield(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        if db_field.name != "department":
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        own = answered_departments(request.user)
        every = [("", _("All"))] if own is None else []
        choices = [
            (slug, name)
            for slug, name in department_choices(current_directory.latest())
            if own is None or slug in own
        ]
        return forms.ChoiceField(
            label=_("Department"), choices=[*every, *choices], required=own is not None
        )


@admin.register(Retention)
class RetentionAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ["topic", "months"]

    def formfield_for_dbfield(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        if db_field.name != "topic":
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        topics = current_directory.latest().topics
        language = get_language() or "en"
        choices = [(each.slug, each.name.read(language)) for each in topics]
        return forms.ChoiceField(label=_("Topic"), choices=choices)


def _may(request: HttpRequest, answer: CannedAnswer | None) -> bool:
    own = answered_departments(request.user)
    return answer is None or own is None or answer.department in own
