from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from support.admin.common.department_choices import department_choices
from support.admin.fields.ambiguous_time import ambiguous_time
from support.admin.fields.date import DateField
from support.admin.fields.pickers import LanguageField, ZoneField
from support.admin.fields.wall_time import WallTimeField
from support.directory import DepartmentEntry, Directory, ServedLanguage
from support.locales.formatting import join
from support.locales.languages import language_name
from support.models.validators import normalize_language_tag, validate_zone
from support.schedule import InstantOutOfRange


class ExplainForm(forms.Form):
    """Ask for a department, a language and a wall time.

    `cleaned_data` also has the `entry` of the department and the `ambiguous_time`.
    """

    department = forms.ChoiceField(label=_("Department"))
    language = LanguageField(label=_("Language (leave blank for all)"), required=False)
    date = DateField(label=_("Date"))
    time = WallTimeField(label=_("Time"))
    zone = ZoneField(label=_("Time zone"), validators=[validate_zone])

    def __init__(self, directory: Directory, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.entries = {entry.slug: entry for entry in directory.departments}
        self.fields["department"].choices = department_choices(directory)  # type: ignore[attr-defined]

    def clean_language(self) -> str:
        tag: str = self.cleaned_data["language"]
        return normalize_language_tag(tag) if tag else ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "department" in cleaned:
            cleaned["entry"] = self.entries[cleaned["department"]]
            if "language" in cleaned:
                self._check_is_served(cleaned["entry"], cleaned["language"])
        if {"date", "time", "zone"} <= cleaned.keys():
            wall = datetime.combine(cleaned["date"], cleaned["time"])
            try:
                cleaned["ambiguous_time"] = ambiguous_time(wall, cleaned["zone"])
            except (InstantOutOfRange, OverflowError) as error:
                raise ValidationError(
                    {"date": _("Choose a year between 1900 and 2200.")}
                ) from error
        return cleaned

    def _check_is_served(self, entry: DepartmentEntry, tag: str) -> None:
        tags = [served.tag for served in entry.languages]
        if not tag or tag in tags:
            return
        site_language = get_language() or "en"
        names = [language_name(each, site_language) for each in tags]
        message = _(
            "This department isn’t available in %(language)s. It is available in: %(languages)s."
        )
        if not tags:
            message = _("This department isn’t available in any language yet.")
        words = {
            "language": language_name(tag, site_language),
            "languages": join(names, site_language) if names else "",
        }
        self.add_error("language", ValidationError(message, "not_served", words))

    @property
    def languages(self) -> list[ServedLanguage]:
        """Return the languages to explain: the chosen one, or all of the department."""
        wanted = self.cleaned_data["language"]
        entry: DepartmentEntry = self.cleaned_data["entry"]
        return [served for served in entry.languages if wanted in ("", served.tag)]
