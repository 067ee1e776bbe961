from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest

from support.directory import directory_of, read_rows
from support.directory.revision import current_revision
from support.models import Department, LanguageWindow
from support.planning.difference import differences
from support.rows.dry_run import dry_run
from support.schedule import Interval, State
from tests import factories

MONDAY = datetime.fromisoformat("2026-11-23T05:00:00+00:00")
A_WEEK_LATER = MONDAY + timedelta(days=7)

pytestmark = pytest.mark.django_db


def departments(pk: int | None = None):
    return directory_of(read_rows(pk), 0).departments


@pytest.fixture
def japanese_sales(initial_data) -> LanguageWindow:
    return LanguageWindow.objects.get(department__slug="sales", language="ja")


def test_earlier_end_removes_the_hours_after_it(japanese_sales):
    before = departments()
    japanese_sales.closes = time(15)
    japanese_sales.save()

    (sales,) = differences(before, departments(), MONDAY, MONDAY + timedelta(days=1))

    (japanese,) = sales.languages
    three_to_six = datetime.fromisoformat("2026-11-23T06:00:00+00:00")
    assert (sales.entry.slug, japanese.tag) == ("sales", "ja")
    assert japanese.removed == (Interval(three_to_six, three_to_six + timedelta(hours=3)),)
    assert japanese.added == ()
    assert japanese.status_before.state is japanese.status_after.state is State.OPEN


def test_edit_of_a_text_makes_no_difference(japanese_sales):
    before = departments()
    japanese_sales.label_en = "Tokyo"
    japanese_sales.save()

    assert differences(before, departments(), MONDAY, A_WEEK_LATER) == ()


def test_language_that_is_no_longer_served_had_hours(japanese_sales):
    before = departments(japanese_sales.department_id)
    japanese_sales.delete()

    (sales,) = differences(before, departments(japanese_sales.department_id), MONDAY, A_WEEK_LATER)

    (japanese,) = sales.languages
    assert (japanese.after, japanese.status_after, len(japanese.removed)) == (None, None, 6)


def test_new_department_is_a_difference_without_any_hours(initial_data):
    before = departments()
    factories.department("press")

    (press,) = differences(before, departments(), MONDAY, A_WEEK_LATER)

    assert (press.before, press.entry.slug, press.languages) == (None, "press", ())


def test_what_a_dry_run_saves_is_seen_within_and_undone_at_the_end(japanese_sales):
    revision = current_revision()

    with dry_run():
        Department.objects.all().delete()
        assert departments() == ()

    assert len(departments()) == 8
    assert current_revision() == revision


def test_rows_of_one_department_are_those_of_the_whole_directory(initial_data):
    sales = Department.objects.get(slug="sales")

    (entry,) = departments(sales.pk)

    assert [served.tag for served in entry.languages] == ["en", "ja", "de", "nl", "es", "fr", "it"]
    assert [channel.slug for channel in entry.channels] == [
        channel.slug for channel in departments()[2].channels
    ]


def test_special_hours_of_a_department_and_of_all_are_among_its_rows(japanese_sales):
    for slug in ("sales", "finance", None):
        department = Department.objects.filter(slug=slug).first()
        factories.closed_on("2026-11-23", department=department)

    (sales,) = departments(japanese_sales.department_id)

    assert len(sales.exceptions.special_hours) == 2
    assert [len(entry.exceptions.special_hours) for entry in departments()] == [
        *(1, 1, 2, 1),
        *(2, 1, 1, 1),
    ]
