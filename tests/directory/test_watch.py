"""The thread that looks for edits, beside the requests."""

from __future__ import annotations

from threading import Event

import pytest
from django.db import OperationalError

from support.directory.watch import DirectoryWatch
from tests import lock_errors
from tests.waiting import wait_for


class Database:
    """Answers, refuses or hangs, as it is told; `load` is a look at it."""

    def __init__(self):
        self.looks = 0
        self.error = None
        self.hang = None
        self.hangs = Event()
        self.fallen_back = Event()

    def load(self):
        self.looks += 1
        if self.hang:
            self.hangs.set()
            assert self.hang.wait(60)
        if self.error:
            raise self.error

    def fall_back(self):
        self.fallen_back.set()


@pytest.fixture
def database(monkeypatch):
    monkeypatch.setattr("support.directory.watch._SECONDS_BETWEEN_LOOKS", 0.01)
    monkeypatch.setattr("support.directory.watch.connection.close", lambda: None)
    return Database()


@pytest.fixture
def watch(database):
    watch = DirectoryWatch(database.load, database.fall_back)
    yield watch
    watch.stop()


def test_look_that_is_asked_for_begins_after_it_was_asked_for(database, watch):
    watch.start()
    before = database.looks
    watch.look()

    assert database.looks > before
    assert not watch.is_database_gone


def test_outage_and_its_end_are_logged_once_each(database, watch, caplog):
    watch.start()
    database.error = OperationalError("connection refused\n\tIs the server running?")
    wait_for(lambda: len(caplog.records) == 1)
    assert watch.is_database_gone
    database.error = None
    wait_for(lambda: len(caplog.records) == 2)
    assert not watch.is_database_gone

    gone, back = [record.getMessage() for record in caplog.records]
    assert gone.startswith(
        "The database does not answer (connection refused Is the server running?). "
        "Serving goes over to the last good directory, which was written to disk "
    )
    assert back == "The database answers again, after 0 seconds."


@pytest.mark.parametrize("error", [lock_errors.of_sqlite(), lock_errors.of_postgresql()])
def test_wait_for_a_lock_is_no_outage_and_is_logged_once(database, watch, caplog, error):
    watch.start()
    database.error = error
    looks = database.looks
    wait_for(lambda: database.looks > looks + 2)
    assert not watch.is_database_gone
    database.error = None
    watch.look()

    (line,) = [record.getMessage() for record in caplog.records]
    assert line == (
        "Something else holds a lock in the database, so edits are not seen until it is free "
        f"({error})."
    )


def test_database_that_is_back_with_a_lock_in_it_is_back(database, watch, caplog):
    database.error = OperationalError("connection refused")
    watch.start()
    assert watch.is_database_gone
    database.error = lock_errors.of_sqlite()
    wait_for(lambda: "The database answers again, after 0 seconds." in caplog.text)

    assert not watch.is_database_gone


def test_nobody_waits_for_a_database_that_hangs(database, watch, monkeypatch):
    monkeypatch.setattr("support.directory.watch._SECONDS_TO_WAIT", 0.05)
    monkeypatch.setattr("support.directory.watch.SECONDS_FOR_AN_ANSWER", 0.1)
    watch.start()
    database.hang = Event()
    assert database.hangs.wait(60)
    watch.look(0.1)
    watch.look(60)  # it would wait so long, if it waited

    assert watch.is_database_gone
    database.hang.set()


def test_process_that_starts_beside_a_hanging_database_takes_the_last_good_directory(
    database, watch, monkeypatch
):
    monkeypatch.setattr("support.directory.watch._SECONDS_TO_WAIT_AT_THE_START", 0.05)
    database.hang = Event()
    watch.start()

    assert database.fallen_back.is_set()
    database.hang.set()


def test_whatever_goes_wrong_the_next_look_comes(database, watch, caplog):
    database.error = ValueError("a row that nobody expected")
    watch.start()
    database.error = None
    watch.look()

    assert "The directory cannot be loaded." in caplog.text
    assert not watch.is_database_gone
