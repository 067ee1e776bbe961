"""The short names by which entries refer to others, and what they stand for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

# Rows by section and short name.
Known = Mapping[str, Mapping[str, models.Model]]


def referred(name: str, section: str, value: object, known: Known) -> models.Model | None:
    """Return the row of that short name; None for an empty one. Raise ValidationError if none."""
    if value == "":
        return None
    rows = known.get(section, {})
    if not isinstance(value, str):
        raise ValidationError({name: _("write a short name in quotation marks.")})
    if value not in rows:
        raise ValidationError({name: unknown(section, value, rows)})
    return rows[value]


def unknown(section: str, slug: str, rows: Iterable[str]) -> str:
    """Return that there is no such row, and the most similar short name."""
    words = {"slug": slug}
    if section == "products":
        message = _("there is no product “%(slug)s”.") % words
    elif section == "audiences":
        message = _("there is no audience “%(slug)s”.") % words
    else:
        message = _("there is no department “%(slug)s”.") % words
    near = get_close_matches(slug, list(rows), 1)
    if not near:
        return message
    return f"{message} {_('Did you mean “%(slug)s”?') % {'slug': near[0]}}"
