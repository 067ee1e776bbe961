from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from support.models import Department

_LONGEST_SLUG = 50


def free_slug(wanted: str) -> str:
    """Return the short name, with a number where a department has it or had it."""
    taken: set[str] = set()
    for slug, former in Department.objects.values_list("slug", "former_slugs"):
        taken |= {slug, *former}
    return next(slug for slug in _numbered(wanted) if slug not in taken)


def _numbered(wanted: str) -> Iterator[str]:
    yield wanted[:_LONGEST_SLUG]
    for number in count(2):
        end = f"-{number}"
        yield wanted[: _LONGEST_SLUG - len(end)] + end
