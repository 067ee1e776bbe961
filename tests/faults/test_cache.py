"""A cache that hangs or is gone."""

from __future__ import annotations

import json
import time

import pytest

from tests.faults.figures import hold
from tests.faults.staff import sign_in
from tests.faults.visitors import visitors


@pytest.mark.parametrize(
    ("fault", "seconds"),
    [("hang", 3), *(pytest.param(f, 30, marks=pytest.mark.faults) for f in ("hang", "kill"))],
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
