"""The files in which the processes of a server sum their figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.metrics_folder import prepare_metrics_folder, reserve_space


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", str(tmp_path))
    return tmp_path


def test_file_is_not_seen_before_it_has_its_space(folder, monkeypatch):
    seen: list[list[Path]] = []
    monkeypatch.setattr("os.posix_fallocate", lambda *_: seen.append([*folder.glob("*_1.db")]))
    monkeypatch.setattr("os.getpid", lambda: 1)

    reserve_space()

    assert seen[0] == []
    assert [file.name for file in sorted(folder.iterdir())] == [
        "counter_1.db",
        "gauge_livemin_1.db",
        "gauge_livesum_1.db",
        "histogram_1.db",
    ]


def test_full_disk_leaves_nothing_behind(folder, monkeypatch, capfd):
    def refuse(*_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.posix_fallocate", refuse)

    reserve_space()

    assert list(folder.iterdir()) == []
    assert "cannot be written (No space left on device)" in capfd.readouterr().out


def test_files_of_the_last_server_are_removed(folder):
    for name in ("counter_1.db", "counter_2.new"):
        (folder / name).touch()

    prepare_metrics_folder(8000)

    assert list(folder.iterdir()) == []
