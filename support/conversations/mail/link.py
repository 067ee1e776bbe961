"""The link that leads a visitor into their conversation from a mail."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from django.conf import settings

from support.conversations.models import Conversation

_LASTS = timedelta(days=30)


def link_to(conversation: Conversation, at: datetime) -> str:
    """Return a link with a new secret, of which the row keeps a digest; older links end."""
    secret = secrets.token_urlsafe(32)
    conversation.secret_digest = hashlib.sha256(secret.encode()).hexdigest()
    conversation.secret_until = at + _LASTS
    conversation.save(update_fields=["secret_digest", "secret_until"])
    path = f"/{conversation.page_language}/conversations/{conversation.public_id}/"
    return f"{settings.SITE_ADDRESS}{path}?secret={secret}"
