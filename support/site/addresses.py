"""Where the public pages are."""

from __future__ import annotations

from functools import lru_cache

from django.urls import reverse


# Every row of the page leads somewhere, and working out an address takes longer than its row.
@lru_cache(maxsize=1024)
def page_path(language: str, department: str = "") -> str:
    """Return the path of the page of a department or, without one, of the contact page."""
    if department:
        return reverse("department", args=[language, department])
    return reverse("contact", args=[language])
