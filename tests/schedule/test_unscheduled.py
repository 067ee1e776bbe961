"""A language that is served without stated hours is neither open nor closed, ever."""

from support.schedule import Reason, Rule, State, Status, Unscheduled
from tests.schedule.notation import at

NOW = at("2026-01-05T12:00Z")


def test_unscheduled_is_a_state_of_its_own_without_beginning_or_end():
    assert Unscheduled().status(NOW) == Status(
        State.UNSCHEDULED, since=None, changes_at=None, reason=Reason(Rule.NO_STATED_HOURS)
    )


def test_unscheduled_is_not_open_and_never_changes():
    assert not Unscheduled().is_open(NOW)
    assert Unscheduled().next_change(NOW) is None


def test_unscheduled_has_no_windows_and_no_intervals():
    assert Unscheduled().windows == ()
    assert Unscheduled().windows_at(NOW) == ()
    assert Unscheduled().intervals(NOW, at("2027-01-05T12:00Z")) == []
