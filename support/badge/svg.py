"""A badge as an image that sizes itself by its words."""

from __future__ import annotations

import base64
import hashlib
import unicodedata
from math import ceil

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from support.badge.content import Badge
from support.badge.text_width import text_width
from support.site.company_look import Look

# Colours are the contact page's. Whoever shows the image decides about light and dark.
_STYLE = """
.paper{fill:#fff;stroke:#d5d0c5}
text{font-family:Verdana,"DejaVu Sans","Hiragino Sans","Yu Gothic UI","Noto Sans CJK JP",sans-serif}
.name{font-size:13px;font-weight:700;fill:#1d1b26}
.state{font-size:12px;fill:#5d5869}
.word{fill:#1d1b26}
.mark{fill:none;stroke:#5d5869;stroke-width:2.5}
.open{fill:#0a6638;stroke:#0a6638}
.unscheduled{stroke:#7a4f00;stroke-dasharray:4.5 3.35}
.dark{display:none}
@media (prefers-color-scheme:dark){
.paper{fill:#15141b;stroke:#34313f}
.name,.word{fill:#edebf3}
.state{fill:#aca7ba}
.mark{stroke:#aca7ba}
.open{fill:#7bd8a3;stroke:#7bd8a3}
.unscheduled{stroke:#e8b968}
.light{display:none}
.dark{display:inline}
}
"""

# An image that is opened on its own has the portal's policy; only this style sheet may be in it.
STYLE_HASH = f"'sha256-{base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()}'"

_TEXT_BEGINS = 34
_MARGIN = 12


def svg_badge(badge: Badge, look: Look) -> str:
    """Return the badge, with the company's colour at its edge."""
    return _svg(
        badge.locale,
        badge.title,
        badge.state.state.value,
        badge.heading,
        badge.state.word,
        f" · {badge.state.change}",
        look,
    )


def svg_refusal(locale: str, message: str, status: int) -> str:
    """Return an image that names no state; the message is for whoever wrote the address."""
    name = _("Page not found") if status == 404 else _("Contact us")
    return _svg(locale, name if status == 410 else message, "", name, "", "", Look())


def _svg(locale: str, title: str, state: str, name: str, word: str, change: str, look: Look) -> str:
    name, word, change = _clean(name), _clean(word), _clean(change)
    widest = max(text_width(name, 13, bold=True), text_width(word + change, 12))
    return render_to_string(
        "badge/badge.svg",
        {
            "locale": locale,
            "look": look,
            "title": _clean(title),
            "style": mark_safe(_STYLE),  # noqa: S308  # a constant
            "state": state,
            "name": name,
            "word": word,
            "change": change,
            "text_begins": _TEXT_BEGINS,
            "width": ceil(_TEXT_BEGINS + widest + _MARGIN),
        },
    )


def _clean(text: str) -> str:
    """Return the text without the characters that XML does not allow.

    Spaces that hold words together are no letters to print for Python, and stay.
    """
    return "".join(
        letter for letter in text if letter.isprintable() or unicodedata.category(letter) == "Zs"
    )
