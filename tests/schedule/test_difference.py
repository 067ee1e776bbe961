from __future__ import annotations

from datetime import UTC, datetime

from support.schedule import Interval, without


def hours(*ends: int) -> list[Interval]:
    """On one day: start, end, start, end, …"""
    edges = [datetime(2026, 11, 23, hour, tzinfo=UTC) for hour in ends]
    return [Interval(*pair) for pair in zip(edges[::2], edges[1::2], strict=True)]


def test_nothing_taken_leaves_everything():
    assert without(hours(9, 12, 13, 17), []) == hours(9, 12, 13, 17)


def test_middle_taken_leaves_both_ends():
    assert without(hours(9, 17), hours(12, 13)) == hours(9, 12, 13, 17)


def test_one_stretch_taken_from_two():
    assert without(hours(9, 12, 13, 17), hours(11, 14)) == hours(9, 11, 14, 17)


def test_two_stretches_taken_from_one():
    assert without(hours(9, 17), hours(8, 10, 12, 13, 16, 20)) == hours(10, 12, 13, 16)


def test_same_hours_taken_leave_nothing():
    assert without(hours(9, 12), hours(9, 12)) == []


def test_hours_that_only_touch_take_nothing():
    assert without(hours(9, 12), hours(8, 9, 12, 13)) == hours(9, 12)


def test_what_is_taken_before_is_passed_over():
    assert without(hours(12, 17), hours(1, 2, 3, 4, 8, 9, 13, 14)) == hours(12, 13, 14, 17)
