"""Check what /metrics tells, and to whom."""

from __future__ import annotations

import re

import pytest
from django.core.cache import cache
from django.db import DatabaseError

from tests import lock_errors
from tests.wsgi import ask

TOKEN = "a-token-of-the-tests"
RESULTS = ("miss", "hit")


@pytest.fixture(autouse=True)
def token(settings):
    settings.METRICS_TOKEN = TOKEN


def figures(client):
    answer = client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200
    return read(answer.content)


def read(content):
    lines = (line for line in content.decode().splitlines() if not line.startswith("#"))
    return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines)}


def counted(client, name, before):
    return figures(client)[name] - before[name]


def test_page_is_a_miss_and_then_hits(served, initial_data):
    def asked_for():
        known = read(ask(served, "/metrics", authorization=f"Bearer {TOKEN}").content)
        return [known[f'support_finished_pages_total{{result="{kind}"}}'] for kind in RESULTS]

    misses, hits = asked_for()
    for _ in range(3):
        ask(served, "/en/contact/")

    assert asked_for() == [misses + 1, hits + 2]


def test_refused_host_is_counted_and_not_logged(client, db, caplog, capsys):
    before = figures(client)

    answer = client.get("/en/contact/", headers={"host": "evil.example"})

    assert answer.status_code == 400
    assert counted(client, "support_refused_hosts_total", before) == 1
    assert capsys.readouterr().err == ""


def test_state_of_database_and_cache_and_age_of_the_last_good_file(client, initial_data):
    client.get("/en/contact/")

    known = figures(client)

    assert known["support_database_up"] == 1
    assert known["support_cache_up"] == 1
    assert known["support_revision"] > 0
    assert known["support_last_good_written_timestamp_seconds"] > 1_700_000_000


def test_database_and_cache_that_are_gone_are_told(client, db, monkeypatch):
    def gone(*args, **kwargs):
        raise DatabaseError

    monkeypatch.setattr("support.metrics.state.current_revision", gone)
    monkeypatch.setattr(cache, "get", gone)

    known = figures(client)

    assert known["support_database_up"] == 0
    assert known["support_cache_up"] == 0


def test_database_with_a_lock_in_it_is_up(client, db, monkeypatch):
    def wait_in_vain():
        raise lock_errors.of_postgresql()

    monkeypatch.setattr("support.metrics.state.current_revision", wait_in_vain)

    assert figures(client)["support_database_up"] == 1


def test_time_of_answers_is_measured_apart_for_visitors_and_staff(client, db):
    def desk(known):
        name = 'support_django_answer_seconds_count{area="desk",status="3xx"}'
        return known.get(name, 0)

    before = figures(client)
    client.get("/admin/")

    assert desk(figures(client)) - desk(before) == 1


@pytest.mark.parametrize("given", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": TOKEN}])
def test_figures_are_for_those_who_know_the_token(client, given):
    answer = client.get("/metrics", headers=given)

    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert answer.content == b""


def test_there_are_no_figures_without_a_token(client, db, settings):
    settings.METRICS_TOKEN = ""

    answer = client.get("/metrics", headers={"Authorization": "Bearer "})

    assert answer.status_code == 404


def test_figures_are_kept_by_nobody(client, db):
    answer = client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})

    assert "no-store" in answer.headers["Cache-Control"]
    assert re.match(r"text/plain; version=", answer.headers["Content-Type"])
