from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from itertools import islice

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from support.locales.formatting import join
from support.locales.languages import is_language, language_name
from support.models.department import Department
from support.models.language_window import LanguageWindow
from support.models.listed_field import LanguageTagsField
from support.models.unscheduled_language import UnscheduledLanguage
from support.schedule import FIRST_DAY, LAST_DAY, date_of

# Outside the years that the engine answers for, an exception would do nothing.
_FIRST_YEAR, _LAST_YEAR = date_of(FIRST_DAY).year, date_of(LAST_DAY).year


class Scoped(models.Model):
    """An exception for one department or all of them, in some languages or in all."""

    department = models.ForeignKey(
        Department,
        models.CASCADE,
        null=True,
        blank=True,
        verbose_name=_("department"),
        help_text=_("Leave blank for every department."),
    )
    languages = LanguageTagsField(
        _("languages"), blank=True, help_text=_("Leave blank for every language.")
    )
    reason = models.CharField(
        _("reason"),
        max_length=200,
        blank=True,
        help_text=_("Shown to visitors, for example “Company meeting”."),
    )

    class Meta:
        abstract = True

    @property
    def rank(self) -> int:
        """Return how narrow the scope is: an exception for fewer people wins."""
        return 2 * bool(self.department_id) + bool(self.languages)

    @property
    def scope(self) -> str:
        """Return whom it is for, in words of the active language."""
        site_language = get_language() or "en"
        department = str(self.department) if self.department else gettext("All departments")
        if not self.languages:
            return department
        names = join([language_name(tag, site_language) for tag in self.languages], site_language)
        return gettext("{what}: {detail}").format(what=department, detail=names)

    def clean(self) -> None:
        """Raise ValidationError with all mistakes at once."""
        mistakes = self.mistakes()
        if self.languages:
            not_served = not_served_in(self.department, self.languages, self._served_languages())
            if not_served:
                mistakes["languages"] = not_served
        if mistakes:
            raise ValidationError(mistakes)

    def mistakes(self) -> dict[str, ValidationError]:
        """Return what is wrong with the row's own fields. Take no query."""
        message = _("Choose a year between 1900 and 2200.")
        wrong = (
            field.name
            for field in self._meta.concrete_fields
            if isinstance(field, models.DateField)
            and isinstance(day := getattr(self, field.name), date)
            and not _FIRST_YEAR <= day.year <= _LAST_YEAR
        )
        return {name: ValidationError(message, "year") for name in islice(wrong, 1)}

    def concerns(self, language: str) -> bool:
        """Return whether it is for a language."""
        return not self.languages or language in self.languages

    def shares_people(self, other: Scoped) -> bool:
        """Return whether it is for some of the same people as an entry of the same department."""
        return not self.languages or not other.languages or any(map(other.concerns, self.languages))

    def _served_languages(self) -> set[str]:
        where = {"department": self.department_id} if self.department_id else {}
        return {
            tag
            for model in (LanguageWindow, UnscheduledLanguage)
            for tag in model._default_manager.filter(**where).values_list("language", flat=True)
        }


def not_served_in(
    department: Department | None, languages: Sequence[str], served: Collection[str]
) -> ValidationError | None:
    """Return the mistake of an exception in languages that nobody serves; None if all are.

    What is no language is left to the field's own check.
    """
    missing = [tag for tag in languages if tag not in served and is_language(tag)]
    if not missing:
        return None
    site_language = get_language() or "en"
    names = join([language_name(tag, site_language) for tag in missing], site_language)
    message = _("%(department)s isn’t available in %(languages)s, so nothing would change there.")
    if department is None:
        message = _("No department is available in %(languages)s, so nothing would change there.")
    return ValidationError(message, "not_served", {"department": department, "languages": names})
