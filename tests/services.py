"""PostgreSQL, Redis and nginx of a test: on free ports of loopback, in folders of their own."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOST = "127.0.0.1"
_SITE = ROOT / "deploy" / "nginx" / "support-portal.conf"


def missing_programs() -> list[str]:
    """Return what has to be installed before any of these can be started."""
    names = [name for name in ("nginx", "redis-server", "openssl") if not _found(name)]
    return names if any(Path("/usr/lib/postgresql").glob("*/bin")) else [*names, "postgresql"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def postgresql() -> Iterator[str]:
    """Serve an empty database; yield its DATABASE_URL."""
    programs = max(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name)
    )
    port = free_port()
    # The server refuses to run as root, and cannot enter the folders of root's tests.
    user = "postgres" if os.geteuid() == 0 else None
    with _folder(user) as folder:
        data = folder / "data"
        subprocess.run(
            [programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-N"],
            check=True, capture_output=True, user=user, cwd=folder,
        )  # fmt: skip
        options = f"-h {HOST} -p {port} -k {folder} -c fsync=off"
        command = [programs / "postgres", "-D", data, *options.split()]
        with _running(command, lambda: _answers(port), user=user, cwd=folder):
            url = f"postgres://postgres@{HOST}:{port}/portal"
            subprocess.run(
                ["createdb", "-h", HOST, "-p", str(port), "-U", "postgres", "portal"], check=True
            )
            yield url


@contextlib.contextmanager
def redis() -> Iterator[str]:
    """Serve an empty cache; yield its CACHE_URL."""
    port = free_port()
    command = [
        "redis-server",
        "--bind",
        HOST,
        "--port",
        str(port),
        "--save",
        "",
        "--appendonly",
        "no",
    ]
    with _folder() as folder, _running(command, lambda: _answers(port), cwd=folder):
        yield f"redis://{HOST}:{port}/0"


@contextlib.contextmanager
def nginx(
    servers: list[int], name: str = "support.example", directives: str = "", files: str = ""
) -> Iterator[tuple[int, Path]]:
    """Serve the shipped site in front of these ports; yield the port of HTTPS and the folder that
    has the log. The certificate is signed by itself.

    `directives` replace those of the same name, and with `files` they serve files instead.
    """
    http, https = free_port(), free_port()
    with _folder("www-data" if os.geteuid() == 0 else None) as folder:
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
             "-nodes", "-subj", "/CN=support.example", "-days", "1",
             "-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem"],
            check=True, capture_output=True,
        )  # fmt: skip
        configuration = folder / "nginx.conf"
        text = _configuration(folder, servers, http, https).replace("support.example", name)
        if directives:
            text = text.replace("proxy_cache support_portal;", directives)
        if files:
            text = text.replace("proxy_pass http://support_portal;", files)
        configuration.write_text(text)
        command = [_found("nginx"), "-p", folder, "-c", configuration, "-e", folder / "error.log"]
        with _running(command, lambda: _answers(https), cwd=folder):
            yield https, folder


def _configuration(folder: Path, servers: list[int], http: int, https: int) -> str:
    main = (_SITE.parent / "nginx.conf").read_text()
    site = _SITE.read_text()
    lines = [line for line in site.splitlines() if "[::]" not in line]
    known = [line for line in lines if "server 127.0.0.1:" in line]
    lines[lines.index(known[0])] = "\n".join(
        f"server {HOST}:{port} max_fails=1 fail_timeout=10s;" for port in servers
    )
    site = "\n".join(line for line in lines if line not in known[1:])
    for there, here in (
        ("listen 80", f"listen {HOST}:{http}"),
        ("listen 443", f"listen {HOST}:{https}"),
        ("/etc/letsencrypt/live/support.example", str(folder)),
        ("/var/cache/nginx/support-portal", f"{folder}/cache"),
        ("/var/log/nginx/support-portal.log", f"{folder}/access.log"),
    ):
        assert there in site
        site = site.replace(there, here)
    for there, here in (
        ("pid /run/nginx.pid;", f"pid {folder}/pid; daemon off;"),
        ("error_log /var/log/nginx/error.log", f"error_log {folder}/error.log"),
        ("include /etc/nginx/modules-enabled/*.conf;", ""),
        ("include /etc/nginx/sites-enabled/*;", f"client_body_temp_path {folder}/bodies;\n{site}"),
    ):
        assert there in main
        main = main.replace(there, here)
    return main if os.geteuid() == 0 else main.replace("user www-data;", "")


@contextlib.contextmanager
def _folder(user: str | None = None) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="support-portal-"))
    try:
        if user:
            os.chown(folder, pwd.getpwnam(user).pw_uid, -1)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _running(
    command: list[str | Path], is_ready: Callable[[], bool], cwd: Path, user: str | None = None
) -> Iterator[None]:
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, user=user, cwd=cwd)
        try:
            end = time.monotonic() + 30
            while not is_ready():
                if process.poll() is not None or time.monotonic() > end:
                    said.seek(0)
                    raise AssertionError(f"{command[0]} does not answer.\n{said.read()}")
                time.sleep(0.05)
            yield
        finally:
            process.terminate()
            process.wait(timeout=30)


def _answers(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection((HOST, port), timeout=1):
        return True
    return False


def _found(name: str) -> str | None:
    return shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")
