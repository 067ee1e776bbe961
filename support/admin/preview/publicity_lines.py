"""Say what an edit of a department changes for the public besides its hours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from support.locales.formatting import format_moment
from support.locales.zones import zone_name
from support.models import Department
from support.models.publicity import Publicity, Visibility


def publicity_lines(
    row: Department, before: Publicity | None, slug: str, zone: str, language: str
) -> Iterator[str]:
    """Yield a sentence for each change from what was stored; `before` is None for a new one.

    Moments are on the clock of `zone`.
    """
    if row.publicity != before:
        yield _publicity(row, zone, language)
    if slug and slug != row.slug and slug in row.former_slugs:
        yield _(
            "Links to “%(old)s” will keep working and lead to “%(new)s”: the page, the "
            "calendars, the badges and the API."
        ) % {"old": slug, "new": row.slug}
        yield _("Addresses other sites may link to: %(addresses)s") % {
            "addresses": ", ".join(_addresses(row, slug, language))
        }


def lines_of_deletion(row: Department, language: str) -> Iterator[str]:
    """Yield what leads nowhere once a department is deleted that visitors have been shown."""
    if row.visibility != Visibility.DRAFT:
        yield _("These addresses will no longer lead anywhere: %(addresses)s") % {
            "addresses": ", ".join(_addresses(row, row.slug, language))
        }


def _publicity(row: Department, zone: str, language: str) -> str:
    publicity, words = row.publicity, {"department": str(row)}
    if publicity.visibility == Visibility.DRAFT:
        return (
            _("%(department)s is a draft: visitors can’t see it, and it has no page yet.") % words
        )
    if publicity.visibility == Visibility.HIDDEN:
        return (
            _(
                "%(department)s is hidden: its page says it is no longer shown and links to the "
                "contact page, its calendars are empty, and the API leaves it out."
            )
            % words
        )
    for name, at in (("begins", publicity.begins), ("ends", publicity.ends)):
        if at:
            words[name] = _moment(at, zone, language)
    if words.keys() >= {"begins", "ends"}:
        return _("%(department)s is public from %(begins)s until %(ends)s.") % words
    if "begins" in words:
        return _("%(department)s is public from %(begins)s.") % words
    if "ends" in words:
        return _("%(department)s is public until %(ends)s.") % words
    return _("%(department)s is public.") % words


def _moment(at: datetime, zone: str, language: str) -> str:
    return f"{format_moment(at, zone, language, None)} ({zone_name(zone, language)})"


def _addresses(row: Department, slug: str, language: str) -> Iterator[str]:
    yield reverse("department", args=[language, slug])
    for tag in dict.fromkeys(row.windows.values_list("language", flat=True)):
        yield reverse("calendar_feed", args=[language, slug, tag])
        yield reverse("badge_image", args=[language, slug, tag])
