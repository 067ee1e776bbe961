from __future__ import annotations

from typing import Any

from django import template

register = template.Library()

_FOLDED_UNLESS_USED = "more-rules"
_USUAL = (None, "", "1", 1)


@register.filter
def is_used(fieldset: Any) -> bool:
    """Return whether a folded set of rules is to stand open: one of them is stated, or typed."""
    if _FOLDED_UNLESS_USED not in fieldset.classes:
        return False
    form = fieldset.form
    names = [name for name in fieldset.fields if name in form.fields]
    return any(_is_stated(form[name].value()) for name in names)


def _is_stated(value: Any) -> bool:
    if isinstance(value, list | tuple | frozenset):
        return any(map(str, value))
    return value not in _USUAL
