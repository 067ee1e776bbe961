from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from support.locales.languages import language_name
from support.models.department import Department
from support.models.hours import LanguageWindow, UnscheduledLanguage
from support.models.language_tag_field import LanguageTagField


class Scoped(models.Model):
    """An exception for one department or all of them, in one language or in all."""

    department = models.ForeignKey(
        Department,
        models.CASCADE,
        null=True,
        blank=True,
        verbose_name=_("department"),
        help_text=_("Empty: for every department."),
    )
    language = LanguageTagField(
        _("language"), blank=True, help_text=_("Empty: for every language.")
    )
    reason = models.CharField(
        _("reason"),
        max_length=200,
        blank=True,
        help_text=_("Shown to visitors, such as “Company meeting”."),
    )

    class Meta:
        abstract = True

    @property
    def rank(self) -> int:
        """Return how narrow the scope is: an exception for fewer people wins."""
        return 2 * bool(self.department_id) + bool(self.language)

    @property
    def scope(self) -> str:
        """Return whom it is for, in words of the active language."""
        site_language = get_language() or "en"
        department = str(self.department) if self.department else gettext("All departments")
        if not self.language:
            return department
        language = language_name(self.language, site_language)
        return gettext("{what}: {detail}").format(what=department, detail=language)

    def clean(self) -> None:
        """Raise ValidationError with all mistakes at once."""
        mistakes = self.mistakes()
        if self.language and not self._is_served():
            mistakes["language"] = not_served()
        if mistakes:
            raise ValidationError(mistakes)

    def mistakes(self) -> dict[str, ValidationError]:
        """Return what is wrong between the row's own fields. Take no query."""
        return {}

    def _is_served(self) -> bool:
        wanted: dict[str, object] = {"language": self.language}
        if self.department_id:
            wanted["department"] = self.department_id
        return (
            LanguageWindow.objects.filter(**wanted).exists()
            or UnscheduledLanguage.objects.filter(**wanted).exists()
        )


def not_served() -> ValidationError:
    """Return the mistake of an exception in a language that nobody serves."""
    message = _("Nobody answers in this language there, so nothing would change.")
    return ValidationError(message, "not_served")
