"""All rules at once, at random, against the same rules as brute force scans them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.schedule.brute_force import DAY, open_intervals
from tests.schedule.notation import at
from tests.schedule.strategies import stated_hours

# Few, so that each is scanned but once: around clock changes, and the turn of the year.
STRETCHES = [
    (at(start), at(start) + 5 * DAY)
    for start in [
        "2026-02-13T00:00Z",
        "2026-03-06T00:00Z",
        "2026-03-27T00:00Z",
        "2026-10-23T00:00Z",
        "2026-12-23T00:00Z",
        "2026-12-30T00:00Z",
    ]
]


@settings(deadline=None, max_examples=100)
@given(stated_hours, st.sampled_from(STRETCHES))
def test_hours_with_exceptions_are_what_brute_force_finds(hours, stretch):
    assert hours.timetable().intervals(*stretch) == open_intervals(hours, *stretch)
