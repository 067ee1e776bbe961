from __future__ import annotations

from django import template
from django.utils.html import format_html

from support.contact_page.lines.reason_line import ReasonLine
from support.contact_page.lines.rule_sentence import RuleSentence
from support.templatetags.wording import reason

register = template.Library()


@register.simple_tag
def sentence(line: RuleSentence) -> str:
    """Return the sentence with its values, names marked up with their own language."""
    values = {
        name: reason(value) if isinstance(value, ReasonLine) else value
        for name, value in line.values.items()
    }
    return format_html(line.pattern, **values) if values else line.pattern
