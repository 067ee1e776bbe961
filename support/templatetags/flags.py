from __future__ import annotations

from functools import cache
from pathlib import Path

from django import template
from django.templatetags.static import static

register = template.Library()

_FOLDER = Path(__file__).resolve().parents[1] / "static" / "support" / "flags"


@register.simple_tag
@cache
def flag_url(region: str) -> str:
    """Return the address of a region's flag, in small letters; nothing for a region without one."""
    return static(f"support/flags/{region}.svg") if region in _regions() else ""


@cache
def _regions() -> frozenset[str]:
    return frozenset(path.stem for path in _FOLDER.glob("*.svg"))
