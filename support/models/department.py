from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from support.models.edit_version import EditVersioned
from support.models.named import Named


class Department(Named, EditVersioned):
    """A team that can be contacted (schema.org `department`)."""

    slug = models.SlugField(
        _("short name"),
        unique=True,
        help_text=_(
            "Used in web addresses and in the API. Other sites may link to it, so change it with "
            "care."
        ),
    )
    name = models.CharField(_("name"), max_length=100)
    summary = models.TextField(
        _("what it helps with"), blank=True, help_text=_("One or two sentences for visitors.")
    )
    note = models.TextField(_("note"), blank=True, help_text=_("Optional. Shown below the hours."))
    search_words = models.TextField(
        _("search words"),
        blank=True,
        help_text=_("Words visitors might search for, separated by commas."),
    )
    staff_note = models.TextField(
        _("note for staff"),
        blank=True,
        help_text=_("Shown above the hours in the admin area, never to visitors."),
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Departments are listed in this order.")
    )

    class Meta:
        verbose_name = _("department")
        verbose_name_plural = _("departments")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return self.name or self.slug

    def get_absolute_url(self) -> str:
        return reverse("home") + f"#{self.slug}"
