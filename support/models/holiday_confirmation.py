from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from support.locales.calendar_names import calendar_name
from support.locales.formatting import format_date
from support.models.department import Department


class HolidayConfirmation(models.Model):
    """A confirmation by staff that nobody of a department answers on a coming public holiday.

    Only staff see it; what visitors read does not depend on it.
    """

    department = models.ForeignKey(Department, models.CASCADE, verbose_name=_("department"))
    calendar = models.CharField(_("public holidays"), max_length=10)
    day = models.DateField(_("day"))
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        verbose_name=_("confirmed by"),
    )
    confirmed_at = models.DateTimeField(_("confirmed at"), auto_now_add=True)

    class Meta:
        verbose_name = _("holiday confirmation")
        verbose_name_plural = _("holiday confirmations")
        ordering = ["day", "department"]
        constraints = [
            models.UniqueConstraint(
                fields=["department", "calendar", "day"], name="holiday_confirmed_once"
            ),
        ]

    def __str__(self) -> str:
        language = get_language() or "en"
        return f"{format_date(self.day, language)} · {calendar_name(self.calendar, language)}"
