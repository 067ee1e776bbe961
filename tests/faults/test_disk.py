"""A disk on which nothing more can be written: no process may make a file longer than a limit."""

from __future__ import annotations

import resource
import time
from urllib.parse import urlencode

import pytest

from tests.admin.form import read_fields
from tests.faults.figures import hold
from tests.faults.staff import sign_in
from tests.faults.visitors import visitors
from tests.waiting import wait_for

pytestmark = pytest.mark.waits


def fill_disk(portal, most_bytes):
    """Let no process of a portal that runs write past this many bytes of a file.

    What it wants to write before that, such as compiled code, it has written.
    """
    for pid in [portal.process.pid, *portal.workers]:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (most_bytes, most_bytes))


def test_portal_starts_on_a_full_disk_and_serves_from_the_last_good_file(portal):
    portal.start().stop()
    # As in use, where the code is not the server's to write.
    portal.environment["PYTHONDONTWRITEBYTECODE"] = "1"
    portal.command = ["prlimit", "--fsize=1000"]
    portal.start()
    with visitors(portal) as visits:
        ready = portal.get("/readyz")

    assert visits.failures == []
    assert ready.status == 200


def test_save_on_a_full_disk_is_told_and_keeps_what_was_typed(portal):
    portal.start()
    [headers] = sign_in(portal)
    address = "/admin/support/department/1/change/"
    form = read_fields(portal.get(address, 30, **headers).text) | {"name_en": ["Typed & kept"]}
    fill_disk(portal, 4096)
    with visitors(portal) as visits:
        body = urlencode(form, doseq=True)
        answer = portal.ask("POST", address, 30, body, **headers)
        after = portal.get("/en/contact/sales/")

    assert answer.status == 503
    assert 'name="name_en" value="Typed &amp; kept"' in answer.text
    assert "Typed" not in after.text
    assert visits.failures == []


@pytest.mark.faults
def test_full_disk_costs_the_last_good_file_alone(portal_on_postgresql, postgresql):
    portal = portal_on_postgresql.start()
    fill_disk(portal, 4096)
    with visitors(portal) as visits:
        postgresql.run("UPDATE support_department SET name_en = 'Renamed' WHERE slug = 'sales'")
        wait_for(lambda: "Renamed" in portal.get("/en/contact/sales/").text, 5)
        time.sleep(10)  # for a p99 that is of more than one request
    print(visits)

    assert visits.failures == []
    hold("p99 of visitors", visits.p99, 0.3)
    assert "The last good directory cannot be written" in portal.log
