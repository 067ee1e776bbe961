from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from support.models.edit_version import EditVersioned
from support.models.listed_field import FormerNamesField
from support.models.named import Named
from support.models.publicity import YEARS, Publicity, Visibility, beginning_of
from support.models.validators import validate_zone


class Department(Named, EditVersioned):
    """A team that can be contacted (schema.org `department`).

    It remembers every short name that it had: links to them lead on.
    """

    slug = models.SlugField(
        _("short name"),
        unique=True,
        help_text=_(
            "Used in web addresses and in the API. If you change it, links to the old name still "
            "work."
        ),
    )
    former_slugs = FormerNamesField(_("former short names"), blank=True)
    # What an older file or copy does not say was public.
    visibility = models.CharField(
        _("visibility"), max_length=10, choices=Visibility, default=Visibility.PUBLIC
    )
    public_from = models.DateField(
        _("public from"),
        null=True,
        blank=True,
        help_text=_("The first day. Leave blank to begin at once."),
    )
    public_through = models.DateField(
        _("public through"),
        null=True,
        blank=True,
        help_text=_("The last day. Leave blank for no end date."),
    )
    public_zone = models.CharField(
        _("time zone of these days"), max_length=64, blank=True, validators=[validate_zone]
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

    @property
    def publicity(self) -> Publicity:
        """Return when the public sees it."""
        return Publicity(
            self.visibility,
            beginning_of(self.public_from, self.public_zone),
            beginning_of(self.public_through, self.public_zone, days_later=1),
        )

    def clean(self) -> None:
        super().clean()
        first, last = self.public_from, self.public_through
        if first and last and last < first:
            raise ValidationError({"public_through": _("The last day can’t be before the first.")})
        for name, day in (("public_from", first), ("public_through", last)):
            if day and day.year not in YEARS:
                raise ValidationError({name: _("Choose a year between 1900 and 2200.")})
        if (first or last) and not self.public_zone:
            message = _("Choose the time zone in which these days begin and end.")
            raise ValidationError({"public_zone": message})

    def validate_unique(self, exclude: Collection[str] | None = None) -> None:
        super().validate_unique(exclude)
        for other in Department.objects.exclude(pk=self.pk).exclude(former_slugs=""):
            if self.slug in other.former_slugs:
                raise ValidationError({"slug": was_the_name_of(self.slug, other)})

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._remember_short_names()
        super().save(*args, **kwargs)

    def remember(self, other: Department) -> None:
        """Have links lead here that led to the other, which this one takes the place of.

        A draft keeps its own short name too if it was public by it, since it may get another.
        """
        names = {*self.former_slugs, *other.former_slugs}
        if other.visibility != Visibility.DRAFT:  # to which nobody has had a link
            names.add(other.slug)
        own = set() if self.visibility == Visibility.DRAFT else {self.slug}
        self.former_slugs = tuple(sorted(names - own))

    def _remember_short_names(self) -> None:
        """Remember those that are stored; one that another department has now leads there."""
        stored = Department.objects.filter(pk=self.pk).first() if self.pk else None
        if stored:
            self.remember(stored)
        if self.former_slugs:
            others = Department.objects.exclude(pk=self.pk).filter(slug__in=self.former_slugs)
            taken = set(others.values_list("slug", flat=True))
            self.former_slugs = tuple(name for name in self.former_slugs if name not in taken)


def was_the_name_of(slug: str, department: Department) -> ValidationError:
    """Return the mistake of a short name by which links lead to another department."""
    return ValidationError(
        _("“%(slug)s” was the short name of %(department)s, and links lead there by it."),
        "remembered",
        {"slug": slug, "department": department},
    )
