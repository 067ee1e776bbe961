"""What holds for all hours and all instants, however they are mixed."""

from dataclasses import replace
from datetime import UTC, timedelta
from itertools import chain, pairwise
from zoneinfo import ZoneInfo

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from support.schedule import Rule, State, Timetable, Weekday, Window, day_number, overlaps
from tests.schedule.brute_force import DAY, HOUR, MINUTE, union, wall_time
from tests.schedule.notation import at
from tests.schedule.strategies import (
    dates,
    exceptions,
    far_instants,
    half_hours,
    has_one_clock,
    instants,
    is_ever_seen,
    moments,
    moments_inside_hours,
    notices,
    ranges,
    seen_on_the_wall,
    some_weekdays,
    timetables,
    window_lists,
    windows,
)

SECOND = timedelta(seconds=1)
TWO_YEARS = 731 * DAY
LAST = at("2030-01-01T00:00")

# `make prove` tries millions.
calm = settings(deadline=None, max_examples=75)

utc_windows = st.builds(
    Window, weekdays=some_weekdays, opens=half_hours, closes=half_hours, zone=st.just("UTC")
)


def can_be_halved(window):
    """Whether there is a minute between opening and the next of closing and midnight."""
    return window.length > 1 and window.opens < 1439


def is_a_time_of_day(seen):
    """Whether the clock on the wall does show the time, and does not skip it."""
    return wall_time(ZoneInfo(seen.window.zone), seen.instant) == seen.wall


@calm
@given(moments.filter(lambda moment: moment.will_end))
def test_state_flips_exactly_at_changes_at(moment):
    timetable, instant = moment
    changes_at = timetable.status(instant).changes_at
    assert timetable.is_open(changes_at - SECOND) == timetable.is_open(instant)
    assert timetable.is_open(changes_at) != timetable.is_open(instant)


@calm
@given(moments.filter(lambda moment: moment.has_begun))
def test_state_flipped_exactly_at_since(moment):
    timetable, instant = moment
    since = timetable.status(instant).since
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
    assert bool(timetable.windows_at(instant)) == timetable.is_open(instant)


@calm
@given(timetables, instants)
def test_first_reason_that_speaks_for_the_state_is_the_one_that_decides(timetable, instant):
    reasons, now = timetable.explain(instant), timetable.status(instant)
    assert now.reason == next(reason for reason in reasons if reason.state is now.state)


@calm
@given(moments_inside_hours.filter(lambda moment: moment.is_open))
def test_reason_for_being_open_names_windows_that_hold(moment):
    timetable, instant = moment
    reason = timetable.status(instant).reason
    assert set() < set(reason.windows) <= set(timetable.windows_at(instant))


@calm
@given(timetables, instants)
def test_reasons_come_in_order_of_precedence(timetable, instant):
    reasons = timetable.explain(instant)
    rules = [list(Rule).index(reason.rule) for reason in reasons if not reason.lost]
    assert rules == sorted(rules)
    assert not any(reason.lost for reason in reasons[: len(rules)])


@calm
@given(timetables, instants)
def test_closure_decides_and_nothing_lower_overrules_it(timetable, instant):
    covered = any(c.interval.start <= instant < c.interval.end for c in timetable.closures)
    assert (timetable.status(instant).reason.rule is Rule.CLOSURE) == covered


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
@given(
    window_lists,
    exceptions,
    far_instants | instants,
    st.lists(far_instants | instants, min_size=1, max_size=3),
    ranges,
)
def test_answers_do_not_depend_on_what_was_asked_before(rows, but, instant, earlier, bounds):
    fresh, used = Timetable(rows, *but), Timetable(rows, *but)
    for asked in earlier:
        used.status(asked)
    assert used.is_open(instant) == fresh.is_open(instant)
    assert used.status(instant) == Timetable(rows, *but).status(instant)
    assert used.next_change(instant) == Timetable(rows, *but).next_change(instant)
    assert used.intervals(*bounds) == Timetable(rows, *but).intervals(*bounds)


