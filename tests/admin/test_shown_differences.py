"""What an edit does to hours, as staff read it."""

from __future__ import annotations

from datetime import datetime, time

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from support.admin.preview.difference_picture import DifferenceBar
from support.admin.preview.differences import shown_differences
from support.directory import directory_of, read_rows
from support.models import Department, LanguageWindow, UnscheduledLanguage
from tests import factories

MONDAY = datetime.fromisoformat("2026-11-23T05:00:30+00:00")

pytestmark = pytest.mark.django_db


def departments():
    return directory_of(read_rows(), 0).departments


def shown(before, zone="UTC"):
    with translation.override("en"):
        return shown_differences(before, departments(), MONDAY, zone)


@pytest.fixture
def japanese(initial_data) -> LanguageWindow:
    return LanguageWindow.objects.get(department__slug="sales", language="ja")


@pytest.fixture
def closing_at_three(japanese):
    before = departments()
    LanguageWindow.objects.filter(pk=japanese.pk).update(closes=time(15), opens=time(9, 30))
    return before


def test_hours_are_shown_in_sums_and_first_stretches_on_both_clocks(closing_at_three):
    ((sales, _picture),) = shown(closing_at_three, "Europe/London").departments

    (language,) = sales.languages
    assert (sales.name.text, sales.fate) == ("Sales", "")
    assert (language.name, language.hours) == (
        "Japanese",
        "adds 10 hours, removes 60 hours",
    )
    assert language.first_removed == (
        "Mon 23 Nov, 15:00–18:00 (Japan time) · Mon 23 Nov, 06:00–09:00 (UK time)"
    )
    assert language.first_added == (
        "Tue 24 Nov, 09:30–10:00 (Japan time) · Tue 24 Nov, 00:30–01:00 (UK time)"
    )


def test_gap_that_goes_on_beyond_what_is_shown_has_no_end(initial_data):
    before = departments()
    customer_support = Department.objects.get(slug="customer-support")
    factories.closure("2026-12-01T12:00", None, department=customer_support)

    ((support, _picture),) = shown(before).departments

    assert support.languages[0].first_removed == "from Tue 1 Dec, 12:00 (UTC)"
    assert support.languages[1].first_removed == (
        "Wed 2 Dec, 10:00–18:00 (Japan time) · Wed 2 Dec, 01:00–09:00 (UTC)"
    )


def test_one_clock_is_enough_where_both_show_the_same(closing_at_three):
    ((sales, _picture),) = shown(closing_at_three, "Asia/Seoul").departments

    assert sales.languages[0].first_removed == "Mon 23 Nov, 15:00–18:00 (Japan time)"


def test_state_of_now_is_shown_before_and_after(japanese):
    before = departments()
    LanguageWindow.objects.filter(pk=japanese.pk).update(closes=time(14))

    ((sales, _picture),) = shown(before, "Asia/Tokyo").departments

    (language,) = sales.languages
    assert "Open" in language.state_before
    assert "until 18:00 (Japan time)" in language.state_before
    assert "Closed" in language.state_after
    assert "opens tomorrow at 10:00 (Japan time)" in language.state_after


def test_change_beyond_four_weeks_is_found(japanese):
    before = departments()
    factories.hours_on(
        "2026-12-24", "10:00-15:00 Asia/Tokyo", department=japanese.department, language="ja"
    )

    differences = shown(before)

    ((sales, _picture),) = differences.departments
    assert (differences.is_later, differences.days) == (True, "24 Dec 2026\u2009–\u200921 Jan 2027")
    assert sales.languages[0].hours == "removes 3 hours"
    assert sales.languages[0].first_removed == (
        "Thu 24 Dec, 15:00–18:00 (Japan time) · Thu 24 Dec, 06:00–09:00 (UTC)"
    )


def test_day_of_a_later_change_is_drawn_from_its_morning(japanese):
    before = departments()
    factories.hours_on(
        "2026-12-24", "10:00-15:00 Asia/Tokyo", department=japanese.department, language="ja"
    )

    ((_sales, picture),) = shown(before).departments

    ten, three = 10 * 60, 15 * 60
    assert picture.weeks[0].languages[0].after[0] == DifferenceBar("kept", ten, three - ten)
    assert [(line.before, line.after) for line in picture.lines] == [
        ("10:00–18:00", "10:00–15:00"),
    ]


def test_edit_of_a_text_is_no_change_in_hours(japanese):
    before = departments()
    LanguageWindow.objects.filter(pk=japanese.pk).update(label_en="Tokyo")

    differences = shown(before)

    assert differences.departments == ()
    assert differences.looked_until == "24 November 2027"


