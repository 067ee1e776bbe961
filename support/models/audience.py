from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from support.models.edit_version import EditVersioned
from support.models.named import Named


class Audience(Named, EditVersioned):
    """Some of the company's customers, such as those of one of its plans, with channels of their
    own."""

    slug = models.SlugField(_("short name"), unique=True)
    name = models.CharField(
        _("name"), max_length=100, help_text=_("For example, “Customers on a paid plan”.")
    )
    summary = models.TextField(
        _("what they can use"),
        blank=True,
        help_text=_("Optional. Shown above their channels."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return self.name or self.slug