@calm
@given(window_lists, exceptions, st.randoms(use_true_random=False), ranges)
def test_order_of_rows_does_not_matter(rows, but, random, bounds):
    one = Timetable(rows, *but)
    other = Timetable(*(random.sample(kind, len(kind)) for kind in (rows, *but)))
    assert one.intervals(*bounds) == other.intervals(*bounds)
    assert one.next_change(bounds[0]) == other.next_change(bounds[0])
    assert set(one.windows_at(bounds[0])) == set(other.windows_at(bounds[0]))
    assert [reason.rule for reason in one.explain(bounds[0])] == [
        reason.rule for reason in other.explain(bounds[0])
    ]


@calm
@given(window_lists, window_lists, exceptions, ranges)
def test_timetable_is_the_union_of_those_of_its_windows(some, others, but, bounds):
    parts = (Timetable(some, *but), Timetable(others, *but))
    apart = [interval for part in parts for interval in part.intervals(*bounds)]
    assert Timetable(some + others, *but).intervals(*bounds) == union(apart)


@calm
@given(
    windows.filter(has_one_clock).filter(can_be_halved), st.integers(0, 1439), exceptions, ranges
)
def test_hours_written_as_two_windows_that_touch_are_the_same_hours(window, minutes, but, bounds):
    before_midnight = min(window.length, 1440 - window.opens)
    noon = window.opens + 1 + minutes % (before_midnight - 1)
    halves = [replace(window, closes=noon), replace(window, opens=noon)]
    assert Timetable(halves, *but).intervals(*bounds) == Timetable([window], *but).intervals(
        *bounds
    )


@calm
@given(seen_on_the_wall.filter(is_a_time_of_day))
def test_whoever_sees_a_time_inside_the_hours_on_their_wall_finds_us_open(seen):
    assert Timetable([seen.window]).is_open(seen.instant)


@calm
@given(notices, window_lists, st.integers(0, 10**9), st.sampled_from([0, 1]))
def test_whoever_sees_a_time_inside_a_closure_on_their_wall_finds_us_closed(
    notice, rows, seconds, fold
):
    zone = ZoneInfo(notice.zone)
    wall = notice.starts + seconds * SECOND % ((notice.ends or LAST) - notice.starts)
    instant = wall.replace(tzinfo=zone, fold=fold).astimezone(UTC)
    assume(wall_time(zone, instant) == wall)
    assert is_ever_seen(notice)
    always = Window(frozenset(Weekday), 0, 1440, "UTC")
    assert not Timetable([always, *rows], closures=[notice.closure()]).is_open(instant)


@calm
@given(timetables, dates, st.integers(0, 3))
def test_shifts_are_within_the_hours_and_begin_on_their_day(timetable, first, days):
    for day, window, interval in timetable.shifts(first, first + days * DAY):
        assert first <= day <= first + days * DAY
        assert timetable.intervals(*interval) == [interval]
        assert window in timetable.windows_at(interval.start)


@calm
@given(utc_windows, utc_windows)
def test_windows_overlap_exactly_when_together_they_are_open_for_less_than_apart(one, other):
    week = at("2026-01-05T00:00Z"), at("2026-01-12T00:00Z")
    together, *apart = (
        sum((i.end - i.start for i in Timetable(rows).intervals(*week)), 0 * HOUR)
        for rows in ([one, other], [one], [other])
    )
    assert list(overlaps([one, other])) == ([(0, 1)] if together < sum(apart, 0 * HOUR) else [])


@calm
@given(window_lists, exceptions, instants, st.integers(1, 730))
def test_hours_of_a_long_time_are_those_of_its_weeks_put_together(rows, but, start, days):
    end = start + days * DAY
    weeks = [start + first * DAY for first in range(0, days, 7)]
    apart = [Timetable(rows, *but).intervals(day, min(day + 7 * DAY, end)) for day in weeks]
    assert Timetable(rows, *but).intervals(start, end) == union(list(chain(*apart)))


@calm
@given(windows, dates, st.integers(0, 800), st.integers(-10_000, 10_000))
def test_spans_of_many_days_are_those_of_each(window, first, length, base):
    begins = day_number(first)
    starts, ends = window.spans(window.days(begins, begins + length), base)
    found = window.spans_between(begins, begins + length, base)
    assert (sorted(found[0]), sorted(found[1])) == (sorted(starts), sorted(ends))
