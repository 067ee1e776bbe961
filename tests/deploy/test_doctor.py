"""Check what the doctor says of the site as it is shipped."""

from __future__ import annotations

from tests.installation import manage


def test_shipped_site_lacks_only_a_certificate_that_is_trusted(site):
    result = manage(site.environment, "doctor", f"https://localhost:{site.port}")

    problems = [line for line in result.stdout.splitlines() if not line.startswith("ok ")]
    assert len(problems) == 1, result.stdout
    assert problems[0].startswith("✗   certificate: The certificate is not trusted: ")
    assert result.returncode == 1


def test_each_thing_that_is_wrong_is_said_with_what_to_do(site, tmp_path):
    broken = site.environment | {
        "ALLOWED_HOSTS": "*",
        "BEHIND_PROXY": "false",
        "CACHE_URL": "redis://127.0.0.1:9/0",
        "STATIC_ROOT": str(tmp_path),
        "LAST_GOOD_FILE": str(tmp_path / "last-good.json"),
        "ERROR_MAIL_TO": "operator@example.com",
        "EMAIL_URL": "smtp://127.0.0.1:9",
        "PYTHONTZPATH": "/usr/share/zoneinfo",
    }

    result = manage(broken, "doctor")

    named = [line.split(":")[0] for line in result.stdout.splitlines() if "✗" in line]
    assert named == [
        "✗   settings",
        "✗   settings",
        "✗   static files",
        "✗   last good file",
        "✗   cache",
        "✗   mail",
    ]
    assert "List the hosts." in result.stdout
    assert "Run `manage.py collectstatic --no-input` and restart the server." in result.stdout
    assert result.returncode == 1


def test_database_that_is_gone_is_one_problem(site):
    gone = site.environment | {"DATABASE_URL": "postgres://postgres@127.0.0.1:9/portal"}

    result = manage(gone, "doctor")

    lines = result.stdout.splitlines()
    assert [line for line in lines if line.startswith("✗")] == [
        next(line for line in lines if line.startswith("✗   database: "))
    ]
    assert "?   migrations: not checked, since the database does not answer" in lines
    assert "CommandError: 1 problem." in result.stderr
