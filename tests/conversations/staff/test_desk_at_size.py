"""The desk asks as often for many conversations as for a few."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from support.directory import Directory
from tests.conversations.staff.conftest import MONDAY_10_05, question


def questions_asked(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize(
    "address",
    [
        "/admin/conversations/",
        "/admin/conversations/?words=a",
        "/admin/conversations/?show=mine",
        "/admin/conversations/response-times/",
        "/admin/",
    ],
)
def test_number_of_queries_is_constant(sales: Directory, desk: Client, clock, address: str) -> None:
    clock.stop_at(MONDAY_10_05.isoformat())
    question(sales, text="a")
    questions_asked(desk, address)
    few = questions_asked(desk, address)
    for minutes in range(60):
        question(sales, MONDAY_10_05 - timedelta(minutes=minutes), text="a")
    assert questions_asked(desk, address) == few


def test_fifty_are_on_a_page(sales: Directory, desk: Client, clock) -> None:
    clock.stop_at(MONDAY_10_05.isoformat())
    for minutes in range(51):
        question(sales, MONDAY_10_05 - timedelta(minutes=minutes))
    first = desk.get("/admin/conversations/")
    assert len(first.context["lines"]) == 50
    second = desk.get(f"/admin/conversations/{first.context['next']}")
    assert len(second.context["lines"]) == 1
    assert second.context["next"] == ""
