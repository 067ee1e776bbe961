"""A language that is served without stated hours is neither open nor closed, ever."""

from datetime import date

import pytest

from support.schedule import Reason, Rule, State, Status, Unscheduled
from tests.schedule.notation import at, closed_on

NOW = at("2026-01-05T12:00Z")


def test_unscheduled_is_a_state_of_its_own_without_beginning_or_end():
    assert Unscheduled().status(NOW) == Status(
        State.UNSCHEDULED,
        since=None,
        changes_at=None,
        reason=Reason(Rule.NO_STATED_HOURS, State.UNSCHEDULED),
    )


def test_unscheduled_is_not_open_and_never_changes():
    assert not Unscheduled().is_open(NOW)
    assert Unscheduled().next_change(NOW) is None


def test_unscheduled_has_no_windows_and_no_intervals():
    assert Unscheduled().windows == ()
    assert Unscheduled().windows_at(NOW) == ()
    assert Unscheduled().intervals(NOW, at("2027-01-05T12:00Z")) == []
    assert Unscheduled().intervals(NOW, NOW) == []


@pytest.mark.parametrize(
    ("first", "last", "decides"),
    [
        (date(2026, 12, 1), date(2026, 12, 23), False),
        (date(2026, 12, 1), date(2026, 12, 24), True),
        (date(2026, 12, 25), date(2026, 12, 25), True),
        (date(2026, 12, 26), date(2026, 12, 31), True),
        (date(2026, 12, 27), date(2026, 12, 31), False),
    ],
)
def test_special_hours_of_an_unscheduled_language_have_their_way_on_all_their_days(
    first, last, decides
):
    special = closed_on("2026-12-24/2026-12-26")
    assert Unscheduled().decides(special, first, last) is decides
