from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from support.admin.preview.texts_on_forms import TextPreview
from support.admin.rows.base import SupportAdmin
from support.admin.rows.placed_last import PlacedLast
from support.contact_page import Viewpoint
from support.contact_page.cards.topic_line import TopicLine, topic_lines
from support.directory import Directory
from support.locales.languages import SITE_LANGUAGES
from support.models import Topic


@admin.register(Topic)
class TopicAdmin(TextPreview, PlacedLast, SupportAdmin):
    list_display = ["title", "department", "is_shown", "position"]
    list_filter = ["is_shown", "department"]
    list_select_related = ["department"]
    search_fields = ["slug", *(f"name_{code}" for code in SITE_LANGUAGES)]
    prepopulated_fields = {"slug": ["name_en"]}
    fieldsets = [
        (None, {"fields": ["slug", "department", "is_shown", "position"]}),
        (_("Name"), {"fields": ["name"], "classes": ["collapse"]}),
        (_("Search words"), {"fields": ["search_words"], "classes": ["collapse"]}),
    ]

    @admin.display(description=_("topic"), ordering="position")
    def title(self, row: Topic) -> str:
        return str(row)

    def as_shown(self, row: Topic, directory: Directory, view: Viewpoint) -> TopicLine | None:
        lines = topic_lines(directory, view)
        return next((line for line in lines if line.slug == row.slug), None)
