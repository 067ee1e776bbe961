from __future__ import annotations

from django import template
from django.utils.translation import get_language

from support.contact_page.lines.write_path import write_path
from support.site.addresses import page_path

register = template.Library()


@register.simple_tag
def department_path(slug: str) -> str:
    """Return the path of the department's page in the active language."""
    return page_path(get_language() or "en", slug)


@register.simple_tag
def writing_path(department: str = "", topic: str = "") -> str:
    """Return the path of the form, in the active language, with what it is about chosen."""
    return write_path(get_language() or "en", department, topic=topic)
