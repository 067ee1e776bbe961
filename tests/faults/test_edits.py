"""Staff who save at once, and saves that are cut short: nothing is lost, nothing is torn."""

from __future__ import annotations

import json
import os
import random
import signal
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from tests.faults.staff import Writer, clock_of, department_keys, number_in, sign_in
from tests.waiting import wait_for


def on_each_database(name, few, many):
    """Try few on SQLite with all other tests, and many on both with `make faults`."""
    cases = [(database, many) for database in ("sqlite", "postgresql")]
    rare = [pytest.param(*case, marks=pytest.mark.faults) for case in cases]
    usual = pytest.param("sqlite", few, marks=pytest.mark.few)
    return pytest.mark.parametrize(("database", name), [usual, *rare])


_STORED = """
import json
from support.models import Department
from support.models.history import history_of
print(json.dumps([
    {
        "name": department.name_en,
        "closes": sorted({f"{window.closes:%H:%M}" for window in department.windows.all()}),
        "saves": department.edit_version,
        "recorded": sorted(
            int(record.name_en.removeprefix("Edit "))
            for record in history_of(Department).filter(id=department.pk)
            if record.name_en.startswith("Edit ")
        ),
    }
    for department in Department.objects.order_by("pk")
]))
"""


@pytest.fixture
def workers():
    return "2"


@pytest.fixture
def portal_of_eight(request, database, workers):
    """A portal with eight departments of two windows each."""
    name = {"sqlite": "portal", "postgresql": "portal_on_postgresql"}[database]
    portal = request.getfixturevalue(name)
    portal.shell(
        "from benchmarks.made_up import replace_departments\nreplace_departments(16, each=2)"
    )
    portal.environment["WORKERS"] = workers
    return portal.start()


def eight_writers(portal):
    pairs = zip(sign_in(portal, 8), department_keys(portal), strict=True)
    return [Writer(portal, headers, department) for headers, department in pairs]


def confirmed_saves(writers):
    return sum(writer.statuses[302] for writer in writers)


def stored(portal):
    return json.loads(portal.shell(_STORED).strip().splitlines()[-1])


@on_each_database("saves", 5, 200)
def test_eight_people_who_save_at_once_lose_nothing(portal_of_eight, saves):
    writers = eight_writers(portal_of_eight)
    start = time.monotonic()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda writer: writer.save_times(saves), writers))
    statuses = sum((writer.statuses for writer in writers), Counter())
    print(f"{8 * saves} saves in {time.monotonic() - start:.0f} s: {dict(statuses)}")

    assert set(statuses) <= {302, 503}
    assert [writer.troubles for writer in writers] == [[]] * 8
    assert [each["recorded"] for each in stored(portal_of_eight)] == [[*range(1, saves + 1)]] * 8
    assert "locked" not in portal_of_eight.log


@on_each_database("kills", 5, 100)
@pytest.mark.parametrize("workers", ["3"])
def test_worker_that_is_killed_in_mid_save_loses_and_tears_nothing(portal_of_eight, kills):
    portal, over = portal_of_eight, Event()
    writers = eight_writers(portal)
    moments, start = random.Random(13), time.monotonic()
    with ThreadPoolExecutor(8) as pool:
        saving = [pool.submit(writer.save_until, over.is_set) for writer in writers]
        try:
            for _ in range(kills):
                before = confirmed_saves(writers)
                wait_for(lambda before=before: confirmed_saves(writers) > before, 60)
                time.sleep(moments.uniform(0, 0.5))
                # The oldest: it serves, while the others may be starting.
                os.kill(min(portal.workers), signal.SIGKILL)
        finally:
            over.set()
        for each in saving:
            each.result()
    cut_short = sum(writer.statuses[0] for writer in writers)
    seconds = time.monotonic() - start
    saved = confirmed_saves(writers)
    print(f"{kills} kills in {seconds:.0f} s: {cut_short} requests cut short, {saved} confirmed")

    assert cut_short >= kills
    assert [writer.troubles for writer in writers] == [[]] * 8
    for writer, department in zip(writers, stored(portal), strict=True):
        last = number_in(department["name"])
        assert writer.confirmed <= last <= writer.number
        assert last == 0 or department["closes"] == [clock_of(last)]
        assert max(department["recorded"], default=0) == last
        assert department["saves"] == len(department["recorded"])
