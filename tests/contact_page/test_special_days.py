"""The days that visitors ask about by name, for departments that are open from Monday to Friday."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.utils import translation

from support.contact_page import Viewpoint
from support.contact_page.cards.special_days import special_days
from support.directory.load import load_directory
from tests import factories

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 26, 12, tzinfo=UTC)


def sentences(at=AT, language="en"):
    with translation.override(language):
        return [day.sentence for day in special_days(load_directory(), Viewpoint(language, at))]


def test_next_of_each_day_is_told_in_order_with_the_usual_hours():
    factories.window(factories.department("sales"))

    assert sentences() == [
        "Black Friday, 27 November 2026: the usual hours apply",
        "Christmas Eve, 24 December 2026: the usual hours apply",
        "Christmas Day, 25 December 2026: the usual hours apply",
        "Boxing Day, 26 December 2026: the usual hours apply",
        "New Year’s Eve, 31 December 2026: the usual hours apply",
        "New Year’s Day, 1 January 2027: the usual hours apply",
        "Good Friday, 26 March 2027: the usual hours apply",
        "Easter Sunday, 28 March 2027: the usual hours apply",
        "Easter Monday, 29 March 2027: the usual hours apply",
    ]


def test_day_that_is_over_is_told_of_next_year():
    factories.window(factories.department("sales"))

    at = datetime(2026, 12, 26, tzinfo=UTC)
    assert sentences(at)[0] == "Boxing Day, 26 December 2026: the usual hours apply"
    assert "Christmas Day, 25 December 2027: the usual hours apply" in sentences(at)


def test_closed_departments_and_those_with_other_hours_are_named():
    sales, finance, help_desk = map(factories.department, ["sales", "finance", "help-desk"])
    factories.window(sales)
    factories.window(finance)
    factories.window(help_desk)
    factories.closed_on("2026-12-24", department=sales)
    factories.hours_on("2026-12-24", "10:00-12:00 UTC", department=finance)
    factories.closed_on("2026-12-25", department=sales)
    factories.hours_on("2026-12-31", "10:00-12:00 UTC", department=finance)

    told = sentences()
    assert "Christmas Eve, 24 December 2026 – closed: Sales; different hours: Finance" in told
    assert "Christmas Day, 25 December 2026 – closed: Sales" in told
    assert "New Year’s Eve, 31 December 2026 – different hours: Finance" in told


def test_all_departments_closed_are_not_named():
    factories.window(factories.department("sales"))
    factories.closed_on("2026-12-24")

    assert "Christmas Eve, 24 December 2026: all departments are closed" in sentences()


def test_public_holiday_that_a_window_observes_closes_it():
    factories.window(factories.department("sales"), holidays="DE")

    assert "Good Friday, 26 March 2027: all departments are closed" in sentences()
    assert "Easter Sunday, 28 March 2027: the usual hours apply" in sentences()


def test_nothing_is_promised_where_nobody_has_stated_hours():
    factories.unscheduled(factories.department("beta"), "en")

    assert sentences() == []


def test_days_that_the_engine_does_not_answer_for_are_left_out():
    factories.window(factories.department("sales"))

    assert sentences(datetime(2200, 12, 30, tzinfo=UTC)) == []


def test_nothing_is_usual_once_the_hours_have_ended():
    sales = factories.department("sales")
    factories.window(sales, valid_through="2026-12-24")
    factories.hours_on("2026-12-31", "10:00-12:00 UTC", department=sales)

    assert sentences() == [
        "Black Friday, 27 November 2026: the usual hours apply",
        "Christmas Eve, 24 December 2026: the usual hours apply",
        "New Year’s Eve, 31 December 2026 – different hours: Sales",
    ]
