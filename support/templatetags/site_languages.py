"""The menu of the site's languages."""

from __future__ import annotations

from django import template

from support.locales.languages import SITE_LANGUAGES, endonym

register = template.Library()


@register.simple_tag
def site_languages() -> list[tuple[str, str]]:
    """Return each language of the site with its own name for itself, which is never translated:
    whoever cannot read the page finds the way out."""
    return [(code, endonym(code)) for code in SITE_LANGUAGES]
