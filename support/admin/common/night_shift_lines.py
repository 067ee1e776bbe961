"""Say in words which shifts of the night before run into a day that is closed."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from support.locales.formatting import format_day, format_time, join
from support.locales.languages import language_name
from support.locales.zones import zone_name
from support.models import Department
from support.planning.night_shifts import NightShift


def night_shift_words(shift: NightShift, language: str) -> str:
    """Tell who stays open on a closed day, and until when."""
    names = [language_name(tag, language) for tag in shift.languages]
    return _(
        "{department} in {languages} stays open on {day} until {time} ({zone}): the shift that "
        "starts the day before runs to its end."
    ).format(
        department=shift.department.name.read(language) or shift.department.slug,
        languages=join(names, language),
        day=format_day(shift.ends.date(), language),
        time=format_time(shift.ends.time(), language),
        zone=zone_name(shift.zone, language),
    )


def night_shift_link(shift: NightShift, language: str) -> str:
    """Return the same with a link to a closure of the hours on the closed day."""
    day = shift.ends.date().isoformat()
    values = {
        "department": Department.objects.get(slug=shift.department.slug).pk,
        "languages": ",".join(shift.languages),
        "starts_on": day,
        "starts_at": "00:00",
        "ends_on": day,
        "ends_at": f"{shift.ends:%H:%M}",
        "zone": shift.zone,
    }
    return format_html(
        '{} <a href="{}?{}">{}</a>',
        night_shift_words(shift, language),
        reverse("admin:support_closure_add"),
        urlencode(values),
        _("Add a closure"),
    )
