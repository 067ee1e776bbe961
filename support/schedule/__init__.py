"""The engine of hours: pure, immutable, standard library only; it never reads the clock.

    windows, special hours, closures -> Timetable -> Status, Interval

Instants are aware datetimes; weekly hours are wall time in an IANA zone.
"""

from support.schedule.agenda import Agenda
from support.schedule.clock_change import ClockChange, clock_changes
from support.schedule.closure import Closure
from support.schedule.difference import without
from support.schedule.errors import (
    BackwardsRange,
    InstantOutOfRange,
    InvalidClosure,
    InvalidSpecialHours,
    InvalidValidity,
    InvalidWallTime,
    InvalidWeekdays,
    NaiveInstant,
    ScheduleError,
    UnknownZone,
    UnreadableWindow,
)
from support.schedule.holiday_calendar import HolidayCalendar
from support.schedule.instant import date_of, day_number, to_utc
from support.schedule.interval import Interval
from support.schedule.overlap import overlaps
from support.schedule.special_hours import LONGEST_SPECIAL_HOURS, Effect, SpecialHours
from support.schedule.status import Holiday, Reason, Rule, State, Status
from support.schedule.timetable import Shift, Timetable
from support.schedule.unscheduled import Unscheduled
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
    "LONGEST_SPECIAL_HOURS",
    "MINUTES_PER_DAY",
    "Agenda",
    "BackwardsRange",
    "ClockChange",
    "Closure",
    "Effect",
    "Holiday",
    "HolidayCalendar",
    "InstantOutOfRange",
    "Interval",
    "InvalidClosure",
    "InvalidSpecialHours",
    "InvalidValidity",
    "InvalidWallTime",
    "InvalidWeekdays",
    "NaiveInstant",
    "Reason",
    "Rule",
    "ScheduleError",
    "Shift",
    "SpecialHours",
    "State",
    "Status",
    "Timetable",
    "UnknownZone",
    "UnreadableWindow",
    "Unscheduled",
    "Weekday",
    "Window",
    "clock_changes",
    "date_of",
    "day_number",
    "format_wall_time",
    "format_weekdays",
    "minutes_of",
    "overlaps",
    "parse_wall_time",
    "parse_weekdays",
    "read_closing",
    "read_opening",
    "time_of",
    "to_utc",
    "without",
]
