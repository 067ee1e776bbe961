from __future__ import annotations

from typing import Any

from django import template
from django.contrib.admin.utils import flatten

register = template.Library()

_FOLDED_UNLESS_USED = "more-rules"
_USUAL = (None, "", "1", 1)


@register.filter
def stands_open(fieldset: Any) -> bool:
    """Return whether a folded set of fields is to stand open.

    It is where one of them has a mistake, and where one of the rarer rules is stated, or typed.
    """
    form = fieldset.form
    names = [name for name in flatten(fieldset.fields) if name in form.fields]
    if any(name in form.errors for name in names):
        return True
    if _FOLDED_UNLESS_USED not in fieldset.classes:
        return False
    return any(_is_stated(form[name].value()) for name in names)


def _is_stated(value: Any) -> bool:
    if isinstance(value, list | tuple | frozenset):
        return any(map(str, value))
    return value not in _USUAL
