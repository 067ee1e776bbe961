"""Show the contact page as it reads at another instant, past or future; for staff only."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from support import clock
from support.admin.common.staff_zone import zone_of_staff
from support.admin.fields.date import DateField, tell_by_clock
from support.admin.fields.pickers import ZoneField, datalists
from support.admin.fields.wall_time import WallTimeField
from support.admin.history.nothing_recorded import nothing_recorded
from support.contact_page import Viewpoint, contact_page
from support.directory import Directory, NotRecorded, directory_of, rows_at
from support.directory.current import current_directory
from support.locales.languages import SITE_LANGUAGES, endonym
from support.models.validators import validate_zone
from support.schedule import InstantOutOfRange, to_utc
from support.site.page_frame import page_frame

# The directory is made for one answer, so no revision will be compared with it.
_NO_REVISION = 0


class InstantForm(forms.Form):
    """Ask for a site language and a wall time; `cleaned_data` also has the instant, as `at`."""

    language = forms.ChoiceField(
        label=_("Language"), choices=[(code, endonym(code)) for code in SITE_LANGUAGES]
    )
    date = DateField(label=_("Date"))
    time = WallTimeField(label=_("Time"))
    zone = ZoneField(label=_("Time zone"), validators=[validate_zone])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if {"date", "time", "zone"} <= cleaned.keys():
            zone = ZoneInfo(cleaned["zone"])
            try:
                cleaned["at"] = to_utc(datetime.combine(cleaned["date"], cleaned["time"], zone))
            except (InstantOutOfRange, OverflowError) as error:
                raise ValidationError(
                    {"date": _("Choose a year between 1900 and 2200.")}
                ) from error
        return cleaned


class PublishedForm(InstantForm):
    """Ask also which hours to show: those saved now, or those saved at the instant."""

    TODAY, THEN = "today", "then"

    saved = forms.ChoiceField(
        label=_("Hours"),
        choices=[(TODAY, _("with today’s hours")), (THEN, _("as published at that time"))],
        required=False,
    )


@require_safe
def contact_page_at(request: HttpRequest) -> HttpResponse:
    """Show the page that the form asks for, or the present one if it asks for nothing valid."""
    now, staff_language = clock.now(), get_language() or "en"
    zone = zone_of_staff(request)
    local = now.astimezone(ZoneInfo(zone))
    initial = {"language": staff_language, "date": local.date(), "time": local.time()}
    form = PublishedForm(request.GET or None, initial=initial | {"zone": zone})
    tell_by_clock(form, zone)
    directory = _published_then(form, staff_language) or current_directory.latest()
    context = {"form": form, "datalists": datalists(["zones"]), "staff_language": staff_language}
    bar = render_to_string("admin/support/instant_form.html", context, request)
    view = Viewpoint(staff_language, now)
    if form.is_valid():
        view = Viewpoint(form.cleaned_data["language"], form.cleaned_data["at"])
    return rendered_page(request, directory, view, bar)


def _published_then(form: InstantForm, language: str) -> Directory | None:
    """Return the directory as recorded at the instant, if the form asks for it.

    If nothing is recorded so early, say so in the form.
    """
    if not form.is_valid() or form.cleaned_data["saved"] != PublishedForm.THEN:
        return None
    try:
        return directory_of(rows_at(form.cleaned_data["at"]), _NO_REVISION)
    except NotRecorded as refusal:
        form.add_error("date", nothing_recorded(refusal, form.cleaned_data["zone"], language))
        return None


def rendered_page(
    request: HttpRequest, directory: Directory, view: Viewpoint, staff_bar: str
) -> HttpResponse:
    """Render the contact page for staff, below a bar that says what they are looking at."""
    directory = directory.published(view.at)
    with translation.override(view.language):
        page = {
            "frame": page_frame(view.language, None, directory, request),
            "page": contact_page(directory, view),
            "staff_bar": staff_bar,
        }
        return HttpResponse(
            render_to_string("support/contact.html", page),
            headers={"Content-Language": view.language, "X-Robots-Tag": "noindex"},
        )
