from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from support.admin.preview.on_forms import PreviewButton
from support.admin.rows.base import SupportAdmin
from support.admin.rows.organization_form import OrganizationForm
from support.models import Organization


@admin.register(Organization)
class OrganizationAdmin(PreviewButton, SupportAdmin):
    """The organisation is a single row, so the list leads straight to its form."""

    form = OrganizationForm
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    fieldsets = [
        (None, {"fields": ["name", "control_panel", "platform"]}),
        (_("Languages of the site"), {"fields": ["hidden_languages"]}),
        (_("Appearance"), {"fields": ["colour", "logo", "icon"]}),
        (
            _("Links"),
            {
                "fields": [
                    "website_url",
                    "control_panel_url",
                    "documentation_url",
                    "forum_url",
                    "reviews_url",
                    "resource_centre_url",
                    "resource_centre_search_url",
                ]
            },
        ),
        (_("Control panel manual"), {"fields": ["manual_url"], "classes": ["collapse"]}),
        (_("Tips for using the chat"), {"fields": ["tips_url"], "classes": ["collapse"]}),
        (_("Privacy notice"), {"fields": ["privacy_url"], "classes": ["collapse"]}),
        (_("Legal notice"), {"fields": ["imprint_url"], "classes": ["collapse"]}),
        (
            _("Response time"),
            {"fields": ["response_time_limit", "response_time_average", "response_time_year"]},
        ),
        (_("Who answers"), {"fields": ["experts"], "classes": ["collapse"]}),
        (_("What they contribute to"), {"fields": ["contributions"], "classes": ["collapse"]}),
    ]

    def departments_touched(self, row: Any) -> set[int] | None:
        return set()

    def preview_context(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        return {"only_page": True}

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not Organization.objects.exists()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def changelist_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        row = Organization.objects.first()
        if row and self.has_view_or_change_permission(request):
            return redirect("admin:support_organization_change", row.pk)
        if self.has_add_permission(request):
            return redirect("admin:support_organization_add")
        return super().changelist_view(request, *args, **kwargs)
