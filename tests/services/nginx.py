"""The shipped configuration of nginx, before servers of a test."""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.services.process import HOST, answers, folder_of, found, free_port, running

ROOT = Path(__file__).resolve().parents[2]
_SITE = ROOT / "deploy" / "nginx" / "support-portal.conf"


@contextlib.contextmanager
def nginx(
    servers: list[int], name: str = "support.example", directives: str = "", files: str = ""
) -> Iterator[tuple[int, Path]]:
    """Serve the shipped site in front of these ports; yield the port of HTTPS and the folder that
    has the log. The certificate is signed by itself.

    `directives` replace those of the same name, and with `files` they serve files instead.
    """
    http, https = free_port(), free_port()
    with folder_of("www-data" if os.geteuid() == 0 else None) as folder:
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
        command = [found("nginx"), "-p", folder, "-c", configuration, "-e", folder / "error.log"]
        with running(command, lambda: answers(https), folder):
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
