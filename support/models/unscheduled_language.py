from __future__ import annotations

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from support.locales.languages import language_name
from support.models.department import Department
from support.models.language_tag_field import LanguageTagField


class UnscheduledLanguage(models.Model):
    """A language that a department serves without stating hours: neither open nor closed."""

    department = models.ForeignKey(
        Department,
        models.CASCADE,
        related_name="unscheduled_languages",
        verbose_name=_("department"),
    )
    language = LanguageTagField(_("language"))

    class Meta:
        verbose_name = _("language without set hours")
        verbose_name_plural = _("languages without set hours")
        ordering = ["department", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["department", "language"],
                name="unscheduled_language_not_twice",
                violation_error_message=_("This language has already been added."),
            ),
        ]

    def __str__(self) -> str:
        return language_name(self.language, get_language() or "en")
