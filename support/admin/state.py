from __future__ import annotations

from django.utils.html import format_html
from django.utils.translation import get_language

from support.contact_page.state_line import state_words
from support.schedule import Status


def state_badge(status: Status, zone: str) -> str:
    """A state and its next change in the words of the contact page."""
    word, change = state_words(status, zone, get_language() or "en")
    return format_html('<span class="state state-{}">{}</span> · {}', status.state, word, change)
