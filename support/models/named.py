from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from support.locales.languages import SITE_LANGUAGES


class Named(models.Model):
    """A row whose `name` is written in one site language at least, whichever that is.

    This is the one rule for form, import and translations page.
    """

    class Meta:
        abstract = True

    @property
    def has_name(self) -> bool:
        return any(getattr(self, f"name_{language}") for language in SITE_LANGUAGES)

    def clean(self) -> None:
        super().clean()
        if not self.has_name:
            raise ValidationError({f"name_{get_language() or 'en'}": no_name()})


def no_name() -> ValidationError:
    """Return the mistake of a row without a name in any language."""
    return ValidationError(_("Enter a name in at least one language."), "no_name")
