"""What is not as usual in the coming weeks, told once for all departments that it concerns."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.utils import translation

from support.contact_page import Viewpoint, contact_page
from support.directory import load_directory
from tests import factories

pytestmark = pytest.mark.django_db

THURSDAY = datetime(2026, 11, 26, 5, 0, tzinfo=UTC)


@pytest.fixture
def departments(db):
    names = "Sales", "Support", "Finance"
    rows = [factories.department(name.lower(), name_en=name) for name in names]
    for row in rows:
        factories.window(row, "MO,TU,WE,TH,FR,SA,SU 09:00-17:00 UTC")
    return rows


@pytest.fixture
def told(departments):
    def build(zone=None):
        with translation.override("en"):
            changes = contact_page(load_directory(), Viewpoint("en", THURSDAY, zone)).changes
        return [
            f"{change.departments}: {' | '.join(filter(None, (*line, change.reason.name.text)))}"
            for change in changes
            for line in change.telling.lines
        ]

    return build


def test_what_concerns_everyone_is_told_once(told):
    factories.closed_on("2026-12-24/2026-12-26")

    assert told() == ["All departments: Thu 24 Dec\u2009–\u2009Sat 26 Dec | closed"]


def test_what_concerns_some_departments_names_them(told, departments):
    sales, support, _finance = departments
    factories.closed_on("2026-12-24", department=sales)
    factories.closed_on("2026-12-24", department=support)

    assert told() == ["Sales and Support: Thu 24 Dec | closed"]


def test_same_days_for_different_reasons_are_told_apart(told, departments):
    sales, support, _finance = departments
    factories.closed_on("2026-12-24", department=sales, reason_en="Team day")
    factories.closed_on("2026-12-24", department=support)

    assert told() == [
        "Sales: Thu 24 Dec | closed | Team day",
        "Support: Thu 24 Dec | closed",
    ]


def test_what_is_over_first_comes_first(told, departments):
    factories.closed_on("2026-12-24/2026-12-26")
    factories.closed_on("2026-11-27", department=departments[0])

    assert told() == [
        "Sales: Fri 27 Nov | closed",
        "All departments: Thu 24 Dec\u2009–\u2009Sat 26 Dec | closed",
    ]


def test_change_of_one_department_is_told_on_the_clock_of_the_page(told, departments):
    factories.hours_on("2026-11-27", "20:00-23:00 UTC", department=departments[0])

    assert told("Asia/Tokyo") == ["Sales: Sat 28 Nov | 05:00–08:00"]


def test_nothing_is_told_where_everything_is_as_usual(told):
    assert told() == []
