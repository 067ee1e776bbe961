"""Two servers behind the shipped nginx, of which one is killed with all of its processes."""

from __future__ import annotations

import http.client
import signal
import ssl
import time

import pytest

from tests.faults.figures import hold
from tests.faults.server import Answer, Portal
from tests.faults.visitors import visitors
from tests.services.nginx import nginx
from tests.services.process import children, send_signal


class Front:
    """What visitors see of nginx."""

    def __init__(self, port):
        self.port = port

    def get(self, path, seconds=10):
        context = ssl._create_unverified_context()
        connection = http.client.HTTPSConnection(
            "localhost", self.port, None, timeout=seconds, context=context
        )
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            return Answer(response.status, dict(response.getheaders()), response.read().decode())
        finally:
            connection.close()


@pytest.fixture
def servers(portal):
    portal.environment |= {"BEHIND_PROXY": "true", "SITE_ADDRESS": "https://localhost"}
    other = Portal(portal.folder, **{**portal.environment, "PORT": ""})
    other.environment["PORT"] = str(other.port)
    yield [portal.start(), other.start()]
    other.stop()


@pytest.mark.faults
def test_server_that_is_killed_costs_visitors_nothing(servers):
    killed = servers[0]
    ports = [each.port for each in servers]
    with nginx(ports, "localhost") as (port, _folder), visitors(Front(port)) as visits:
        time.sleep(2)
        send_signal([killed.process.pid, *children(killed.process.pid)], signal.SIGKILL)
        killed.process.wait()
        time.sleep(12)
        killed.start()
        time.sleep(12)
    print(visits)

    assert visits.failures == []
    hold("p99 of visitors", visits.p99, 0.3)
