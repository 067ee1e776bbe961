"""A database that is stopped, killed, hung, locked or not there at all."""

from __future__ import annotations

import json
import sqlite3
import time
from threading import Timer

import pytest

from tests.faults.figures import hold
from tests.faults.server import Portal
from tests.faults.staff import sign_in, typed
from tests.faults.visitors import visitors
from tests.services.process import free_port
from tests.waiting import wait_for

pytestmark = pytest.mark.waits


def nobody():
    """Return the address of a database that is not there."""
    return f"postgres://postgres@127.0.0.1:{free_port()}/postgres"


def test_process_that_starts_without_a_database_serves_from_the_last_good_file(prepared, tmp_path):
    before = Portal(prepared).start()
    page = before.get("/ja/contact/").text
    before.stop()
    kept = {name: before.environment[name] for name in ("LAST_GOOD_FILE", "STATIC_ROOT")}
    portal = Portal(tmp_path, DATABASE_URL=nobody(), **kept).start()
    ready, shown = portal.get("/readyz"), portal.get("/ja/contact/")
    desk = portal.get("/admin/", Cookie="language=de")
    portal.stop()

    assert (ready.status, json.loads(ready.text)) == (
        200,
        {"ready": True, "degraded": ["database"]},
    )
    assert (shown.status, len(shown.text)) == (200, len(page))
    assert (desk.status, desk.headers["retry-after"]) == (503, "10")
    assert "Diese Seite kann zurzeit nicht angezeigt werden." in desk.text
    assert portal.log.count("Serving goes over to the last good directory") == 2  # one a worker
    assert "Traceback" not in portal.log


def test_without_database_and_file_everybody_is_told_in_their_own_form(tmp_path):
    portal = Portal(tmp_path, DATABASE_URL=nobody(), WORKERS="1")
    portal.manage("collectstatic", "-v0", "--no-input")
    portal.start()
    page, api = portal.get("/ja/contact/"), portal.get("/api/v1/availability")
    badge = portal.get("/badge/fr/sales/ja.svg")
    nothing = portal.get("/nothing/at/all/", Accept_Language="nl")
    alive, ready = portal.get("/healthz"), portal.get("/readyz")
    portal.stop()

    assert (page.status, page.headers["retry-after"]) == (503, "30")
    assert "このページは現在ご利用いただけません。" in page.text
    assert api.status == 503
    assert json.loads(api.text)["error"]["message"] == (
        "The hours are not available at the moment. Please try again in a minute."
    )
    assert (badge.status, badge.headers["content-type"]) == (503, "image/svg+xml; charset=utf-8")
    assert nothing.status == 503
    assert "Deze pagina is op dit moment niet beschikbaar." in nothing.text
    assert (alive.status, ready.status) == (200, 503)
    assert "Traceback" not in portal.log


def test_save_that_finds_the_database_locked_keeps_what_was_typed(portal):
    portal.start()
    [headers] = sign_in(portal)
    database = portal.environment["DATABASE_URL"].removeprefix("sqlite:///")
    lock = sqlite3.connect(database, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    body = typed(name_en="Typed & kept")
    with visitors(portal) as visits:
        answer = portal.ask("POST", "/admin/support/department/1/change/", 30, body, **headers)
    lock.close()

    assert answer.status == 503
    assert 'name="name_en" value="Typed &amp; kept"' in answer.text
    assert visits.failures == []
    hold("p99 of visitors", visits.p99, 1)


@pytest.mark.faults
@pytest.mark.parametrize("fault", ["stop", "kill", "hang"])
def test_database_that_is_gone_for_thirty_seconds_costs_visitors_nothing(
    portal_on_postgresql, postgresql, fault
):
    portal = portal_on_postgresql.start()
    [headers] = sign_in(portal)
    mend = postgresql.go_on if fault == "hang" else postgresql.start
    with visitors(portal) as visits:
        time.sleep(2)
        getattr(postgresql, fault)()
        wait_for(lambda: "database" in portal.get("/readyz").text, 10)
        desk = portal.get("/admin/", 20, **headers)
        time.sleep(20)
        mend()
        mended = time.monotonic()
        wait_for(lambda: portal.log.count("The database answers again") == 2, 20)
        seconds = time.monotonic() - mended
    postgresql.run("UPDATE support_department SET name_en = 'Renamed' WHERE slug = 'sales'")
    wait_for(lambda: "Renamed" in portal.get("/en/contact/sales/").text, 5)
    print(f"{fault}: {visits}; recovered after {seconds:.1f} s")

    assert desk.status == 503
    assert visits.failures == []
    hold("p99 of visitors", visits.p99, 0.3)
    hold("recovery", seconds, 5)
    assert "Traceback" not in portal.log


@pytest.mark.faults
def test_process_that_starts_beside_a_hanging_database_serves_from_the_last_good_file(
    portal_on_postgresql, postgresql
):
    portal_on_postgresql.start()
    portal_on_postgresql.stop()
    postgresql.hang()
    portal_on_postgresql.start()

    assert portal_on_postgresql.get("/en/contact/").status == 200


@pytest.mark.faults
def test_open_transaction_holds_up_nobody_but_the_save_that_needs_it(
    portal_on_postgresql, postgresql
):
    portal = portal_on_postgresql.start()
    [headers] = sign_in(portal)
    body = typed(name_en="Typed")
    sql = "BEGIN; UPDATE support_department SET slug = slug; SELECT pg_sleep(30); COMMIT"
    held = Timer(0, postgresql.run, [sql])
    held.start()
    time.sleep(1)
    with visitors(portal) as visits:
        answer = portal.ask("POST", "/admin/support/department/1/change/", 30, body, **headers)
        other = portal.get("/admin/", 10, **headers)
    held.join()

    assert answer.status == 503
    assert 'name="name_en" value="Typed"' in answer.text
    assert other.status == 200
    assert visits.failures == []
    hold("p99 of visitors", visits.p99, 0.3)


@pytest.mark.faults
def test_restored_dump_leaves_nothing_of_what_it_takes_away(portal_on_postgresql, postgresql):
    portal = portal_on_postgresql.start()
    dump = postgresql.dump()
    rename = "UPDATE support_department SET name_en = '{}' WHERE slug = 'sales'"
    postgresql.run(rename.format("Taken away"))
    wait_for(lambda: "Taken away" in portal.get("/en/contact/sales/").text)
    postgresql.restore(dump)
    wait_for(lambda: "Taken away" not in portal.get("/en/contact/sales/").text, 2)
    postgresql.run(rename.format("Another"))  # has the number of the edit that was taken away
    wait_for(lambda: "Another" in portal.get("/en/contact/sales/").text, 2)

    assert "Taken away" not in portal.get("/en/contact/").text
