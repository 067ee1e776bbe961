"""Which windows of one timetable claim the same wall time of one zone twice."""

import pytest

from support.schedule import overlaps
from tests.schedule.notation import DAILY, window


def pairs(*windows):
    return list(overlaps([window(*row) for row in windows]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MO 10:00-18:00 UTC", "MO 10:00-18:00 UTC"),
        ("MO 10:00-18:00 UTC", "MO 17:59-20:00 UTC"),
        ("MO 10:00-18:00 UTC", "MO 12:00-12:01 UTC"),
        ("MO,TU 10:00-18:00 UTC", "TU,WE 09:00-10:01 UTC"),
        ("MO 22:00-06:00 UTC", "TU 05:59-12:00 UTC"),
        ("MO 22:00-06:00 UTC", "TU 00:00-24:00 UTC"),
        ("MO 22:00-06:00 UTC", "MO 23:00-23:30 UTC"),
        ("SU 22:00-06:00 UTC", "MO 05:00-12:00 UTC"),
        ("MO 09:00-09:00 UTC", "TU 08:00-10:00 UTC"),
        ("SU 09:00-09:00 UTC", "MO 00:00-00:01 UTC"),
        (f"{DAILY} 00:00-24:00 UTC", "SA 03:00-04:00 UTC"),
    ],
)
def test_windows_that_share_time_overlap_in_either_order(one, other):
    assert pairs([one], [other]) == [(0, 1)]
    assert pairs([other], [one]) == [(0, 1)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MO 10:00-12:00 UTC", "MO 12:00-18:00 UTC"),
        ("MO 10:00-12:00 UTC", "MO 13:00-18:00 UTC"),
        ("MO 10:00-18:00 UTC", "TU 10:00-18:00 UTC"),
        ("MO 18:00-24:00 UTC", "TU 00:00-06:00 UTC"),
        ("MO 22:00-06:00 UTC", "TU 06:00-12:00 UTC"),
        ("MO 22:00-06:00 UTC", "MO 00:00-06:00 UTC"),
        ("SU 22:00-06:00 UTC", "MO 06:00-12:00 UTC"),
        ("MO 09:00-09:00 UTC", "TU 09:00-09:00 UTC"),
        ("MO,WE 10:00-18:00 UTC", "TU,TH 10:00-18:00 UTC"),
    ],
)
def test_windows_that_only_touch_or_lie_apart_do_not_overlap(one, other):
    assert pairs([one], [other]) == []
    assert pairs([other], [one]) == []


def test_windows_of_different_zones_never_overlap():
    assert pairs(["MO 10:00-18:00 Asia/Tokyo"], ["MO 10:00-18:00 Europe/London"]) == []


def test_a_single_window_never_overlaps_itself():
    assert pairs([f"{DAILY} 09:00-09:00 UTC"]) == []


def test_every_pair_is_named_by_its_positions():
    assert pairs(
        ["MO 10:00-18:00 UTC"],
        ["TU 10:00-18:00 UTC"],
        ["MO,TU 12:00-13:00 UTC"],
        ["MO 12:30-14:00 UTC"],
    ) == [(0, 2), (0, 3), (1, 2), (2, 3)]


MONDAYS = "MO 10:00-18:00 UTC"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((None, "2026-06-30"), ("2026-07-01", None)),
        (("2026-01-01", "2026-06-30"), ("2026-07-01", "2026-12-31")),
        ((None, "2020-01-06"), ("2031-01-06", None)),
        (("2031-01-06", "2031-01-06"), ("2020-01-06", "2020-01-06")),
    ],
)
def test_windows_that_are_never_valid_together_never_overlap(one, other):
    assert pairs([MONDAYS, *one], [MONDAYS, *other]) == []
    assert pairs([MONDAYS, *other], [MONDAYS, *one]) == []


def test_shift_of_the_last_valid_day_does_not_clash_with_hours_valid_from_the_next_day():
    # The night of Sunday 4 January still holds on Monday, when it is no longer valid.
    night, morning = "SU 22:00-06:00 UTC", "MO 05:00-12:00 UTC"
    assert pairs([night, None, "2026-01-04"], [morning, "2026-01-05", None]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((None, None), ("2031-01-01", None)),
        ((None, None), (None, "2003-12-31")),
        ((None, "2026-06-30"), ("2026-01-01", None)),
        (("2026-01-01", None), ("2031-01-01", None)),
        ((None, "2003-12-31"), (None, "2026-12-31")),
        (("2026-01-05", "2026-01-05"), (None, None)),
        ((None, "2026-01-05"), ("2026-01-05", None)),
    ],
)
def test_windows_that_are_valid_together_on_their_weekday_overlap(one, other):
    assert pairs([MONDAYS, *one], [MONDAYS, *other]) == [(0, 1)]
    assert pairs([MONDAYS, *other], [MONDAYS, *one]) == [(0, 1)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((None, "2026-01-07"), ("2026-01-06", None)),
        ((None, "2026-01-11"), ("2026-01-06", "2026-01-31")),
    ],
)
def test_windows_valid_together_only_without_their_weekday_do_not_overlap(one, other):
    assert pairs([MONDAYS, *one], [MONDAYS, *other]) == []
    assert pairs([MONDAYS, *other], [MONDAYS, *one]) == []


def test_shift_that_began_on_the_eve_overlaps_the_first_valid_day_of_the_other():
    # On Monday 5 January both are valid, and both hold from 05:00 to 06:00.
    night, morning = "SU 22:00-06:00 UTC", "MO 05:00-12:00 UTC"
    assert pairs([night, None, "2026-01-10"], [morning, "2026-01-05", None]) == [(0, 1)]
    assert pairs([morning, "2026-01-05", None], [night, None, "2026-01-10"]) == [(0, 1)]
