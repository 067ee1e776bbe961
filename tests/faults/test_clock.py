"""A clock that is stepped, of one server."""

from __future__ import annotations

import pytest

from tests.faults.visitors import visitors
from tests.faults.wall_clock import WallClock
from tests.waiting import wait_for

pytestmark = pytest.mark.waits


@pytest.fixture
def wall_clock(tmp_path):
    return WallClock(tmp_path)


def each_says(portal, state):
    """Return whether every worker says it.

    That one of two is never met in 16 connections is not seen in ten thousand runs.
    """
    return lambda: all(state in portal.get("/en/now.txt").text for _ in range(16))


def test_answers_follow_a_clock_that_is_stepped_forward_and_back(portal, wall_clock):
    wall_clock.set("12:25")
    portal.environment |= wall_clock.environment
    portal.start()
    wait_for(each_says(portal, "Malware and abuse · Open · until 06:00 tomorrow"))
    with visitors(portal) as visits:
        wall_clock.set("17:25")
        wait_for(each_says(portal, "Affiliate programme · Closed"))
        wait_for(lambda: visits.served >= 20)
        wall_clock.set("11:25")
        wait_for(each_says(portal, "Malware and abuse · Closed · opens at 12:00"))
        wait_for(lambda: visits.served >= 40)
        wall_clock.set("12:25")
        wait_for(each_says(portal, "Malware and abuse · Open · until 06:00 tomorrow"))
        wait_for(lambda: visits.served >= 60)
    print(visits)

    assert visits.failures == []
    assert "Traceback" not in portal.log


@pytest.mark.faults
def test_doctor_tells_of_a_clock_that_is_not_the_databases(portal_on_postgresql, wall_clock):
    wall_clock.move(3600)
    portal_on_postgresql.environment |= wall_clock.environment

    said = portal_on_postgresql.manage("doctor", may_fail=True)

    assert "The clocks of this machine and of the database are 3600 seconds apart." in said
