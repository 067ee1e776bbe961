from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlencode

from django.urls import reverse


# Every desk of the page leads there.
@lru_cache(maxsize=1024)
def write_path(language: str, department: str = "", tag: str = "", topic: str = "") -> str:
    """Return the path of the form in which visitors write, with what they came for chosen.

    `language` is that of the page, `tag` the one in which an answer is wanted.
    """
    chosen = {"department": department, "language": tag, "topic": topic}
    query = urlencode({name: value for name, value in chosen.items() if value})
    path = reverse("write", args=[language])
    return f"{path}?{query}" if query else path
