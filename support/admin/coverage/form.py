from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from support.admin.common.department_choices import department_choices
from support.admin.fields.date import DateField
from support.admin.fields.pickers import ZoneField
from support.directory import Directory
from support.models import Channel
from support.models.validators import validate_zone
from support.planning.coverage import CoverageFilter
from support.schedule.instant import EARLIEST, LATEST

# Inside the form, `date` is the name of a field.
Day = date

_KIND = "kind:"


class CoverageForm(forms.Form):
    """Ask for a week, by any day in it, a clock, and which departments to count."""

    date = DateField(label=_("Week containing"))
    zone = ZoneField(label=_("Time zone"), validators=[validate_zone])
    department = forms.ChoiceField(label=_("Department"), required=False)
    channel = forms.ChoiceField(label=_("Contact channel"), required=False)

    def __init__(self, directory: Directory, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        departments = [("", _("All departments")), *department_choices(directory)]
        self.fields["department"].choices = departments  # type: ignore[attr-defined]
        self.fields["channel"].choices = _channels(directory)  # type: ignore[attr-defined]

    def clean_date(self) -> Day:
        day: Day = self.cleaned_data["date"]
        if not EARLIEST.year <= day.year < LATEST.year:
            raise ValidationError(_("Choose a year between 1900 and 2200."), "out_of_range")
        return day

    @property
    def monday(self) -> Day:
        day: Day = self.cleaned_data["date"]
        return day - timedelta(days=day.weekday())

    @property
    def counted(self) -> CoverageFilter:
        channel = self.cleaned_data["channel"]
        return CoverageFilter(
            self.cleaned_data["department"],
            kind=channel.removeprefix(_KIND) if channel.startswith(_KIND) else "",
            channel="" if channel.startswith(_KIND) else channel,
        )


def _channels(directory: Directory) -> list[Any]:
    """Offer kinds of channel and single ones; they cannot clash, as no short name has a colon."""
    language = get_language() or "en"
    channels = [
        (channel.slug, channel.name.read(language) or channel.slug)
        for channel in directory.channels
    ]
    kinds = [(f"{_KIND}{value}", label) for value, label in Channel.Kind.choices]
    return [
        ("", _("Any, or none")),
        (_("Types of channel"), kinds),
        (capfirst(Channel._meta.verbose_name_plural), channels),
    ]
