from __future__ import annotations

from django import forms
from django.contrib import admin
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from support.admin.conflict.version_form import EditVersionForm
from support.admin.fields.pickers import LanguageField
from support.admin.rows.base import SupportAdmin
from support.admin.rows.placed_last import PlacedLast
from support.locales.languages import SITE_LANGUAGES
from support.models import Channel


class ChannelForm(EditVersionForm):
    language = LanguageField(
        required=False,
        label=capfirst(Channel._meta.get_field("language").verbose_name),
        help_text=Channel._meta.get_field("language").help_text,
    )

    class Meta:
        model = Channel
        fields = "__all__"  # the fieldsets choose
        widgets = {"departments": forms.CheckboxSelectMultiple}


@admin.register(Channel)
class ChannelAdmin(PlacedLast, SupportAdmin):
    form = ChannelForm
    list_display = ["title", "kind", "audience", "address", "language"]
    list_filter = ["kind", "audience"]
    search_fields = ["slug", "address", *(f"name_{code}" for code in SITE_LANGUAGES)]
    prepopulated_fields = {"slug": ["name_en"]}
    fieldsets = [
        (None, {"fields": ["slug", "kind", "audience", "address", "language", "position"]}),
        (_("Departments"), {"fields": ["departments"]}),
        (_("Name"), {"fields": ["name"], "classes": ["collapse"]}),
        (_("Instructions"), {"fields": ["instructions"], "classes": ["collapse"]}),
    ]

    @admin.display(description=_("channel"), ordering="position")
    def title(self, row: Channel) -> str:
        return str(row)
