from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from support.models.department import Department
from support.models.validators import validate_zone


class StaffProfile(models.Model):
    """What the portal knows about a member of staff beyond name and groups."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="staff_profile",
        verbose_name=_("user"),
    )
    zone = models.CharField(
        _("time zone"),
        max_length=64,
        blank=True,
        validators=[validate_zone],
        help_text=_("The time zone this person sees times in. Leave blank for UTC."),
    )
    language = models.CharField(
        _("language of emails"), max_length=8, blank=True, choices=settings.LANGUAGES
    )
    invited_at = models.DateTimeField(_("invited"), null=True, blank=True, editable=False)
    # A column of its own: someone whose last department is deleted may then change none, not all.
    limited = models.BooleanField(
        _("selected departments only"),
        default=False,
        help_text=_(
            "If ticked, this person can change the hours of the departments selected here and no "
            "others. If not, they can change the hours of all departments, as far as their groups "
            "allow."
        ),
    )
    departments = models.ManyToManyField(
        Department, related_name="editors", blank=True, verbose_name=_("selected departments")
    )

    class Meta:
        verbose_name = _("staff profile")
        verbose_name_plural = _("staff profiles")
        ordering = ["user"]

    def __str__(self) -> str:
        return str(self.user)
