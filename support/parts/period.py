from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

END_OF_TIME = datetime.max.replace(tzinfo=UTC)


class Period(NamedTuple):
    """The time during which a part reads the same: from `since` until just before `until`.

    It begins when the part was made, so that a clock that is set back finds no part of the future.
    """

    since: datetime
    until: datetime

    def holds_at(self, at: datetime) -> bool:
        return self.since <= at < self.until

    def within(self, other: Period) -> Period:
        """Return the time that both have in common."""
        return Period(max(self.since, other.since), min(self.until, other.until))


ALWAYS = Period(datetime.min.replace(tzinfo=UTC), END_OF_TIME)
