from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from support.models.department import Department
from support.models.edit_version import EditVersioned
from support.models.named import Named


class Topic(Named, EditVersioned):
    """What a visitor may have come about, with the department that helps."""

    slug = models.SlugField(_("short name"), unique=True)
    name = models.CharField(
        _("name"),
        max_length=100,
        help_text=_("In the visitor’s words, for example “My site is down”."),
    )
    department = models.ForeignKey(
        Department,
        models.CASCADE,
        related_name="topics",
        verbose_name=_("department"),
        help_text=_("The department that helps with this topic."),
    )
    search_words = models.TextField(
        _("search words"),
        blank=True,
        help_text=_("Other words visitors might search for, separated by commas."),
    )
    is_shown = models.BooleanField(_("shown"), default=True)
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Topics are listed in this order.")
    )

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return self.name or self.slug
