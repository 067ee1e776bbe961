from __future__ import annotations

from django.db import models
from django.utils.text import Truncator
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from support.locales.languages import language_name
from support.models.department import Department
from support.models.edit_version import EditVersioned
from support.models.language_tag_field import LanguageTagField

_LONGEST_NAME = 100


class StaffQuestion(EditVersioned):
    """What staff have to find out about a department, or its hours in one language.

    It is open until somebody answers it. Visitors never see it.
    """

    department = models.ForeignKey(
        Department, models.CASCADE, related_name="questions", verbose_name=_("department")
    )
    language = LanguageTagField(
        _("language"), blank=True, help_text=_("Leave blank if it is about the whole department.")
    )
    text = models.TextField(_("question"))
    answer = models.TextField(
        _("answer"),
        blank=True,
        help_text=_("Once there is an answer, the question no longer needs attention."),
    )
    answered_by = models.CharField(_("answered by"), max_length=150, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["department__position", "department__slug", "pk"]

    def __str__(self) -> str:
        return Truncator(self.text or "").chars(_LONGEST_NAME)

    @property
    def scope(self) -> str:
        """Return whom it is about, in words of the active language."""
        if not self.language:
            return str(self.department)
        name = language_name(self.language, get_language() or "en")
        return gettext("{what}: {detail}").format(what=self.department, detail=name)
