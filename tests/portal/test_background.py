"""What runs beside the server: its work, and that it ends."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from portal import background
from support.conversations.models import Lease


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

    def start() -> subprocess.Popen[bytes]:
        program = "import time; time.sleep(60)"
        started.append(subprocess.Popen([sys.executable, "-c", program]))
        return started[-1]

    monkeypatch.setattr(background, "_start_process", start)
    beside = background.Background()
    beside.start()
    beside.end()
    assert [each.poll() for each in started] == [-signal.SIGTERM]
