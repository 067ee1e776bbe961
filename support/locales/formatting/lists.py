from __future__ import annotations

from collections.abc import Sequence

from babel.lists import format_list
from django.utils.translation import gettext as _

from support.locales.languages import cldr_locale


def join(items: Sequence[str], language: str) -> str:
    """Return a list as in “A, B and C”, and as in “A; B and C” where names have an “and” too."""
    locale = cldr_locale(language)
    between_two = str(format_list(["", ""], locale=locale))
    if len(items) > 1 and any(between_two in item for item in items):
        # Translators: between names of which one has an “and” of its own.
        return _("; ").join(items)
    return str(format_list(items, locale=locale))


def join_or(items: Sequence[str], language: str) -> str:
    """Return the items as in “A, B or C”."""
    return str(format_list(items, style="or", locale=cldr_locale(language)))
