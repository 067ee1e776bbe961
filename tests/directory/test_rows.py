"""The rows that the directory is made of: what is read, and of whom."""

from __future__ import annotations

import threading

import pytest
from django.db import connection

from support.directory import read_rows
from support.directory.rows import column
from support.models import Closure, Department, LanguageWindow
from tests import factories


@pytest.fixture
def three(db) -> list[int]:
    """Departments with hours and a closure each, and a closure of all."""
    departments = [factories.department(slug, name_en="D") for slug in ("a", "b", "c")]
    for department in departments:
        factories.window(department)
        factories.closure("2026-11-26T10:00", "2026-11-26T11:00", department=department)
    factories.closure("2026-11-30T10:00", "2026-11-30T11:00")
    return [department.pk for department in departments]


def owners(rows, model) -> list[int | None]:
    return [column(model, "department_id")(row) for row in rows[model]]


def test_rows_of_two_departments_are_theirs_and_those_of_all(three):
    rows = read_rows(three[1:])

    assert [column(Department, "slug")(row) for row in rows[Department]] == ["b", "c"]
    assert owners(rows, LanguageWindow) == three[1:]
    assert owners(rows, Closure) == [None, three[1], three[2]]


def test_rows_of_other_departments_are_others_than_those_read_before(three):
    read_rows(three[:2])

    assert owners(read_rows(three[1:]), LanguageWindow) == three[1:]


def test_rows_of_no_department_are_those_of_all(three):
    rows = read_rows([])

    assert rows[Department] == []
    assert owners(rows, LanguageWindow) == []
    assert owners(rows, Closure) == [None]


@pytest.mark.django_db(transaction=True)
def test_rows_are_the_same_in_every_thread(three):
    read = {}

    def read_there() -> None:
        read["there"] = read_rows()
        connection.close()

    here = read_rows()
    thread = threading.Thread(target=read_there)
    thread.start()
    thread.join()

    assert read["there"] == here
