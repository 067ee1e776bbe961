"""What links to a page show of it elsewhere (ogp.me)."""

from __future__ import annotations

from urllib.parse import urljoin

from django import template
from django.templatetags.static import static

from support.locales.languages import cldr_locale, region

register = template.Library()


@register.filter
def open_graph_locale(site_language: str) -> str:
    """Return a locale as in da_DK: the protocol knows no language without a country."""
    territory = cldr_locale(site_language).territory or region(site_language)
    return f"{site_language}_{territory}"


@register.simple_tag
def absolute(page: str, path: str) -> str:
    """Return the address of what is at `path`; `page` is the absolute one of a page."""
    return urljoin(page, path)


@register.simple_tag
def absolute_static(page: str, path: str) -> str:
    """Return the address of a static file for readers elsewhere; `page` is the absolute one of a
    page."""
    return urljoin(page, static(path))
