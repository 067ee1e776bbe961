from __future__ import annotations

import re

from django import template
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from support.parts import parts

register = template.Library()

# Nothing on a page is shown with its spaces and line breaks as they are.
_INDENTATION = re.compile(r"\n\s+")


@register.simple_tag
def part(template_name: str, **values: object) -> SafeString:
    """Render as `include … with … only`, or hand out what was rendered of the same values.

    The HTML is kept with the first of them, if that is a part; all must be immutable. It is in
    UTF-8, since one letter beyond Latin-1 doubles the memory of a whole string.
    """
    html = parts.rendered(
        template_name,
        next(iter(values.values())),
        get_language() or "",  # the template translates into it
        tuple(values.values()),
        lambda: narrow(get_template(template_name).render(values)).encode(),
    )
    return mark_safe(html.decode())  # noqa: S308  # a template has written it


def narrow(html: str) -> str:
    """Return HTML without blank lines and indentation, a fortieth of what is sent.

    A space stays: text browsers take a line break between two Japanese words away.
    """
    return _INDENTATION.sub(" ", html)
