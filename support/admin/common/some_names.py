from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import ngettext

from support.locales.formatting import join


def some_names(names: Sequence[str], language: str, most: int = 12) -> str:
    """List names; of many the first ones, and how many more there are."""
    shown = list(names[:most])
    more = len(names) - len(shown)
    if more:
        shown.append(ngettext("%(count)s more", "%(count)s more", more) % {"count": more})
    return join(shown, language)
