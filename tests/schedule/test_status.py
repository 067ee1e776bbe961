"""What is said about an instant: the state, since when, until when, and by which rule."""

import time

import pytest

from support.schedule import Reason, Rule, State, Status, Timetable
from tests.schedule.notation import at, timetable, window

TOKYO = window("MO,TU 10:00-18:00 Asia/Tokyo")
LONDON = window("MO 08:00-16:00 Europe/London")


def test_open_status_names_the_window_that_holds():
    assert Timetable([TOKYO, LONDON]).status(at("2026-01-05T02:00Z")) == Status(
        State.OPEN,
        since=at("2026-01-05T01:00Z"),
        changes_at=at("2026-01-05T16:00Z"),
        reason=Reason(Rule.WINDOW, State.OPEN, (TOKYO,)),
    )


def test_closed_status_says_outside_hours():
    assert Timetable([TOKYO, LONDON]).status(at("2026-01-05T20:00Z")) == Status(
        State.CLOSED,
        since=at("2026-01-05T16:00Z"),
        changes_at=at("2026-01-06T01:00Z"),
        reason=Reason(Rule.OUTSIDE_HOURS, State.CLOSED),
    )


@pytest.mark.parametrize(
    ("instant", "held"),
    [
        ("2026-01-05T00:59:59Z", ()),
        ("2026-01-05T01:00:00Z", (TOKYO,)),
        ("2026-01-05T08:00:00Z", (TOKYO, LONDON)),
        ("2026-01-05T08:59:59Z", (TOKYO, LONDON)),
        ("2026-01-05T09:00:00Z", (LONDON,)),
        ("2026-01-05T16:00:00Z", ()),
    ],
)
def test_windows_at_an_instant_are_all_that_hold_then(instant, held):
    hours = Timetable([TOKYO, LONDON])
    assert hours.windows_at(at(instant)) == held
    assert hours.status(at(instant)).reason.windows == held


def test_windows_that_hold_keep_the_order_of_the_timetable():
    hours = Timetable([LONDON, TOKYO])
    assert hours.windows_at(at("2026-01-05T08:30Z")) == (LONDON, TOKYO)


@pytest.mark.parametrize(
    ("instant", "state", "since", "changes_at"),
    [
        ("2026-01-05T00:59:59Z", "closed", "2025-12-30T09:00Z", "2026-01-05T01:00Z"),
        ("2026-01-05T01:00:00Z", "open", "2026-01-05T01:00Z", "2026-01-05T09:00Z"),
        ("2026-01-05T08:59:59Z", "open", "2026-01-05T01:00Z", "2026-01-05T09:00Z"),
        ("2026-01-05T09:00:00Z", "closed", "2026-01-05T09:00Z", "2026-01-06T01:00Z"),
    ],
)
def test_a_state_holds_from_since_until_just_before_changes_at(instant, state, since, changes_at):
    now = Timetable([TOKYO]).status(at(instant))
    assert now.state == state
    assert now.since == at(since)
    assert now.changes_at == at(changes_at)


def test_answers_are_in_utc_whatever_zone_was_asked_in():
    now = Timetable([TOKYO]).status(at("2026-01-05T11:00+09:00"))
    assert now.since.isoformat() == "2026-01-05T01:00:00+00:00"
    assert now.changes_at.isoformat() == "2026-01-05T09:00:00+00:00"


@pytest.fixture
def _server_in_tokyo(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("_server_in_tokyo")
def test_intervals_are_in_utc_where_they_are_cut_too():
    (cut,) = Timetable([TOKYO]).intervals(
        at("2026-01-05T11:00+09:00"), at("2026-01-05T12:00+09:00")
    )
    assert (cut.start.isoformat(), cut.end.isoformat()) == (
        "2026-01-05T02:00:00+00:00",
        "2026-01-05T03:00:00+00:00",
    )


def test_states_are_written_as_the_api_writes_them():
    assert list(State) == ["open", "closed", "unscheduled"]


def test_timetable_keeps_its_windows_in_the_order_given():
    assert Timetable(iter([LONDON, TOKYO])).windows == (LONDON, TOKYO)


def test_status_of_a_week_with_one_window_spans_the_days_between():
    now = timetable("MO 10:00-18:00 UTC").status(at("2026-01-08T00:00Z"))
    assert now.since == at("2026-01-05T18:00Z")
    assert now.changes_at == at("2026-01-12T10:00Z")
