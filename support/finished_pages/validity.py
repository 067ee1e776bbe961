from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from support import clock

# Browsers and other caches show an edit, or a change of state, after this time at the latest: who
# has just saved and looks at the page must not see the old one. To ask again costs a 304.
_MAX_AGE = timedelta(seconds=1)

END_OF_TIME = datetime.max.replace(tzinfo=UTC)

_ENVIRON_KEY = "support.finished_page"
_ENVIRON_KEY_OF_INSTANT = "support.finished_page.instant"


@dataclass(frozen=True, slots=True)
class Validity:
    """When a view's answer holds: until the next edit, from `since` until `until` (None: for good).

    It begins with the rendering, so that a clock that is set back finds no page of the future.
    Other caches hold it for `max_age` at most and, where `in_outage` says so, longer while the
    portal does not answer.
    """

    token: str
    since: datetime
    until: datetime | None
    max_age: timedelta = _MAX_AGE
    in_outage: bool = True

    def cache_control(self, now: datetime) -> tuple[str, str]:
        left = (self.until or END_OF_TIME) - now
        seconds = max(0, int(min(self.max_age, left).total_seconds()))
        outage = ", stale-if-error=86400" if self.in_outage else ""
        return "Cache-Control", f"public, max-age={seconds}{outage}"


def finish(environ: dict[str, Any], validity: Validity) -> None:
    """Declare the answer to a request the same for everyone, and for how long; for views."""
    environ[_ENVIRON_KEY] = validity


def declared(environ: dict[str, Any]) -> Validity | None:
    """Return what the view has declared of its answer to this request, if anything."""
    return environ.get(_ENVIRON_KEY)


def ask_for(environ: dict[str, Any], instant: datetime) -> None:
    """Ask for the answer as it reads at an instant that will soon be there."""
    environ[_ENVIRON_KEY_OF_INSTANT] = instant


def asked_instant(environ: dict[str, Any]) -> datetime:
    """Return the instant at which the answer to a request will be read: for nearly all, now."""
    instant: datetime | None = environ.get(_ENVIRON_KEY_OF_INSTANT)
    return instant or clock.now()
