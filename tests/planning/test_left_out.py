"""Which rules of a window leave out a day of its weekdays."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from support.planning.left_out import LeavesOut, leaves_out
from support.schedule import MonthDay, Season, Window

MONDAY = Window.parse("MO 09:00-17:00 UTC")
NIGHT = Window.parse("MO 22:00-06:00 UTC")
DAY = datetime(2026, 12, 7, 10, tzinfo=UTC)  # the first Monday of December
NEXT_MORNING = datetime(2026, 12, 8, 5, tzinfo=UTC)

SUMMER = Season(MonthDay(4, 1), MonthDay(10, 31))


@pytest.mark.parametrize(
    ("rules", "named"),
    [
        ({}, ()),
        ({"valid_from": date(2026, 12, 8)}, (LeavesOut.NOT_YET,)),
        ({"valid_through": date(2026, 12, 6)}, (LeavesOut.NO_LONGER,)),
        ({"season": SUMMER}, (LeavesOut.SEASON,)),
        ({"every_weeks": 2, "valid_from": date(2026, 11, 30)}, (LeavesOut.WEEKS,)),
        ({"every_weeks": 2, "valid_from": date(2026, 11, 23)}, ()),
        ({"monthly": frozenset({-1})}, (LeavesOut.MONTHLY,)),
        ({"monthly": frozenset({1})}, ()),
        (
            {"season": SUMMER, "monthly": frozenset({2})},
            (LeavesOut.SEASON, LeavesOut.MONTHLY),
        ),
    ],
)
def test_rules_that_leave_a_day_out_are_named(rules, named):
    assert leaves_out(replace(MONDAY, **rules), DAY) == named


def test_day_of_another_weekday_is_not_left_out():
    assert leaves_out(replace(MONDAY, season=SUMMER), NEXT_MORNING) == ()


def test_night_that_would_go_on_is_left_out_by_its_first_day():
    assert leaves_out(replace(NIGHT, season=SUMMER), NEXT_MORNING) == (LeavesOut.SEASON,)
