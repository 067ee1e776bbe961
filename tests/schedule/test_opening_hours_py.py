"""Another engine on the same hours: opening-hours-py, away from nights on which a clock changes.

It speaks of one zone per timetable and has no window of 24 hours that starts within the day.
"""

from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from opening_hours import OpeningHours

from support.schedule import Timetable, Weekday, Window, format_wall_time

ZONES = ["UTC", "Asia/Tokyo", "Asia/Kolkata", "Europe/London", "America/New_York", "Africa/Cairo"]

# In these seasons, a week's end included, none of the clocks changes.
SEASONS = [datetime(2026, 5, 4, tzinfo=UTC), datetime(2026, 11, 9, tzinfo=UTC)]
SEASON_MINUTES = 100 * 24 * 60

TIMETABLES, INSTANTS = 20, 40


def random_window(random: Random, zone: str) -> Window:
    opens, closes = random.sample(range(0, 1440, random.choice([1, 15, 60])), 2)
    weekdays = frozenset(random.sample(list(Weekday), random.randint(1, 7)))
    whole_day, until_midnight = random.random() < 0.1, random.random() < 0.1
    if whole_day:
        return Window(weekdays, 0, 1440, zone)
    return Window(weekdays, opens, 1440 if until_midnight else closes, zone)


def as_opening_hours(windows: list[Window]) -> str:
    """Additive rules in the syntax of OpenStreetMap: "Mo,Tu 22:00-06:00, Fr 09:00-24:00"."""
    return ", ".join(
        f"{','.join(day.name.capitalize() for day in sorted(window.weekdays))} "
        f"{format_wall_time(window.opens)}-{format_wall_time(window.closes)}"
        for window in windows
    )


@pytest.mark.parametrize("zone", ZONES)
def test_both_engines_agree_on_state_and_next_change(zone):
    random = Random(zone)
    for _ in range(TIMETABLES):
        windows = [random_window(random, zone) for _ in range(random.randint(1, 4))]
        ours, text = Timetable(windows), as_opening_hours(windows)
        theirs = OpeningHours(text, timezone=ZoneInfo(zone), max_interval_days=366)
        for _ in range(INSTANTS):
            instant = random.choice(SEASONS) + timedelta(minutes=random.randrange(SEASON_MINUTES))
            local = instant.astimezone(ZoneInfo(zone))
            assert ours.is_open(instant) == theirs.is_open(local), (text, local)
            assert ours.next_change(instant) == theirs.next_change(local), (text, local)
