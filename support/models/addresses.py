"""Which addresses a page shows as links: one rule where one is entered and where it is shown."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# What a mail program would take for more than an address, such as “?bcc=”, is in none.
_MAIL = re.compile(r"[A-Za-z0-9.!$'*+=^_`{|}~-]+@[\w-]+(?:\.[\w-]+)+")


def is_web_address(text: str) -> bool:
    """Tell whether it is an absolute address of http or https, of a host and nobody's account."""
    if not text.isprintable() or " " in text or "\\" in text:
        return False
    try:
        parts = urlsplit(text)
        has_host = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and has_host and "@" not in parts.netloc


def is_mail_address(text: str) -> bool:
    """Tell whether it is one e-mail address and nothing else."""
    return _MAIL.fullmatch(text) is not None
