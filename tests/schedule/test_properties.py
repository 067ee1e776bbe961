"""What holds for all hours and all instants, however they are mixed."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from support.schedule import State, Timetable, Weekday, Window, overlaps
from tests.schedule.brute_force import DAY, HOUR, MINUTE, union, wall_time
from tests.schedule.notation import at

SECOND = timedelta(seconds=1)
TWO_YEARS = 731 * DAY

ZONES = [
    "UTC",
    "Asia/Tokyo",
    "Asia/Kolkata",
    "Europe/London",
    "America/New_York",
    "Africa/Casablanca",
    "Asia/Beirut",
    "Australia/Lord_Howe",
    "Antarctica/Troll",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
]
CLOCK_CHANGES = [
    at("2026-02-15T02:00Z"),
    at("2026-03-08T07:00Z"),
    at("2026-03-22T02:00Z"),
    at("2026-03-28T22:00Z"),
    at("2026-03-29T01:00Z"),
    at("2026-04-04T15:00Z"),
    at("2026-10-03T15:30Z"),
    at("2026-10-24T21:00Z"),
    at("2026-10-25T01:00Z"),
    at("2026-11-01T06:00Z"),
]

calm = settings(deadline=None, max_examples=150)

half_hours = st.integers(0, 47).map(lambda n: 30 * n)
windows = st.builds(
    Window,
    weekdays=st.frozensets(st.sampled_from(Weekday), min_size=1),
    opens=half_hours | st.integers(0, 1439),
    closes=half_hours | st.integers(0, 1440),
    zone=st.sampled_from(ZONES),
    valid_from=st.none() | st.dates(date(2026, 1, 1), date(2026, 6, 30)),
    valid_through=st.none() | st.dates(date(2026, 7, 1), date(2026, 12, 31)),
)
weekly_windows = st.builds(
    Window,
    weekdays=st.frozensets(st.sampled_from(Weekday), min_size=1),
    opens=half_hours,
    closes=half_hours,
    zone=st.just("UTC"),
)
window_lists = st.lists(windows, max_size=4)
timetables = window_lists.map(Timetable)

near_a_clock_change = st.builds(
    lambda change, minutes: change + minutes * MINUTE,
    st.sampled_from(CLOCK_CHANGES),
    st.integers(-26 * 60, 26 * 60),
)
instants = near_a_clock_change | st.datetimes(
    at("2025-11-01T00:00"), at("2027-03-01T00:00"), timezones=st.just(UTC)
)
far_instants = st.datetimes(at("1990-01-01T00:00"), at("2060-01-01T00:00"), timezones=st.just(UTC))
days = instants.map(datetime.date)
ranges = st.tuples(instants, instants).map(sorted)


@calm
@given(timetables, instants)
def test_state_flips_exactly_at_changes_at(timetable, instant):
    changes_at = timetable.status(instant).changes_at
    assume(changes_at)
    assert timetable.is_open(changes_at - SECOND) == timetable.is_open(instant)
    assert timetable.is_open(changes_at) != timetable.is_open(instant)


@calm
@given(timetables, instants)
def test_state_flipped_exactly_at_since(timetable, instant):
    since = timetable.status(instant).since
    assume(since)
    assert timetable.is_open(since - SECOND) != timetable.is_open(instant)
    assert timetable.is_open(since) == timetable.is_open(instant)


@calm
@given(timetables, instants, st.integers(0, 999))
def test_nothing_changes_between_since_and_changes_at(timetable, instant, thousandths):
    now = timetable.status(instant)
    since, changes_at = now.since or instant - TWO_YEARS, now.changes_at or instant + TWO_YEARS
    between = since + (changes_at - since) * thousandths // 1000
    assert bool(timetable.windows_at(between)) == (now.state is State.OPEN)


@calm
@given(timetables, instants)
def test_since_is_not_after_the_instant_and_changes_at_is(timetable, instant):
    now = timetable.status(instant)
    assert now.since is None or now.since <= instant
    assert now.changes_at is None or now.changes_at > instant


@calm
@given(timetables, instants)
def test_all_answers_about_an_instant_agree(timetable, instant):
    now = timetable.status(instant)
    assert (now.state is State.OPEN) == timetable.is_open(instant)
    assert now.changes_at == timetable.next_change(instant)
    assert now.reason.windows == timetable.windows_at(instant)
    assert bool(now.reason.windows) == timetable.is_open(instant)


@calm
@given(timetables, ranges)
def test_intervals_are_sorted_disjoint_and_not_empty(timetable, bounds):
    start, end = (bound.replace(microsecond=0) for bound in bounds)
    intervals = timetable.intervals(start, end)
    edges = [start, *(edge for i in intervals for edge in (i.start, i.end)), end]
    assert edges == sorted(edges)
    assert all(interval.start < interval.end for interval in intervals)
    assert all(one.end < other.start for one, other in pairwise(intervals))


@calm
@given(timetables, instants, st.integers(0, 20 * 24 * 60), st.integers(1, 20 * 24 * 60))
def test_intervals_are_half_open_and_agree_with_is_open(timetable, instant, before, after):
    intervals = timetable.intervals(instant - before * MINUTE, instant + after * MINUTE)
    assert timetable.is_open(instant) == any(i.start <= instant < i.end for i in intervals)
    assert all(timetable.is_open(i.start) for i in intervals)
    assert all(timetable.is_open(i.end - SECOND) for i in intervals)


@calm
@given(timetables, instants, st.integers(1, 20))
def test_next_change_walks_along_the_edges_of_the_intervals(timetable, instant, days):
    start, end = instant.replace(microsecond=0), instant.replace(microsecond=0) + days * DAY
    walked = []
    change = timetable.next_change(start)
    while change and change < end:
        walked.append(change)
        change = timetable.next_change(change)
    edges = [edge for i in timetable.intervals(start, end) for edge in (i.start, i.end)]
    assert walked == [edge for edge in edges if start < edge < end]


@calm
@given(timetables, st.tuples(instants, instants, instants).map(sorted))
def test_intervals_of_two_ranges_join_to_those_of_the_whole(timetable, bounds):
    start, middle, end = bounds
    halves = timetable.intervals(start, middle) + timetable.intervals(middle, end)
    assert union(halves) == timetable.intervals(start, end)


@calm
@given(window_lists, instants, st.lists(far_instants | instants, min_size=1, max_size=3), ranges)
def test_answers_do_not_depend_on_what_was_asked_before(windows, instant, earlier, bounds):
    fresh, used = Timetable(windows), Timetable(windows)
    for asked in earlier:
        used.status(asked)
    assert used.is_open(instant) == fresh.is_open(instant)
    assert used.status(instant) == Timetable(windows).status(instant)
    assert used.next_change(instant) == Timetable(windows).next_change(instant)
    assert used.intervals(*bounds) == Timetable(windows).intervals(*bounds)


@calm
@given(window_lists.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))), ranges)
def test_order_of_windows_does_not_matter(orders, bounds):
    one, other = (Timetable(windows) for windows in orders)
    assert one.intervals(*bounds) == other.intervals(*bounds)
    assert one.next_change(bounds[0]) == other.next_change(bounds[0])
    assert set(one.windows_at(bounds[0])) == set(other.windows_at(bounds[0]))


@calm
@given(window_lists, window_lists, ranges)
def test_timetable_is_the_union_of_its_windows(some, others, bounds):
    parts = Timetable(some).intervals(*bounds) + Timetable(others).intervals(*bounds)
    assert Timetable(some + others).intervals(*bounds) == union(parts)


@calm
@given(windows, st.integers(1, 1439), ranges)
def test_hours_written_as_two_windows_that_touch_are_the_same_hours(window, noon, bounds):
    assume(window.opens < noon < window.opens + window.length)
    halves = [replace(window, closes=noon), replace(window, opens=noon)]
    assert Timetable(halves).intervals(*bounds) == Timetable([window]).intervals(*bounds)


@calm
@given(windows, days, st.integers(0, 1439), st.sampled_from([0, 1]))
def test_whoever_sees_a_time_inside_the_hours_on_their_wall_finds_us_open(
    window, day, minutes, fold
):
    zone = ZoneInfo(window.zone)
    wall = datetime.combine(day, time()) + (window.opens + minutes % window.length) * MINUTE
    instant = wall.replace(tzinfo=zone, fold=fold).astimezone(UTC)
    assume(wall_time(zone, instant) == wall)
    assume((window.valid_from or day) <= day <= (window.valid_through or day))
    that_day = replace(window, weekdays=window.weekdays | {Weekday(day.weekday())})
    assert Timetable([that_day]).is_open(instant)


@calm
@given(weekly_windows, weekly_windows)
def test_windows_overlap_exactly_when_together_they_are_open_for_less_than_apart(one, other):
    week = at("2026-01-05T00:00Z"), at("2026-01-12T00:00Z")
    together, *apart = (
        sum((i.end - i.start for i in Timetable(rows).intervals(*week)), 0 * HOUR)
        for rows in ([one, other], [one], [other])
    )
    assert list(overlaps([one, other])) == ([(0, 1)] if together < sum(apart, 0 * HOUR) else [])
