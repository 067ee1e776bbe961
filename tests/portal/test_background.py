"""What runs beside the server: its work, and that it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial

import pytest

from portal import background
from support.conversations.models import Lease
from tests import lock_errors
from tests.waiting import wait_for


def test_work_is_done_by_turns_and_written_down(db) -> None:
    background.work_once()
    assert set(Lease.objects.exclude(done_at=None).values_list("name", flat=True)) == {
        "mail",
        "cleaning",
    }


def test_what_goes_wrong_is_logged_once(db, monkeypatch, caplog) -> None:
    monkeypatch.setattr("support.clock.now", lambda: None)
    assert not background.work_safely(was_well=True)
    assert not background.work_safely(was_well=False)
    assert caplog.text.count("What runs beside the server failed; it is tried again.") == 1


def test_wait_for_a_lock_is_not_told_as_a_database_that_does_not_answer(
    db, monkeypatch, caplog
) -> None:
    def wait_in_vain(*args: object) -> None:
        raise lock_errors.of_sqlite()

    monkeypatch.setattr("support.conversations.mail.work.one_pass", wait_in_vain)

    assert not background.work_safely(was_well=True)
    assert [record.getMessage() for record in caplog.records] == [
        "No mail is sent: something else holds a lock in the database. It is tried again."
    ]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_signal_ends_it(number: signal.Signals) -> None:
    program = "from portal import background; print('ready', flush=True); background.run()"
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    assert process.stdout.readline() == b"ready\n"
    # The signal may come before it is listened to: either way it ends.
    process.send_signal(number)
    process.communicate(timeout=30)
    assert process.returncode is not None


def test_process_that_is_ended_with_the_server_is_not_started_again(monkeypatch) -> None:
    started: list[subprocess.Popen[bytes]] = []

    def start() -> tuple[subprocess.Popen[bytes], int]:
        signs, shown = os.pipe()
        program = "import time; time.sleep(60)"
        started.append(subprocess.Popen([sys.executable, "-c", program], pass_fds=[shown]))
        os.close(shown)
        return started[-1], signs

    monkeypatch.setattr(background, "_start_process", start)
    beside = background.Background()
    beside.start()
    beside.end()
    assert [each.poll() for each in started] == [-signal.SIGTERM]


def test_process_that_hangs_is_replaced(monkeypatch, capfd) -> None:
    # As in tests.services.process, since it is stopped.
    in_own_group = partial(subprocess.Popen, process_group=0)
    monkeypatch.setattr(background.subprocess, "Popen", in_own_group)
    monkeypatch.setattr(background, "_SECONDS_BEFORE_ANOTHER", 0.1)
    beside = background.Background(seconds_of_silence=20)
    beside.start()
    first = beside._process
    try:
        time.sleep(8)  # for it to have begun
        first.send_signal(signal.SIGSTOP)
        wait_for(lambda: beside._process is not first, 40)
        assert first.poll() == -signal.SIGKILL
        assert beside._process.poll() is None
    finally:
        beside.end()
    assert "hung for 20 s and is replaced" in capfd.readouterr().out


def test_process_that_shows_life_is_not_replaced() -> None:
    signs, shown = os.pipe()
    program = (
        "import os, sys, time\n"
        "for _ in range(20): os.write(int(sys.argv[1]), b'.'); time.sleep(0.1)"
    )
    process = subprocess.Popen([sys.executable, "-c", program, str(shown)], pass_fds=[shown])
    os.close(shown)
    assert background._ends_by_itself(signs, 1.5)
    assert process.wait(10) == 0
