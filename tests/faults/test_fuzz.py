"""Requests that nobody means. `make fuzz` sends twenty times as many, and looks at times too."""

from __future__ import annotations

import pytest

from tests.fuzz.run import Run


@pytest.mark.few
def test_no_request_is_answered_by_500_or_by_nothing(portal):
    portal.start()

    outcome = Run(portal, seed=13).send(5_000)

    assert outcome.failed == []
    assert "Traceback" not in portal.log
    assert sum(outcome.statuses.values()) == 5_000
