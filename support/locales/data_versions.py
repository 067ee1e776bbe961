from __future__ import annotations

from functools import lru_cache
from importlib.metadata import version

# What decides the hours besides the rows: when clocks change, and which days are holidays.
_PACKAGES = ("tzdata", "holidays")


@lru_cache(maxsize=1)
def data_versions() -> dict[str, str]:
    """Return the versions of zone data and holiday calendars, by the names of the packages."""
    return {package: version(package) for package in _PACKAGES}
