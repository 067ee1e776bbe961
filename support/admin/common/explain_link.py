from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _


def explain_link(department: str, language: str) -> str:
    """Return a link to the page that explains the present state. `department` is a short name."""
    query = urlencode({"department": department, "language": language})
    return format_html('<a href="{}?{}">{}</a>', reverse("admin:explain"), query, _("Explain"))
