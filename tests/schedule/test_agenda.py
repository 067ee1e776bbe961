"""Many timetables watched together say what each says alone."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from support.schedule import Agenda, Timetable, Unscheduled, Window
from tests.schedule.notation import at

TOKYO = Window.parse("MO,TU,WE,TH,FR 10:00-18:00 Asia/Tokyo")
LONDON = Window.parse("MO,TU,WE,TH,FR 09:00-17:00 Europe/London")
ALWAYS = Window.parse("MO,TU,WE,TH,FR,SA,SU 00:00-24:00 UTC")


def agenda():
    return Agenda([Timetable([TOKYO]), Timetable([LONDON]), Timetable([ALWAYS]), Unscheduled()])


def test_next_change_is_the_first_of_all():
    assert agenda().next_change(at("2026-01-05T00:00Z")) == at("2026-01-05T01:00Z")


def test_change_at_the_very_instant_is_over():
    watched = agenda()
    assert watched.next_change(at("2026-01-05T00:59:59Z")) == at("2026-01-05T01:00Z")
    assert watched.next_change(at("2026-01-05T01:00:00Z")) == at("2026-01-05T09:00Z")


def test_several_changes_at_one_instant_are_all_seen():
    watched = Agenda([Timetable([TOKYO]), Timetable([TOKYO])])
    assert watched.next_change(at("2026-01-05T00:00Z")) == at("2026-01-05T01:00Z")
    assert watched.next_change(at("2026-01-05T01:00Z")) == at("2026-01-05T09:00Z")


def test_nothing_that_ever_changes_is_none():
    assert Agenda([Timetable([ALWAYS]), Unscheduled()]).next_change(at("2026-01-05T00:00Z")) is None
    assert Agenda([]).next_change(at("2026-01-05T00:00Z")) is None


def test_timetable_whose_last_change_is_over_is_left_out():
    last_day = replace(TOKYO, valid_through=date(2026, 1, 5))
    watched = Agenda([Timetable([last_day]), Timetable([LONDON])])
    assert watched.next_change(at("2026-01-05T08:59:59Z")) == at("2026-01-05T09:00Z")
    assert watched.next_change(at("2026-01-05T09:00Z")) == at("2026-01-05T17:00Z")
    assert watched.next_change(at("2026-01-06T00:00Z")) == at("2026-01-06T09:00Z")


class Asked(Timetable):
    """Remembers the instants that it was asked about."""

    def __init__(self, windows):
        super().__init__(windows)
        self.asked = []

    def next_change(self, at):
        self.asked.append(at)
        return super().next_change(at)


def test_only_a_timetable_that_has_changed_is_asked_again():
    tokyo, london = Asked([TOKYO]), Asked([LONDON])
    watched = Agenda([tokyo, london])
    watched.next_change(at("2026-01-05T00:00Z"))
    watched.next_change(at("2026-01-05T00:00Z"))
    watched.next_change(at("2026-01-05T01:00Z"))
    watched.next_change(at("2026-01-05T02:00Z"))
    assert tokyo.asked == [at("2026-01-05T00:00Z"), at("2026-01-05T01:00Z")]
    assert london.asked == [at("2026-01-05T00:00Z")]


def test_clock_that_is_set_back_is_answered_as_if_asked_first():
    watched = agenda()
    watched.next_change(at("2026-03-05T12:00Z"))
    assert watched.next_change(at("2026-01-05T00:00Z")) == at("2026-01-05T01:00Z")


instants = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001


@settings(deadline=None)
@given(st.lists(instants, min_size=1, max_size=8))
def test_whatever_was_asked_before_the_answer_is_that_of_each_alone(asked):
    alone = [Timetable([TOKYO]), Timetable([LONDON]), Timetable([ALWAYS])]
    watched = Agenda([Timetable([TOKYO]), Timetable([LONDON]), Timetable([ALWAYS])])
    told = [watched.next_change(instant) for instant in asked]
    assert told == [
        min(change for each in alone if (change := each.next_change(instant))) for instant in asked
    ]


def test_an_hour_of_ticks_sees_every_change_once():
    watched = agenda()
    start = at("2026-01-05T08:30Z")
    told = {watched.next_change(start + timedelta(seconds=second)) for second in range(3600)}
    assert told == {at("2026-01-05T09:00Z"), at("2026-01-05T17:00Z")}
