"""Sessions in the database, and none for a key that no server has given out."""

from __future__ import annotations

from django.contrib.sessions.backends import db


class SessionStore(db.SessionStore):
    """Django's own; a key of odd characters, which a database may refuse, is no key."""

    def _validate_session_key(self, key: object) -> bool:
        return isinstance(key, str) and len(key) == 32 and key.isascii() and key.isalnum()
