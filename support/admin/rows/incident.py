from __future__ import annotations

from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from support import clock
from support.admin.common.staff_zone import zone_of_staff
from support.admin.preview.texts_on_forms import TextPreview
from support.admin.rows.base import SupportAdmin
from support.admin.rows.wall_times_form import WallTimesForm
from support.contact_page import Viewpoint
from support.contact_page.cards.incident_card import IncidentCard, incident_cards
from support.directory import Directory, IncidentEntry
from support.directory.from_row import entry_from_row
from support.directory.rows import row_of
from support.locales.languages import SITE_LANGUAGES
from support.models import Incident
from support.roles import may_edit


class IncidentForm(WallTimesForm):
    class Meta:
        model = Incident
        fields = ["starts_at", "ends_at", "zone"]  # the fieldsets choose the rest


@admin.register(Incident)
class IncidentAdmin(TextPreview, SupportAdmin):
    """Incidents are for every department: no one who is limited to some may change them."""

    form = IncidentForm
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    list_display = ["title"]
    date_hierarchy = "starts_on"
    search_fields = [f"text_{code}" for code in SITE_LANGUAGES]
    fieldsets = [
        (
            None,
            {"fields": [("starts_on", "starts_at"), ("ends_on", "ends_at"), "zone", "link"]},
        ),
        (
            _("Text"),
            {"fields": ["text"], "description": Incident._meta.get_field("text").help_text},
        ),
    ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may_edit(request.user, None, "support.add_incident")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may_edit(request.user, None, "support.change_incident")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may_edit(request.user, None, "support.delete_incident")

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Start now, on the clock of who asks."""
        zone = zone_of_staff(request)
        now = clock.now().astimezone(ZoneInfo(zone)).replace(second=0, microsecond=0)
        initial = {"starts_on": now.date(), "starts_at": now.time(), "zone": zone}
        return initial | super().get_changeform_initial_data(request)

    @admin.display(description=_("incident"), ordering="starts_on")
    def title(self, row: Incident) -> str:
        return str(row)

    def as_shown(self, row: Incident, directory: Directory, view: Viewpoint) -> IncidentCard | None:
        """Show the text whether it is time for it or not."""
        entry = entry_from_row(IncidentEntry, Incident, row_of(row))
        alone = replace(directory, incidents=(entry,))
        return incident_cards(alone, view.language)[0]
