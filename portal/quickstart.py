"""Prepare a portal on your own machine and serve it, as `make run` does with the packages in place.

    python -m portal.quickstart PORT

A second run finds everything in place and changes no data.
"""

from __future__ import annotations

import os
import secrets
import sys
from typing import NoReturn

from portal.catalogues import compile_catalogues
from portal.paths import BASE_DIR, LOCAL_ENVIRONMENT, VAR
from portal.ports import refuse_busy

HOST = "127.0.0.1"


def main(port_text: str) -> NoReturn:
    port = _free_port(port_text)
    _write_local_environment()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    _state_where_mail_goes(port)

    import django

    compile_catalogues()
    django.setup()
    _prepare_database()
    _create_first_admin()
    _serve(port)


def _free_port(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or not 0 < int(text) < 65536:
        sys.exit(f"PORT={text} is not a port. Give a number from 1 to 65535.")
    refuse_busy(
        HOST,
        int(text),
        lambda reason: f"Port {text} cannot be used ({reason}). Try: make run PORT=8001",
    )
    return int(text)


def _write_local_environment() -> None:
    """Write, if there is none, the environment of this machine: a secret key and plain HTTP."""
    try:
        VAR.mkdir(exist_ok=True)
        if not LOCAL_ENVIRONMENT.exists():
            LOCAL_ENVIRONMENT.touch(mode=0o600)
            LOCAL_ENVIRONMENT.write_text(f"SECRET_KEY={secrets.token_urlsafe(50)}\nHTTPS=false\n")
        probe = VAR / ".writable"
        probe.touch()
        probe.unlink()
    except OSError as error:
        sys.exit(f"{VAR} cannot be written ({error.strerror}). Make this folder writable.")


def _state_where_mail_goes(port: int) -> None:
    """Have each mail be a file in var/mail/, with links to here, if nothing else is stated."""
    import portal.environment  # noqa: F401  # reads what is stated for this machine

    os.environ.setdefault("SITE_ADDRESS", f"http://{HOST}:{port}")
    os.environ.setdefault("EMAIL_URL", f"filemail:///{VAR / 'mail'}")


def _prepare_database() -> None:
    from django.core.management import call_command

    from support.models import Department

    call_command("migrate", verbosity=0, interactive=False)
    if not Department.objects.exists():
        call_command("load_initial_data")
    call_command("collectstatic", verbosity=0, interactive=False)


def _create_first_admin() -> None:
    from django.contrib.auth import get_user_model

    users = get_user_model()
    if users.objects.filter(is_superuser=True).exists():
        return
    password = secrets.token_urlsafe(12)
    users.objects.create_superuser("admin", password=password)
    _say(
        f"\nSign in to the admin as: admin   password: {password}\n"
        "It is shown this once. To set another: .venv/bin/python manage.py changepassword admin\n"
    )


def _serve(port: int) -> NoReturn:
    _say(f"Contact page: http://{HOST}:{port}/   Admin: http://{HOST}:{port}/admin/")
    if "EMAIL_URL" not in os.environ:  # mails become files, and nothing leaves this machine
        os.environ["EMAIL_URL"] = f"filemail:///{VAR / 'mail'}"
        _say(f"Mails, such as invitations, are written into {VAR / 'mail'}")
    # In a process of its own, which has nothing of what was needed to prepare.
    variables = {"HOST": HOST, "PORT": str(port), "WORKERS": "1", "THREADS": "2"}
    os.chdir(BASE_DIR)
    os.execve(  # noqa: S606  # the server takes this process's place
        sys.executable, [sys.executable, "-m", "portal.serve"], dict(os.environ) | variables
    )


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "8000")
