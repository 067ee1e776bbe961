from __future__ import annotations

from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from django import template
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

register = template.Library()


class _Rendered(NamedTuple):
    """`html` is in UTF-8: one letter beyond Latin-1 would double the memory of the whole string."""

    others: list[object]
    html: bytes


# What is rendered of an object goes when the object goes, so none of it may refer to that object.
_rendered: WeakKeyDictionary[Any, dict[tuple[str, str | None], _Rendered]] = WeakKeyDictionary()


@register.simple_tag
def kept(template_name: str, **values: object) -> SafeString:
    """As `include … with … only`, rendered anew only when one of the values is another.

    It is kept for as long as the first of them exists. All must be immutable: from one moment to
    the next, few parts of a page read differently.
    """
    owner, *others = values.values()
    parts = _rendered.setdefault(owner, {})
    # The template translates into the active language.
    key = template_name, get_language()
    known = parts.get(key)
    if known is None or known.others != others:
        html = get_template(template_name).render(values)
        known = parts[key] = _Rendered(others, html.encode())
    return mark_safe(known.html.decode())  # noqa: S308  # a template has written it
