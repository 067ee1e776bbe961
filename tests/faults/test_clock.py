"""A clock that is stepped, of one server."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.visitors import visitors
from tests.waiting import wait_for

pytestmark = pytest.mark.waits


@pytest.fixture
def library():
    """The path of libfaketime, which .ci/services installs."""
    found = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
    assert found, "libfaketime is needed. On Debian or Ubuntu: apt-get install libfaketime"
    return found[-1]


@pytest.fixture
def stepped(portal, library):
    """Return a portal that is served at 12:25, and a function that sets its clock."""
    file = portal.folder / "clock"

    def step(time: str) -> None:
        written = file.with_suffix(".new")
        written.write_text(f"@2026-11-25 {time}:00")
        written.replace(file)  # never read when half written

    step("12:25")
    portal.environment |= {
        "LD_PRELOAD": str(library),
        "FAKETIME_TIMESTAMP_FILE": str(file),
        "FAKETIME_CACHE_DURATION": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "TZ": "UTC",
    }
    return portal.start(), step


def each_says(portal, state):
    """Return whether every worker says it; each reads its clock's file once a second.

    That one of two is never met in 16 connections is not seen in ten thousand runs.
    """
    return lambda: all(state in portal.get("/en/now.txt").text for _ in range(16))


def test_answers_follow_a_clock_that_is_stepped_forward_and_back(stepped):
    portal, step = stepped
    wait_for(each_says(portal, "Malware and abuse · Open · until 06:00 tomorrow"))
    with visitors(portal) as visits:
        step("17:25")
        wait_for(each_says(portal, "Affiliate programme · Closed"))
        step("11:25")
        wait_for(each_says(portal, "Malware and abuse · Closed · opens at 12:00"))
        step("12:25")
        wait_for(each_says(portal, "Malware and abuse · Open · until 06:00 tomorrow"))
    print(visits)

    assert visits.failures == []
    assert "Traceback" not in portal.log


@pytest.mark.faults
def test_doctor_tells_of_a_clock_that_is_not_the_databases(portal_on_postgresql, library):
    portal_on_postgresql.environment |= {"LD_PRELOAD": str(library), "FAKETIME": "+3600"}

    said = portal_on_postgresql.manage("doctor", may_fail=True)

    assert "The clocks of this machine and of the database are 3600 seconds apart." in said
