"""A cache that hangs or is gone."""

from __future__ import annotations

import json
import time

import pytest

from tests.faults.figures import hold
from tests.faults.staff import sign_in
from tests.faults.visitors import visitors
from tests.waiting import wait_for

pytestmark = pytest.mark.waits


@pytest.mark.parametrize(
    ("fault", "seconds"),
    [
        pytest.param("hang", 3, marks=pytest.mark.few),
        *(pytest.param(fault, 30, marks=pytest.mark.faults) for fault in ("hang", "kill")),
    ],
)
def test_cache_that_is_gone_costs_visitors_nothing_and_leaves_the_desk_open(
    portal, redis, fault, seconds
):
    portal.environment["CACHE_URL"] = redis.url
    portal.start()
    [headers] = sign_in(portal)
    with visitors(portal) as visits:
        getattr(redis, fault)()
        begun = time.monotonic()
        desk = portal.get("/admin/", 20, **headers)
        wrong = portal.get("/admin/login/", 20)
        ready = portal.get("/readyz")
        alive = portal.get("/healthz")
        time.sleep(max(0.0, begun + seconds - time.monotonic()))
    print(f"{fault} {seconds} s: {visits}")

    assert (desk.status, wrong.status, alive.status) == (200, 200, 200)
    assert (ready.status, json.loads(ready.text)["degraded"]) == (200, ["cache"])
    assert visits.failures == []
    hold("p99 of visitors", visits.p99, 0.3)
    assert "Traceback" not in portal.log


@pytest.mark.faults
@pytest.mark.parametrize("fault", ["hang", "kill"])
def test_cache_and_database_that_are_gone_at_once_cost_visitors_nothing(
    portal_on_postgresql, postgresql, redis, fault
):
    portal = portal_on_postgresql
    portal.environment["CACHE_URL"] = redis.url
    portal.start()
    with visitors(portal) as visits:
        getattr(redis, fault)()
        getattr(postgresql, fault)()
        wait_for(lambda: portal.log.count("Serving goes over to the last good directory") == 2)
        time.sleep(20)
        ready, alive = portal.get("/readyz"), portal.get("/healthz")
        desk = portal.get("/admin/", 20)
        if fault == "kill":
            postgresql.start()
        else:
            postgresql.go_on()
        mended = time.monotonic()
        wait_for(lambda: portal.log.count("The database answers again") == 2)
        seconds = time.monotonic() - mended
    print(f"{fault}: {visits}; recovered after {seconds:.1f} s")

    assert (ready.status, json.loads(ready.text)["degraded"]) == (200, ["database", "cache"])
    assert (desk.status, alive.status) == (503, 200)
    assert visits.failures == []
    hold("p99 of visitors", visits.p99, 0.3)
    hold("recovery", seconds, 5)