def test_language_without_stated_hours_is_new(japanese):
    before = departments()
    UnscheduledLanguage.objects.create(department=japanese.department, language="da")

    ((sales, picture),) = shown(before).departments

    (language,) = sales.languages
    assert (language.name, language.hours) == ("Danish", "no change in hours")
    assert language.state_before == "not served"
    assert "No set hours" in language.state_after
    assert picture is None


def test_new_department_and_one_that_is_gone_are_said_to_be(japanese):
    before = departments()
    factories.department("press", position=99)
    Department.objects.filter(slug="finance").delete()

    (press, _), (finance, _) = shown(before).departments

    assert (press.name.text, press.fate) == ("Press", "This department is new.")
    assert (finance.name.text, finance.fate) == ("Finance", "This department will be deleted.")
    assert finance.languages[0].state_after == "not served"


def test_picture_shows_what_is_kept_removed_and_added(closing_at_three):
    ((_sales, picture),) = shown(closing_at_three, "Europe/London").departments

    (japanese,) = picture.weeks[0].languages
    assert picture.zone == "Japan time"
    assert picture.weeks[0].title == "23–29 Nov 2026"
    assert picture.weeks[0].days[0] == ("Mon", 23)
    # Monday: from now, 14:00, on.
    assert [(bar.kind, bar.start, bar.length) for bar in japanese.before[:2]] == [
        ("kept", 14 * 60, 60),
        ("kept", 24 * 60 + 10 * 60, 5 * 60),
    ]
    assert [(bar.start, bar.length) for bar in japanese.before if bar.kind == "removed"][:2] == [
        (15 * 60, 3 * 60),
        (24 * 60 + 15 * 60, 3 * 60),
    ]
    assert [(bar.start, bar.length) for bar in japanese.after if bar.kind == "added"][:1] == [
        (24 * 60 + 9 * 60 + 30, 30)
    ]


def test_days_that_differ_are_shown_in_words(closing_at_three):
    ((_sales, picture),) = shown(closing_at_three).departments

    monday, tuesday, *_rest, last = picture.lines
    assert len(picture.lines) == 10
    assert (monday.day, monday.before, monday.after) == (
        "Mon 23 Nov",
        "14:00–18:00",
        "14:00–15:00",
    )
    assert (tuesday.language, tuesday.before, tuesday.after) == (
        "Japanese",
        "10:00–18:00",
        "09:30–15:00",
    )
    assert last.day == "Fri 4 Dec"


def test_picture_of_hours_in_several_zones_is_on_the_clock_of_staff(japanese):
    before = departments()
    LanguageWindow.objects.filter(department__slug="sales").delete()

    ((_sales, picture),) = shown(before, "Europe/Paris").departments

    assert picture.zone == "Central European Time"
    assert len(picture.weeks[0].languages) == 7


def test_hours_past_midnight_are_one_bar_and_two_lines(initial_data):
    before = departments()
    LanguageWindow.objects.filter(department__slug="malware-abuse").delete()

    ((_abuse, picture),) = shown(before).departments

    (english,) = picture.weeks[0].languages
    assert english.after == ()
    assert [(bar.start, bar.length) for bar in english.before[:3]] == [
        (12 * 60, 18 * 60),
        (36 * 60, 18 * 60),
        (60 * 60, 18 * 60),
    ]
    assert picture.lines[1].before == "00:00–06:00, 12:00–24:00"


def test_of_many_departments_some_are_shown_and_the_rest_counted(initial_data):
    for number in range(15):
        factories.department(f"d{number}", name_en=f"D{number}")

    differences = shown(())

    assert (len(differences.departments), differences.not_shown) == (12, 11)
    assert "And 11 more departments." in render(differences)


def render(differences):
    with translation.override("en"):
        return render_to_string("admin/support/differences.html", {"differences": differences})


def test_page_shows_words_picture_and_table(closing_at_three):
    page = render(shown(closing_at_three))

    assert "In the next four weeks, 23 Nov\u2009–\u200921 Dec 2026:" in page
    assert "<strong>Japanese</strong>: adds 10 hours, removes 60 hours" in page
    assert (
        'aria-label="Opening hours before and after, 23–29 Nov 2026. The same information is '
        'given in words below."' in page
    )
    assert '<rect class="removed" x="900" width="180" height="11"/>' in page
    row = '<th scope="row">Tue 24 Nov</th> <td>10:00–18:00</td> <td>09:30–15:00</td>'
    assert row in " ".join(page.split())


def test_page_says_plainly_that_no_hours_change(initial_data):
    page = render(shown(departments()))

    assert "<strong>No change in hours.</strong>" in page
    assert "Opening hours stay the same for every department until 24 November 2027." in page
