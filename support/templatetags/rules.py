"""Which folded fields of a form stand open, and which are left out of its page."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django import template
from django.contrib.admin.utils import flatten

register = template.Library()

_FOLDED_UNLESS_USED = "more-rules"
_USUAL = (None, "", "1", 1, "public")


@register.filter
def stands_open(fieldset: Any) -> bool:
    """Return whether a folded set of fields is to stand open.

    It is where one of them has a mistake, where one of the rarer rules is stated, or typed, and
    where it is asked for.
    """
    form = fieldset.form
    if any(name in form.errors for name in _names(fieldset)) or _is_asked_for(fieldset):
        return True
    return _FOLDED_UNLESS_USED in fieldset.classes and is_used(fieldset)


@register.filter
def is_used(fieldset: Any) -> bool:
    """Return whether something is stated, or typed, in a set of fields."""
    return any(_is_stated(fieldset.form[name].value()) for name in _names(fieldset))


@dataclass(frozen=True, slots=True)
class Fold:
    """A folded set of fields of a line; one that says nothing is left out of the page.

    `offers` are the choices, as JSON by the name of the field, that fields copied from another form
    do not have.
    """

    fieldset: Any
    is_used: bool
    is_open: bool
    is_left_out: bool
    offers: str = ""


@dataclass(frozen=True, slots=True)
class Folds:
    """All that is folded of a line."""

    each: list[Fold]

    @property
    def is_used(self) -> bool:
        return any(fold.is_used for fold in self.each)

    @property
    def is_open(self) -> bool:
        return any(fold.is_open for fold in self.each)


@register.filter
def folds(inline_form: Any) -> Folds:
    return Folds([_fold(fieldset) for fieldset in inline_form if fieldset.name])


def _fold(fieldset: Any) -> Fold:
    used, is_open = is_used(fieldset), stands_open(fieldset)
    if is_open or not _is_left_out(fieldset, used):
        return Fold(fieldset, used, is_open, is_left_out=False)
    return Fold(fieldset, used, is_open, is_left_out=True, offers=_offers(fieldset))


def _offers(fieldset: Any) -> str:
    offered: dict[str, Any] = fieldset.form.offered
    offers = {name: offered[name] for name in _names(fieldset) if name in offered}
    return json.dumps(offers, ensure_ascii=False) if offers else ""


def _is_left_out(fieldset: Any, used: bool) -> bool:
    """Return whether a set of fields is not in the page, since it says nothing.

    What is not sent is empty, so nothing changes. The form says whether there is another one on
    the page to copy the fields from.
    """
    form = fieldset.form
    if not getattr(form, "leaves_out", False):
        return False
    if form.is_bound:
        return not any(form.add_prefix(name) in form.data for name in _names(fieldset))
    return not used


@register.filter
def first_name(fieldset: Any) -> str:
    """Return the name by which a set of fields is asked for: that of its first."""
    form = fieldset.form
    return str(form.add_prefix(_names(fieldset)[0])) if _names(fieldset) else ""


def _names(fieldset: Any) -> list[str]:
    return [name for name in flatten(fieldset.fields) if name in fieldset.form.fields]


def _is_asked_for(fieldset: Any) -> bool:
    """Return whether somebody without JavaScript asks for the fields: `_unfold` names a field."""
    form = fieldset.form
    return bool(form.is_bound and form.data.get("_unfold") == first_name(fieldset))


def _is_stated(value: Any) -> bool:
    if isinstance(value, list | tuple | frozenset):
        return any(map(str, value))
    return value not in _USUAL
