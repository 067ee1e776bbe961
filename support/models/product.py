from __future__ import annotations

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from support.locales.languages import language_name
from support.models.edit_version import EditVersioned
from support.models.language_tag_field import LanguageTagField
from support.models.named import Named
from support.models.validators import validate_locale_tag


class Product(Named, EditVersioned):
    """Something with an interface."""

    slug = models.SlugField(_("short name"), unique=True)
    name = models.CharField(_("name"), max_length=100)
    summary = models.TextField(_("what it is"), blank=True)
    instructions = models.TextField(
        _("where to change the language"),
        blank=True,
        help_text=_(
            "The path through the menus, for example “Settings > Language > Save changes”."
        ),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("product")
        verbose_name_plural = _("products")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return self.name or self.slug


class UILocale(models.Model):
    """A locale in which a product's interface exists (CLDR)."""

    product = models.ForeignKey(
        Product, models.CASCADE, related_name="ui_locales", verbose_name=_("product")
    )
    locale = LanguageTagField(
        _("locale"),
        validators=[validate_locale_tag],
        help_text=_("Language and region, such as ja-JP. The region determines the flag."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("interface language")
        verbose_name_plural = _("interface languages")
        ordering = ["product", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["product", "locale"],
                name="ui_locale_not_twice",
                violation_error_message=_("This language has already been added."),
            ),
        ]

    def __str__(self) -> str:
        return language_name(self.locale, get_language() or "en")
