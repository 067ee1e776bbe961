"""Incidents that are over, or that some visitors cannot read in their language."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from support.admin.first_page.context import FirstPageContext
from support.admin.first_page.line import Line
from support.locales.formatting import join
from support.locales.languages import SITE_LANGUAGES, endonym
from support.models import Incident


def incidents_to_look_at(context: FirstPageContext) -> list[Line]:
    """List them, the latest first."""
    may_change = context.may_edit(None) and context.user.has_perm("support.change_incident")
    return [
        Line(words, reverse("admin:support_incident_change", args=[row.pk]) if may_change else "")
        for row in Incident.objects.all()
        for words in _matters(row, context)
    ]


def _matters(row: Incident, context: FirstPageContext) -> Iterator[str]:
    period = row.period
    if period and period.end <= context.at:
        yield _("%(incident)s: over. Delete it, or choose a later end.") % {"incident": row}
        return
    missing = [endonym(code) for code in SITE_LANGUAGES if not getattr(row, f"text_{code}")]
    if missing:
        languages = join(missing, context.language)
        yield _("%(incident)s: no text in %(languages)s") % {
            "incident": row,
            "languages": languages,
        }
