from __future__ import annotations

from django import template
from django.utils.html import format_html

from support.contact_page.viewpoint import Wording

register = template.Library()


@register.simple_tag
def wording(text: Wording) -> str:
    """A text of staff's, marked up with its language where that is not the page's."""
    if text.lang:
        return format_html('<span lang="{}">{}</span>', text.lang, text.text)
    return format_html("{}", text.text)
