"""The stamp in the form: when it was made, signed. It changes every ten minutes, for everyone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.core import signing

_SALT = "support.conversations.stamp"
_LASTS = timedelta(hours=24)
_MINUTES = 10


def stamp_of(at: datetime) -> tuple[str, datetime]:
    """Return the stamp of an instant, and until when forms bear it."""
    utc = at.astimezone(UTC)
    made = utc.replace(minute=utc.minute // _MINUTES * _MINUTES, second=0, microsecond=0)
    stamp = signing.Signer(salt=_SALT).sign(str(int(made.timestamp())))
    return stamp, made + timedelta(minutes=_MINUTES)


def is_fresh(stamp: str, at: datetime) -> bool:
    """Tell whether the portal has made the stamp, within a day before `at`."""
    try:
        made = datetime.fromtimestamp(int(signing.Signer(salt=_SALT).unsign(stamp)), UTC)
    except signing.BadSignature:
        return False
    return made <= at < made + _LASTS + timedelta(minutes=_MINUTES)
