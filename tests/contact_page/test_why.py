"""The rules behind a state in words, in English, about the initial data."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from support.contact_page import Viewpoint, contact_page
from support.directory import load_directory
from support.models import LanguageWindow
from support.templatetags.why import sentence
from tests import factories

pytestmark = pytest.mark.django_db

# Coming of Age Day is Monday 11 January 2027.
HOLIDAY_NOON_IN_TOKYO = datetime(2027, 1, 11, 3, 0, tzinfo=UTC)
WEDNESDAY_NOON_IN_TOKYO = datetime(2027, 1, 6, 3, 0, tzinfo=UTC)
WEDNESDAY_NIGHT_IN_TOKYO = datetime(2027, 1, 6, 15, 0, tzinfo=UTC)
THURSDAY_NOON_IN_TOKYO = datetime(2027, 1, 7, 3, 0, tzinfo=UTC)


@pytest.fixture
def row(initial_data):
    """A language of sales."""

    def build(at, language="en", tag="ja", slug="sales"):
        with translation.override(language):
            page = contact_page(load_directory(), Viewpoint(language, at))
        card = next(card for card in page.departments if card.slug == slug)
        return next(row for row in card.languages if row.tag == tag)

    return build


def said(row):
    return [plain(line.sentence) for line in row.why.lines if line.holds]


def plain(line):
    """The sentence without what JavaScript retells its times by."""
    return re.sub(r"<span data-told=[^>]*>(.*?)</span>", r"\1", sentence(line))


def ahead(row):
    return [
        (each.state.state.value, [plain(line) for line in each.sentences]) for each in row.why.ahead
    ]


def meeting(**fields):
    factories.hours_on("2027-01-07", "10:00-15:00 Asia/Tokyo", language="ja", **fields)


def move(ends="2027-01-08T00:00", **fields):
    factories.closure("2027-01-06T11:00", ends, "Asia/Tokyo", **fields)


def test_regular_hours_are_told_with_their_clock(row):
    assert said(row(WEDNESDAY_NOON_IN_TOKYO)) == [
        "We’re within our regular hours: Mon–Fri 10:00–18:00 (Japan time)."
    ]


def test_outside_of_them_they_are_told_too(row):
    assert said(row(WEDNESDAY_NIGHT_IN_TOKYO)) == [
        "We’re outside our regular hours: Mon–Fri 10:00–18:00 (Japan time)."
    ]


def test_all_windows_are_told_whichever_holds(row):
    assert said(row(WEDNESDAY_NOON_IN_TOKYO, tag="en", slug="migrations")) == [
        "We’re within our regular hours: Mon–Fri 09:00–17:00 (Singapore time); "
        "Mon–Fri 09:00–17:00 (UK time); Mon–Fri 09:00–17:00 (US Eastern Time); "
        "Sat and Sun 13:00–21:00 (UTC)."
    ]


def test_hours_that_end_say_until_when(row):
    LanguageWindow.objects.filter(language="ja").update(valid_through=date(2027, 1, 20))

    assert said(row(WEDNESDAY_NOON_IN_TOKYO)) == [
        "We’re within our regular hours: Mon–Fri 10:00–18:00 (Japan time), until 20 January 2027."
    ]


def test_what_never_changes_has_one_rule(row):
    lines = row(WEDNESDAY_NOON_IN_TOKYO, tag="en", slug="customer-support").why.lines

    assert [sentence(line.sentence) for line in lines] == [
        "We’re within our regular hours: 24 hours a day, every day."
    ]


def test_language_without_stated_hours_says_so_and_has_no_calendar(row):
    beta = row(WEDNESDAY_NOON_IN_TOKYO, tag="en", slug="beta-testing")

    assert said(beta) == [
        "We offer support in English, but with no set hours, "
        "so we show neither “open” nor “closed”."
    ]
    assert not beta.why.has_hours


def test_holiday_is_told_with_its_day_calendar_and_both_names(row):
    LanguageWindow.objects.filter(language="ja").update(holidays="JP")

    assert said(row(HOLIDAY_NOON_IN_TOKYO)) == [
        "Mon 11 Jan is a public holiday (Japan): Coming of Age Day "
        '(<span lang="ja">成人の日</span>).',
        "This replaces our regular hours: Mon–Fri 10:00–18:00 (Japan time).",
    ]


def test_special_hours_are_told_with_days_hours_and_reason(row):
    meeting(reason_en="Company <meeting>")

    assert said(row(THURSDAY_NOON_IN_TOKYO)) == [
        "Special hours apply: Thu 7 Jan, 10:00–15:00 (Japan time). Reason: Company &lt;meeting&gt;",
        "This replaces our regular hours: Mon–Fri 10:00–18:00 (Japan time).",
    ]


def test_day_off_without_a_reason_is_told_all_the_same(row):
    factories.closed_on("2027-01-07")

    assert said(row(THURSDAY_NOON_IN_TOKYO))[0] == "Special hours apply: Thu 7 Jan, closed."


def test_closure_is_told_from_when_until_when_and_why(row):
    move(reason_en="Move to a new office")

    assert said(row(THURSDAY_NOON_IN_TOKYO)) == [
        "Closed: Wed 6 Jan, 11:00\u2009–\u2009Fri 8 Jan, 00:00 (Japan time). "
        "Reason: Move to a new office",
        "This replaces our regular hours: Mon–Fri 10:00–18:00 (Japan time).",
    ]


def test_closure_says_which_special_hours_it_overrides(row):
    meeting()
    move()

    assert said(row(THURSDAY_NOON_IN_TOKYO)) == [
        "Closed: Wed 6 Jan, 11:00\u2009–\u2009Fri 8 Jan, 00:00 (Japan time).",
        "This takes precedence over special hours: Thu 7 Jan, 10:00–15:00 (Japan time).",
        "This replaces our regular hours: Mon–Fri 10:00–18:00 (Japan time).",
    ]


def test_reason_in_another_language_is_marked_up(row):
    move(reason_ja="社員総会")

    assert said(row(THURSDAY_NOON_IN_TOKYO))[0].endswith('Reason: <span lang="ja">社員総会</span>')


def test_what_is_to_come_is_told_ahead(row):
    meeting()

    assert ahead(row(WEDNESDAY_NOON_IN_TOKYO)) == [
        (
            state,
            [
                "Special hours apply: Thu 7 Jan, 10:00–15:00 (Japan time).",
                "This replaces our regular hours: Mon–Fri 10:00–18:00 (Japan time).",
            ],
        )
        for state in ("closed", "open", "closed")
    ]


def test_times_ahead_are_minutes_and_reach_over_the_carried_time(row):
    move("2027-02-20T00:00")

    (each,) = row(WEDNESDAY_NOON_IN_TOKYO).why.ahead
    # From 2 o'clock on the sixth, until 17 days after the fifth began.
    assert (each.from_minute, each.until_minute) == (29986680, 30009600)


def test_language_that_an_exception_does_not_concern_has_nothing_ahead(row):
    meeting()

    assert row(WEDNESDAY_NOON_IN_TOKYO, tag="de").why.ahead == ()


def test_ordinary_rules_wait_hidden_while_an_exception_decides(row):
    meeting(reason_en="Company meeting")

    with translation.override("en"):
        html = render_to_string(
            "support/language_row.html", {"language": row(THURSDAY_NOON_IN_TOKYO)}
        )

    assert '<p data-rule="special-hours">Special hours apply' in html
    assert '<p data-rule="window" hidden>We’re within our regular hours' in html
    assert '<p data-rule="outside-hours" hidden>We’re outside' in html
    assert html.count('<script type="text/html" data-from=') == 3
    assert 'data-state="closed" data-otherwise="29988360 29988540">' in html
    assert '<span class="state-reason">Company meeting</span>' in html


def test_why_of_each_language_has_a_name_of_its_own(row):
    with translation.override("en"):
        html = render_to_string(
            "support/language_row.html", {"language": row(THURSDAY_NOON_IN_TOKYO)}
        )

    assert '<span class="visually-hidden">(Japanese)</span></summary>' in html
    assert 'href="/en/contact/sales/#calendar-ja"' in html
