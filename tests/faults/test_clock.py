"""A clock that is stepped, of one server."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.faults.visitors import visitors
from tests.waiting import wait_for

AN_HOUR = timedelta(hours=1)


@pytest.fixture
def library():
    """The path of libfaketime, which .ci/services installs."""
    found = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
    assert found, "libfaketime is needed. On Debian or Ubuntu: apt-get install libfaketime"
    return found[-1]


@pytest.fixture
def stepped(portal, library):
    """Return a portal that is served, and a function that steps its clock by some seconds."""
    file = portal.folder / "clock"
    file.write_text("+0")
    portal.environment |= {
        "LD_PRELOAD": str(library),
        "FAKETIME_TIMESTAMP_FILE": str(file),
        "FAKETIME_CACHE_DURATION": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }
    return portal.start(), file.write_text


def moment(portal):
    """Return the instant of which the server's answer is."""
    return datetime.fromisoformat(json.loads(portal.get("/api/v1/availability").text)["at"])


def test_answers_follow_a_clock_that_is_stepped_forward_and_back(stepped):
    portal, step = stepped
    start, states = moment(portal), portal.get("/en/now.txt").text
    with visitors(portal) as visits:
        step("+3600")
        wait_for(lambda: moment(portal) - start > AN_HOUR)
        step("-3600")
        wait_for(lambda: moment(portal) < start)
        step("+0")
        wait_for(lambda: start < moment(portal) < start + AN_HOUR)
        after = portal.get("/en/now.txt").text
    print(visits)

    assert after == states
    assert visits.failures == []
    assert "Traceback" not in portal.log


@pytest.mark.faults
def test_doctor_tells_of_a_clock_that_is_not_the_databases(portal_on_postgresql, library):
    portal_on_postgresql.environment |= {"LD_PRELOAD": str(library), "FAKETIME": "+3600"}

    said = portal_on_postgresql.manage("doctor", may_fail=True)

    assert "The clocks of this machine and of the database are 3600 seconds apart." in said
