from __future__ import annotations

from django import forms
from django.contrib import admin
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from support.admin.fields.pickers import LanguageField
from support.admin.rows.base import ReadableInline, SupportAdmin
from support.admin.rows.placed_last import PlacedLast
from support.locales.formatting import join
from support.locales.languages import SITE_LANGUAGES, language_name
from support.models import Product, UILocale


class UILocaleForm(forms.ModelForm):  # type: ignore[type-arg]  # no generic at run time
    locale = LanguageField(
        label=capfirst(UILocale._meta.get_field("locale").verbose_name),
        help_text=UILocale._meta.get_field("locale").help_text,
    )

    class Meta:
        model = UILocale
        fields = ["locale", "position"]


class UILocaleInline(ReadableInline, admin.StackedInline):  # type: ignore[type-arg]
    model = UILocale
    form = UILocaleForm
    fields = [("locale", "position")]
    extra = 0


@admin.register(Product)
class ProductAdmin(PlacedLast, SupportAdmin):
    list_display = ["title", "languages", "position"]
    search_fields = ["slug", *(f"name_{code}" for code in SITE_LANGUAGES)]
    inlines = [UILocaleInline]
    prepopulated_fields = {"slug": ["name_en"]}
    fieldsets = [
        (None, {"fields": ["slug", "position"]}),
        (_("Name"), {"fields": ["name"], "classes": ["collapse"]}),
        (_("What it is"), {"fields": ["summary"], "classes": ["collapse"]}),
        (_("Where to change the language"), {"fields": ["instructions"], "classes": ["collapse"]}),
    ]

    @admin.display(description=_("product"), ordering="position")
    def title(self, row: Product) -> str:
        return str(row)

    @admin.display(description=_("interface languages"))
    def languages(self, row: Product) -> str:
        language = get_language() or "en"
        names = [language_name(ui.locale.split("-")[0], language) for ui in row.ui_locales.all()]
        return join(names, language) if names else "–"
