"""Take sections and lists out of the tables that hold them, and check their shape."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from support.schedule_file.mistakes import Mistakes

Table = dict[str, Any]


def table(holder: Table, name: str, mistakes: Mistakes) -> Table:
    """Return a table; empty if it is missing, or is something else."""
    value = holder.pop(name, {})
    if isinstance(value, dict):
        return value
    mistakes.add("", name, _("write it as a table: %(header)s.") % {"header": f"[{name}]"})
    return {}


def tables(holder: Table, name: str, place: str, mistakes: Mistakes) -> list[Table]:
    """Return a list of tables; empty if it is missing, or is something else."""
    value = holder.pop(name, [])
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        return value
    message = _("write each as a separate table: %(header)s.") % {"header": f"[[{name}]]"}
    mistakes.add(place, name, message)
    return []


def strings(holder: Table, name: str, place: str, mistakes: Mistakes) -> list[str]:
    """Return a list of texts; empty if it is missing, or is something else."""
    value = holder.pop(name, [])
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return value
    message = _("write them as a list, as in %(example)s.") % {"example": f"{name} = [“…”, “…”]"}
    mistakes.add(place, name, message)
    return []
