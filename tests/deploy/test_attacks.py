"""Requests as no browser sends them, through the shipped nginx and straight at a server."""

from __future__ import annotations

import re
import socket
import ssl
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from urllib.parse import urlsplit

import pytest

from tests.deploy.attacks import KINDS, PAGE, SMUGGLING

_STATUS = re.compile(rb"HTTP/1\.[01] (\d{3}) ")
# As many bodies as a worker takes at once.
_AT_ONCE = 8
_SECONDS_FOR_AN_ANSWER = 2
_ERRORS = {500, 502, 504}


def through_nginx(site, request):
    context = ssl._create_unverified_context()
    plain = socket.create_connection(("127.0.0.1", site.port), 20)
    with context.wrap_socket(plain, server_hostname="localhost") as connection:
        return exchange(connection, request)


def straight(site, request):
    port = urlsplit(site.servers[0].url).port
    with socket.create_connection(("127.0.0.1", port), 20) as connection:
        return exchange(connection, request)


def exchange(connection, request):
    """Return each status that comes back; who refuses a request need not read it to its end."""
    received = b""
    with suppress(OSError):
        connection.sendall(request)
    connection.settimeout(_SECONDS_FOR_AN_ANSWER)
    with suppress(OSError):
        while chunk := connection.recv(65536):
            received += chunk
    return {int(status) for status in _STATUS.findall(received)}


@pytest.mark.parametrize("send", [through_nginx, straight])
@pytest.mark.parametrize("kind", KINDS)
def test_odd_requests_are_answered_or_refused_and_never_by_an_error(site, send, kind):
    requests = KINDS[kind]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        statuses = pool.map(lambda request: send(site, request), requests.values())
        found = dict(zip(requests, statuses, strict=True))
    assert {name: each for name, each in found.items() if each & _ERRORS} == {}
    assert site.ask(f"{PAGE}sales/").status == 200


def test_what_follows_a_request_of_two_readings_is_answered_as_ever(site):
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        attacks = [pool.submit(through_nginx, site, each) for each in SMUGGLING.values()]
        answers = [site.ask(f"{PAGE}sales/?n={number}") for number in range(100)]
        for attack in attacks:
            attack.result()
    answers += [site.ask(f"{PAGE}sales/?m={number}") for number in range(20)]

    assert [(each.status, b"Sales" in each.content) for each in answers] == [(200, True)] * 120
