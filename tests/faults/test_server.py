"""Workers, connections, floods and edits."""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Event
from urllib.parse import urlencode

import pytest

from tests.faults.figures import hold
from tests.faults.staff import Writer, department_keys, sign_in
from tests.faults.visitors import visitors
from tests.waiting import wait_for


def test_worker_that_dies_is_replaced_however_often(portal):
    portal.start()
    for _ in range(3):
        before = portal.workers
        os.kill(min(before), signal.SIGKILL)
        wait_for(lambda before=before: len(portal.workers - before) == 1, 3)

    wait_for(portal.answers)
    assert portal.log.count("died and is replaced") == 3


def test_workers_keep_memory_as_the_server_or_the_operator_states(portal):
    portal.environment["MALLOC_ARENA_MAX"] = "2"
    portal.start()

    stated = [Path(f"/proc/{worker}/environ").read_text().split("\0") for worker in portal.workers]
    assert ["MALLOC_TOP_PAD_=0" in variables for variables in stated] == [True, True]
    assert ["MALLOC_ARENA_MAX=2" in variables for variables in stated] == [True, True]


def test_server_that_is_killed_leaves_no_worker_on_its_port(portal):
    portal.start()
    portal.process.kill()
    portal.process.wait()

    wait_for(lambda: not portal.is_listening())


def test_request_under_way_is_answered_when_the_server_is_told_to_end(portal):
    portal.start()
    head = b"POST /admin/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 8\r\n\r\n"
    with socket.create_connection(("127.0.0.1", portal.port), 20) as connection:
        connection.sendall(head + b"a=")
        time.sleep(0.5)  # for the request to have begun
        portal.process.send_signal(signal.SIGTERM)
        time.sleep(0.5)
        connection.sendall(b"bcdefg")
        assert connection.recv(100).startswith(b"HTTP/1.1 403 ")

    assert portal.process.wait(30) == 0


def test_restart_of_the_workers_fails_no_request(portal):
    portal.start()
    before = portal.workers
    with visitors(portal) as visits:
        portal.process.send_signal(signal.SIGHUP)
        wait_for(lambda: len(portal.workers) == 2 and not portal.workers & before, 40)

    assert visits.failures == []


def test_slow_bodies_and_idle_connections_take_nothing_from_visitors(portal):
    portal.start()
    head = b"POST /admin/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n"
    connections = [socket.create_connection(("127.0.0.1", portal.port), 5) for _ in range(524)]
    for connection in connections[:24]:
        connection.sendall(head)
    with visitors(portal) as visits:
        time.sleep(5)
    for connection in connections:
        connection.close()

    assert visits.failures == []
    hold("p99 of visitors", visits.p99, 1)


@pytest.mark.faults
def test_flood_of_logins_slows_no_visitor(portal):
    portal.environment["TRUSTED_PROXIES"] = "1"
    portal.start()
    token = "a" * 32
    statuses = Counter()

    def sign_in(number):
        typed = urlencode({"username": f"name{number}", "password": "wrong"})
        answer = portal.ask(
            "POST",
            "/admin/login/",
            30,
            typed,
            Cookie=f"csrftoken={token}",
            X_CSRFToken=token,
            X_Forwarded_For=f"192.0.2.{number % 250}",
            Content_Type="application/x-www-form-urlencoded",
        )
        statuses[answer.status] += 1

    with visitors(portal) as visits, ThreadPoolExecutor(12) as pool:
        list(pool.map(sign_in, range(200)))
    print(f"{visits}; logins: {dict(statuses)}")

    assert visits.failures == []
    hold("p99 of visitors", visits.p99, 1)
    assert set(statuses) <= {200, 503}


@pytest.mark.faults
def test_eight_people_who_save_without_pause_slow_no_visitor_of_two_hundred_departments(portal):
    portal.shell(
        "from benchmarks.made_up import replace_departments\nreplace_departments(5000, each=25)"
    )
    portal.start()
    addresses = ("/en/contact/", "/ja/contact/", "/de/contact/team-7/", "/badge/en/team-7/ja.svg")
    over = Event()
    keys = department_keys(portal)[:8]
    writers = [Writer(portal, *each) for each in zip(sign_in(portal, 8), keys, strict=True)]
    with visitors(portal, addresses) as visits, ThreadPoolExecutor(8) as pool:
        saving = [pool.submit(writer.save_until, over.is_set) for writer in writers]
        time.sleep(60)
        over.set()
        for each in saving:
            each.result()
    print(f"{visits}; saves: {sum((writer.statuses for writer in writers), Counter())}")

    assert visits.failures == []
    hold("p99 of visitors", visits.p99, 0.5)
    assert [writer.troubles for writer in writers] == [[]] * 8


@pytest.mark.faults
def test_every_edit_while_visitors_ask_is_shown_and_slows_nobody(portal):
    portal.start()
    database = portal.environment["DATABASE_URL"].removeprefix("sqlite:///")
    with visitors(portal) as visits:
        for number in range(50):
            with closing(sqlite3.connect(database, 10)) as connection, connection:
                name = f"Sales {number}"
                connection.execute(
                    "UPDATE support_department SET name_en = ? WHERE slug = 'sales'", [name]
                )
            time.sleep(0.2)
        wait_for(lambda: "Sales 49" in portal.get("/en/contact/").text, 3)
    print(visits)

    assert visits.failures == []
    hold("p99 of visitors", visits.p99, 0.5)
