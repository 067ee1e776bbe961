"""The engine of hours: pure, immutable, standard library only; it never reads the clock.

    windows -> Timetable -> Status, Interval

Instants are aware datetimes; weekly hours are wall time in an IANA zone.
"""

from support.schedule.errors import (
    BackwardsRange,
    InstantOutOfRange,
    InvalidValidity,
    InvalidWallTime,
    InvalidWeekdays,
    NaiveInstant,
    ScheduleError,
    UnknownZone,
    UnreadableWindow,
)
from support.schedule.interval import Interval
from support.schedule.overlap import overlaps
from support.schedule.status import Reason, Rule, State, Status
from support.schedule.timetable import Timetable, Unscheduled
from support.schedule.wall_time import (
    MINUTES_PER_DAY,
    format_wall_time,
    minutes_of,
    parse_wall_time,
    read_closing,
    read_opening,
    time_of,
)
from support.schedule.weekday import EVERY_DAY, Weekday, format_weekdays, parse_weekdays
from support.schedule.window import Window

__all__ = [
    "EVERY_DAY",
    "MINUTES_PER_DAY",
    "BackwardsRange",
    "InstantOutOfRange",
    "Interval",
    "InvalidValidity",
    "InvalidWallTime",
    "InvalidWeekdays",
    "NaiveInstant",
    "Reason",
    "Rule",
    "ScheduleError",
    "State",
    "Status",
    "Timetable",
    "UnknownZone",
    "UnreadableWindow",
    "Unscheduled",
    "Weekday",
    "Window",
    "format_wall_time",
    "format_weekdays",
    "minutes_of",
    "overlaps",
    "parse_wall_time",
    "parse_weekdays",
    "read_closing",
    "read_opening",
    "time_of",
]
