"""Windows, special hours and closures with the rarer rules: what the engine gets, and in words."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from support.models import Closure, LanguageWindow, SpecialHours
from support.schedule import DayHours, Effect, MonthDay, Repeats, Season, Weekday
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    desk = factories.department("desk")
    factories.window(desk, "MO-FR 10:00-18:00 Asia/Tokyo", language="ja")
    factories.window(desk, "MO-FR 10:00-18:00 Asia/Tokyo", language="en")
    return desk


def mistakes(row):
    with pytest.raises(ValidationError) as error:
        row.full_clean()
    return error.value.message_dict


def test_engine_gets_every_rule_of_a_window(desk):
    row = factories.window(
        desk,
        "SU 10:00-14:00 UTC",
        monthly="1,-1",
        every_weeks=2,
        valid_from=date(2026, 11, 30),
        season="11-01..03-31",
        holidays="US",
        holidays_zone="America/Chicago",
        on_holidays="12:00-00:00",
        before_holidays="10:00-12:00",
    )

    window = LanguageWindow.objects.get(pk=row.pk).window
    assert (window.monthly, window.every_weeks) == ({1, -1}, 2)
    assert window.season == Season(MonthDay(11, 1), MonthDay(3, 31))
    assert (window.on_holidays, window.before_holidays) == (DayHours(720, 1440), DayHours(600, 720))
    assert window.holidays.zone == "America/Chicago"


def test_clock_of_the_holidays_follows_the_hours_into_their_country(desk):
    row = factories.window(desk, "SA 10:00-14:00 UTC", holidays="US")
    assert row.holidays_zone == "America/New_York"

    row.zone = "America/Denver"
    row.full_clean()

    assert row.holidays_zone == ""


def test_same_hours_in_two_seasons_are_two_windows(desk):
    factories.window(desk, "SA 10:00-14:00 UTC", season="03-01..04-30")

    assert factories.window(desk, "SA 10:00-14:00 UTC", season="09-01..10-31").pk


def test_same_hours_in_overlapping_seasons_are_refused(desk):
    factories.window(desk, "SA 10:00-14:00 UTC", season="03-01..04-30")

    row = LanguageWindow(
        department=desk,
        language="en",
        season="04-30..05-31",
        **factories.window_fields("SA 12:00-16:00 UTC"),
    )
    assert "These hours overlap" in mistakes(row)["__all__"][0]


def test_engine_gets_every_rule_of_special_hours(desk):
    row = factories.closed_on(
        "2026-12-01", weekdays="TH", repeats="monthly", monthly="3,-1", department=desk
    )

    special = SpecialHours.objects.get(pk=row.pk).special
    assert (special.repeats, special.window.monthly) == (Repeats.MONTHLY, {3, -1})
    assert (special.first, special.ends) == (date(2026, 12, 1), None)


def test_day_like_a_monday(desk):
    row = SpecialHours(first_day=date(2027, 2, 20), effect="as-weekday", like="MO")
    row.full_clean()

    assert (row.special.effect, row.special.like) == (Effect.AS_WEEKDAY, Weekday.MO)


def test_entry_for_two_languages_counts_for_both_and_no_other(desk):
    row = factories.closed_on("2026-12-24", languages=("ja", "en"), department=desk)

    assert (row.concerns("ja"), row.concerns("en"), row.concerns("de")) == (True, True, False)
    assert (row.rank, row.scope) == (3, "Desk: English and Japanese")


def test_entries_that_share_a_language_can_contradict_each_other(desk):
    factories.closed_on("2026-12-24/2026-12-26", languages=("ja", "en"), department=desk)

    with pytest.raises(ValidationError, match="Enter only 27–28 Dec 2026 here"):
        factories.as_usual_on("2026-12-26/2026-12-28", language="ja", department=desk)


def test_yearly_entries_of_other_days_are_no_contradiction(desk):
    factories.closed_on("2026-12-24", repeats="yearly", department=desk)

    assert factories.closed_on("2026-12-25", repeats="yearly", department=desk).pk


def test_yearly_entry_gives_way_to_one_of_a_single_year(desk):
    factories.closed_on("2026-12-24", repeats="yearly", department=desk)

    assert factories.hours_on("2028-12-24", "10:00-12:00 UTC", department=desk).pk


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ("2026-12-24", "Every year from 24 Dec 2026"),
        ("2028-02-29", "Every leap year from 29 Feb 2028; not in other years"),
        (
            "2028-02-25/2028-02-29",
            "Every year from 25–29 Feb 2028; to 28 February if that is the last day of the month",
        ),
        (
            "2028-02-29/2028-03-02",
            "Every year from 29 Feb\u2009–\u20092 Mar 2028; from 1 March if February has 28 days",
        ),
    ],
)
def test_yearly_entry_says_what_happens_to_29_february(desk, days, words):
    assert factories.closed_on(days, repeats="yearly").days_in_words == words


def test_monthly_entry_in_words(desk):
    row = factories.closed_on("2026-12-01", weekdays="TH", repeats="monthly", monthly="3,-1")

    assert str(row) == ("Third and last Thursday of the month · from 1 Dec 2026 · Closed all day")
    with translation.override("ja"):
        assert row.days_in_words == "毎月第3・最終木曜日 · 2026年12月1日から"
    row.last_day = date(2027, 6, 30)
    with translation.override("de"):
        assert row.days_in_words == (
            "Dritter und letzter Donnerstag im Monat · vom 1. Dez. 2026 bis zum 30. Juni 2027"
        )


def test_closure_until_further_notice(desk):
    row = factories.closure("2026-12-24T12:00", None, "Asia/Tokyo")

    assert (Closure.objects.get(pk=row.pk).closure.end, row.ends_on) == (None, None)
    assert str(row) == "from Thu 24 Dec 2026, 12:00 Asia/Tokyo until further notice"


@pytest.mark.parametrize(
    ("end", "told"),
    [
        (
            {"ends_on": date(2026, 12, 24)},
            {"ends_at": ["Enter the time it ends. 24:00 is the end of the day."]},
        ),
        (
            {"ends_at": "12:00"},
            {
                "ends_on": [
                    "Enter the day it ends, or leave the time blank to close until further notice."
                ]
            },
        ),
    ],
)
def test_half_an_end_of_a_closure_is_refused(end, told):
    row = Closure(starts_on=date(2026, 12, 24), starts_at="10:00", zone="UTC", **end)

    assert mistakes(row) == told
