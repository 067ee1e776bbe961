from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from support.admin.rows.base import SupportAdmin
from support.admin.rows.placed_last import PlacedLast
from support.locales.languages import SITE_LANGUAGES
from support.models import Audience


@admin.register(Audience)
class AudienceAdmin(PlacedLast, SupportAdmin):
    list_display = ["title", "position"]
    search_fields = ["slug", *(f"name_{code}" for code in SITE_LANGUAGES)]
    prepopulated_fields = {"slug": ["name_en"]}
    fieldsets = [
        (None, {"fields": ["slug", "position"]}),
        (_("Name"), {"fields": ["name"], "classes": ["collapse"]}),
        (_("What they can use"), {"fields": ["summary"], "classes": ["collapse"]}),
    ]

    @admin.display(description=_("audience"), ordering="position")
    def title(self, row: Audience) -> str:
        return str(row)
