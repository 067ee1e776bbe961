"""Special hours and closures: what may be saved, and what the engine gets."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from django.core.exceptions import ValidationError

from support.models import Closure, SpecialHours
from support.schedule import Effect, Weekday
from tests import factories

pytestmark = pytest.mark.django_db

CHRISTMAS_EVE = date(2026, 12, 24)


@pytest.fixture
def desk():
    desk = factories.department("desk")
    factories.window(desk, "MO,TU,WE,TH,FR,SA,SU 10:00-18:00 Asia/Tokyo", language="ja")
    return desk


def closed(**fields):
    return SpecialHours(**{"first_day": CHRISTMAS_EVE, "effect": "closed"} | fields)


def other_hours(**fields):
    hours = {"effect": "hours", "opens": time(10), "closes": time(14), "zone": "Asia/Tokyo"}
    return closed(**hours | fields)


def save(row):
    row.full_clean()
    row.save()
    return row


def mistakes(row):
    with pytest.raises(ValidationError) as error:
        row.full_clean()
    return error.value.message_dict


def test_empty_last_day_is_the_first():
    assert save(closed()).last_day == CHRISTMAS_EVE


def test_range_over_new_year_is_one_entry():
    special = save(closed(last_day=date(2027, 1, 3))).special

    assert (special.effect, special.first, special.last) == (
        Effect.CLOSED,
        CHRISTMAS_EVE,
        date(2027, 1, 3),
    )


def test_last_day_before_the_first_is_named():
    assert mistakes(closed(last_day=date(2026, 12, 23))) == {
        "last_day": ["The last day can’t be before the first."],
    }


def test_more_than_a_year_is_too_long():
    assert mistakes(closed(last_day=date(2028, 1, 1))) == {
        "last_day": [
            (
                "Special hours can’t last longer than a year. Use a language window with validity "
                "dates instead."
            )
        ]
    }


def test_other_hours_without_times_are_refused_at_each_field():
    needed = ["Enter times and a time zone for other hours."]

    assert mistakes(closed(effect="hours")) == {
        "opens": needed,
        "closes": needed,
        "zone": needed,
    }


def test_times_of_a_closed_day_are_refused_rather_than_lost():
    told = mistakes(closed(opens=time(10)))

    assert told["opens"] == [
        "Only other hours have times. Choose “Other hours”, or leave this blank."
    ]


def test_language_that_nobody_serves_is_refused(desk):
    assert mistakes(closed(department=desk, languages=("ko",))) == {
        "languages": ["Desk isn’t available in Korean, so nothing would change there."]
    }
    assert mistakes(closed(languages=("ko",)))["languages"]


def test_two_kinds_of_one_day_for_the_same_people_contradict_each_other(desk):
    save(closed(department=desk, last_day=date(2026, 12, 26)))

    later = {"first_day": date(2026, 12, 26), "last_day": date(2026, 12, 28)}
    assert mistakes(other_hours(department=desk, **later)) == {
        "__all__": [
            "There is another entry for some of these days, departments and languages: 24–26 Dec "
            "2026 · Closed all day. Enter only 27–28 Dec 2026 here, or change the other one."
        ]
    }


def test_entry_within_another_is_no_contradiction(desk):
    save(closed(department=desk, last_day=date(2027, 1, 3)))

    row = save(other_hours(department=desk, first_day=date(2026, 12, 29)))

    assert row.pk


def test_same_days_twice_cannot_be_split(desk):
    save(closed(department=desk))

    assert mistakes(other_hours(department=desk)) == {
        "__all__": [
            "There is another entry for the same days, departments and languages: 24 Dec 2026 · "
            "Closed all day. Change one of them, or make one fall entirely within the other; the "
            "shorter one then applies on its days."
        ]
    }


def test_two_parts_of_one_day_go_together(desk):
    save(other_hours(department=desk))

    save(other_hours(department=desk, opens=time(15), closes=time(16)))


def test_what_is_said_of_fewer_people_goes_before_what_is_said_of_more(desk):
    entries = [
        closed(),
        closed(languages=("ja",)),
        closed(department=desk),
        closed(department=desk, languages=("ja",)),
    ]

    assert [save(entry).rank for entry in entries] == [0, 1, 2, 3]


def test_weekdays_narrow_the_range():
    saturdays = other_hours(weekdays=frozenset({Weekday.SA}), last_day=date(2026, 12, 31))
    special = save(saturdays).special

    assert len(special.days()) == 1


def test_hours_until_midnight_reach_the_engine_as_such():
    assert save(other_hours(closes=time(0))).special.window.closes == 1440


def closure(**fields):
    stated = {
        "starts_on": CHRISTMAS_EVE,
        "starts_at": time(15),
        "ends_on": date(2026, 12, 27),
        "ends_at": time(9),
        "zone": "Asia/Tokyo",
    }
    return Closure(**stated | fields)


def test_closure_is_an_interval_of_instants():
    assert save(closure()).closure.interval == (
        datetime(2026, 12, 24, 6, 0, tzinfo=UTC),
        datetime(2026, 12, 27, 0, 0, tzinfo=UTC),
    )


def test_closure_that_ends_before_it_begins_is_refused():
    assert mistakes(closure(ends_on=CHRISTMAS_EVE))["ends_on"] == [
        "The end must be after the start."
    ]


def test_closure_that_a_change_of_the_clock_skips_is_none_and_is_refused():
    skipped = closure(
        starts_on=date(2026, 9, 6),
        ends_on=date(2026, 9, 6),
        starts_at=time(0, 23),
        ends_at=time(0, 42),
        zone="America/Santiago",
    )

    assert skipped.closure is None
    assert mistakes(skipped) == {
        "starts_at": [
            "The clocks go forward on this day and skip all of these times, so nothing would be "
            "closed."
        ]
    }


def test_closure_of_which_a_change_of_the_clock_leaves_a_part_is_taken():
    partly = closure(
        starts_on=date(2026, 9, 6),
        ends_on=date(2026, 9, 6),
        starts_at=time(0, 23),
        ends_at=time(1, 10),
        zone="America/Santiago",
    )

    assert save(partly).closure.interval == (
        datetime(2026, 9, 6, 4, 0, tzinfo=UTC),
        datetime(2026, 9, 6, 4, 10, tzinfo=UTC),
    )


def test_exceptions_are_told_in_words(desk):
    assert (
        str(save(closed(last_day=date(2027, 1, 3))))
        == "24 Dec 2026\u2009–\u20093 Jan 2027 · Closed all day"
    )
    assert str(save(closure())) == (
        "Thu 24 Dec 2026, 15:00\u2009–\u2009Sun 27 Dec 2026, 09:00 Asia/Tokyo"
    )
    assert closed(department=desk, languages=("ja",)).scope == "Desk: Japanese"
    assert closed().scope == "All departments"


@pytest.mark.parametrize("make", [closed, closure])
def test_every_exception_raises_the_revision(make):
    from support.directory.revision import current_revision

    before = current_revision()
    row = save(make())
    row.delete()

    assert current_revision() == before + 2


@pytest.mark.parametrize(
    ("days", "rules"),
    [
        ("2026-12-05/2026-12-06", {"weekdays": "MO"}),
        ("2026-12-01/2026-12-03", {"weekdays": "MO", "repeats": "monthly", "monthly": "-1"}),
    ],
)
def test_special_hours_that_name_no_day_are_refused(desk, days, rules):
    with pytest.raises(ValidationError) as error:
        factories.closed_on(days, department=desk, **rules)
    assert error.value.message_dict == {
        "weekdays": ["None of these weekdays falls on these dates, so nothing would change."]
    }


@pytest.mark.parametrize("day", ["0026-12-05", "1899-12-31", "2201-01-01", "9999-12-31"])
def test_exception_of_a_year_that_nobody_answers_for_is_refused(desk, day):
    with pytest.raises(ValidationError, match="between 1900 and 2200"):
        factories.closed_on(day, department=desk)
    with pytest.raises(ValidationError, match="between 1900 and 2200"):
        factories.closure(f"{day}T10:00", f"{day}T12:00", department=desk)


def test_what_is_no_language_is_told_once(desk):
    with pytest.raises(ValidationError) as error:
        factories.closed_on("2026-12-24", department=desk, languages=("en; de",))
    assert error.value.message_dict == {
        "languages": ["“en; de” isn’t a language tag. Use a tag such as ja, pt or pt-BR."]
    }
