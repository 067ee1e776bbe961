"""An upgrade with a migration, while visitors ask and staff save."""

from __future__ import annotations

import shutil
import signal
from pathlib import Path

import pytest

from tests.faults.figures import hold
from tests.faults.server import ROOT, Portal
from tests.faults.staff import Writer, department_keys, sign_in
from tests.faults.visitors import visitors
from tests.waiting import wait_for

pytestmark = pytest.mark.waits


@pytest.fixture
def code(tmp_path: Path) -> Path:
    """A copy of the portal's code, which a test may upgrade."""
    code = tmp_path / "code"
    for folder in ("portal", "support", "templates", "locale"):
        shutil.copytree(ROOT / folder, code / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "manage.py", code)
    return code


@pytest.fixture
def portal_of_a_copy(code, tmp_path, postgresql):
    portal = Portal(tmp_path, code=code, DATABASE_URL=postgresql.url)
    # The new code has the length of the old, and perhaps the second of its writing.
    portal.environment["PYTHONDONTWRITEBYTECODE"] = "1"
    yield portal.prepare(postgresql)
    portal.stop()


def test_restart_with_code_that_does_not_start_leaves_the_old_workers_serving(code, portal):
    portal.code = code
    portal.start()
    before = portal.workers
    (code / "portal" / "settings.py").write_text("raise SystemExit('This is no setting.')")
    portal.process.send_signal(signal.SIGHUP)
    wait_for(lambda: "Those from before the restart serve on." in portal.log)

    assert portal.workers == before
    assert portal.answers()


def add_a_text(code):
    """Give departments a text that they did not have: a column for each language."""
    model = code / "support" / "models" / "department.py"
    field = '    parking = models.TextField("parking", blank=True)\n'
    before = "    summary = "
    text = model.read_text()
    assert before in text
    model.write_text(text.replace(before, field + before, 1))
    texts = code / "support" / "translation.py"
    text = texts.read_text()
    assert '"summary"' in text
    texts.write_text(text.replace('"summary"', '"summary", "parking"', 1))


@pytest.mark.faults
def test_upgrade_with_a_migration_fails_no_visitor_and_no_save(portal_of_a_copy, code):
    portal = portal_of_a_copy.start()
    [headers] = sign_in(portal)
    writer = Writer(portal, headers, department_keys(portal)[0])
    before = portal.workers
    with visitors(portal) as visits:
        writer.save()
        add_a_text(code)
        portal.manage("makemigrations", "support", "--name", "parking")
        portal.manage("migrate", "-v0")
        writer.save()  # with the old code
        portal.process.send_signal(signal.SIGHUP)
        wait_for(lambda: len(portal.workers) == 2 and not portal.workers & before, 60)
        writer.save()  # with the new code
    print(f"{visits}; saves: {dict(writer.statuses)}")

    assert writer.statuses == {302: 3}
    assert writer.troubles == []
    assert visits.failures == []
    hold("p99 of visitors", visits.p99, 0.3)
