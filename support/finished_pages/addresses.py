"""The shape of the addresses whose pages are kept, whether there is such a page or not."""

from __future__ import annotations

import re

from support.locales.languages import SITE_LANGUAGES

_SHAPE = re.compile(rf"/(?:{'|'.join(SITE_LANGUAGES)})/contact/(?:[-\w]+/)?", re.ASCII)


def may_be_kept_at(path: str) -> bool:
    """The contact page and the page of a department, in a language of the site."""
    return _SHAPE.fullmatch(path) is not None
