from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from support.locales.languages import SITE_LANGUAGES
from support.models.edit_version import EditVersioned
from support.models.validators import validate_section_text


class Section(EditVersioned):
    """A question that visitors ask of the company, with its answer."""

    slug = models.SlugField(
        _("short name"),
        unique=True,
        help_text=_("Used in web addresses. Other pages may link to it."),
    )
    heading = models.CharField(_("heading"), max_length=200)
    text = models.TextField(
        _("text"),
        help_text=_(
            "Leave a blank line between paragraphs. Start list items with “- ” or “1. ”. Write "
            "**bold** and [links](https://www.example.com/) like this. {control_panel} is "
            "replaced by what the organisation’s form says."
        ),
    )
    is_shown = models.BooleanField(_("shown"), default=True)
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Sections are listed in this order.")
    )

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return self.heading or self.slug

    def clean(self) -> None:
        mistakes: dict[str, Any] = {}
        for code in SITE_LANGUAGES:
            column = f"text_{code}"
            try:
                validate_section_text(getattr(self, column) or "")
            except ValidationError as error:
                mistakes[column] = error
        if mistakes:
            raise ValidationError(mistakes)
