from __future__ import annotations

import json

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

# Within a script element nothing is escaped as in HTML: no text may end it or begin a comment.
_ESCAPED = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})


@register.filter
def json_ld(content: object) -> SafeString:
    """JSON that is safe within <script type="application/ld+json">."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(_ESCAPED))  # noqa: S308  # escaped for where it stands
