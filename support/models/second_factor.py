from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class SecondFactor(models.Model):
    """That somebody signs in with a code from an app beside the password.

    The key that the app holds is in no table: it follows from SECRET_KEY and `salt`.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="second_factor",
        verbose_name=_("user"),
    )
    salt = models.CharField(max_length=64, editable=False)
    set_up_at = models.DateTimeField(editable=False)
    # A code is good for one sign-in: those of this half minute and of earlier ones are not.
    last_step = models.BigIntegerField(editable=False)

    class Meta:
        verbose_name = _("two-step verification")
        verbose_name_plural = _("two-step verifications")
        ordering = ["user"]

    def __str__(self) -> str:
        return str(self.user)


class RecoveryCode(models.Model):
    """A code that signs in once where the app is lost, as a digest."""

    second_factor = models.ForeignKey(
        SecondFactor,
        models.CASCADE,
        related_name="recovery_codes",
        verbose_name=_("two-step verification"),
    )
    digest = models.CharField(max_length=64, editable=False)

    class Meta:
        verbose_name = _("recovery code")
        verbose_name_plural = _("recovery codes")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.second_factor)
