from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from support.admin.preview.texts_on_forms import TextPreview
from support.admin.rows.base import SupportAdmin
from support.admin.rows.placed_last import PlacedLast
from support.contact_page import Viewpoint
from support.contact_page.cards.section_card import SectionCard, section_cards
from support.directory import Directory
from support.locales.languages import SITE_LANGUAGES
from support.models import Section

_text_help = Section._meta.get_field("text").help_text


@admin.register(Section)
class SectionAdmin(TextPreview, PlacedLast, SupportAdmin):
    list_display = ["title", "is_shown", "position"]
    list_filter = ["is_shown"]
    search_fields = ["slug", *(f"heading_{code}" for code in SITE_LANGUAGES)]
    prepopulated_fields = {"slug": ["heading_en"]}
    fieldsets = [
        (None, {"fields": ["slug", "is_shown", "position"]}),
        (_("Heading"), {"fields": ["heading"], "classes": ["collapse"]}),
        (_("Text"), {"fields": ["text"], "description": _text_help, "classes": ["collapse"]}),
    ]

    @admin.display(description=_("section"), ordering="position")
    def title(self, row: Section) -> str:
        return str(row)

    def as_shown(self, row: Section, directory: Directory, view: Viewpoint) -> SectionCard | None:
        cards = section_cards(directory, view)
        return next((card for card in cards if card.slug == row.slug), None)
