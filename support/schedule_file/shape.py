"""The shapes that TOML gives to sections and lists; each is taken out of what holds it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from support.schedule_file.mistakes import Mistakes

Table = dict[str, Any]


def table(holder: Table, name: str, mistakes: Mistakes) -> Table:
    """Empty where it is not there, or is something else; as the two below."""
    value = holder.pop(name, {})
    if isinstance(value, dict):
        return value
    mistakes.add("", name, _("write it as a table: %(header)s.") % {"header": f"[{name}]"})
    return {}


def tables(holder: Table, name: str, place: str, mistakes: Mistakes) -> list[Table]:
    value = holder.pop(name, [])
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        return value
    told = _("write each as a table of its own: %(header)s.") % {"header": f"[[{name}]]"}
    mistakes.add(place, name, told)
    return []


def strings(holder: Table, name: str, place: str, mistakes: Mistakes) -> list[str]:
    value = holder.pop(name, [])
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return value
    told = _("write them as a list: %(example)s.") % {"example": f"{name} = [“…”, “…”]"}
    mistakes.add(place, name, told)
    return []
