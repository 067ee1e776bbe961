"""The engine of hours: pure, immutable, standard library only; it never reads the clock.

    windows, special hours, closures -> Timetable -> Status, Interval

Instants are aware datetimes; weekly hours are wall time in an IANA zone.
"""

from support.schedule.clock_change import ClockChange, clock_changes
from support.schedule.closure import Closure
from support.schedule.contradiction import (
    Contradiction,
    DateRange,
    contradiction,
    contradictions,
    touching,
)
from support.schedule.day_hours import DayHours
from support.schedule.difference import without
from support.schedule.errors import (
    BackwardsRange,
    InstantOutOfRange,
    InvalidClosure,
    InvalidEveryWeeks,
    InvalidMonthly,
    InvalidSeason,
    InvalidSpecialHours,
    InvalidValidity,
    InvalidWallTime,
    InvalidWeekdays,
    NaiveInstant,
    ScheduleError,
    UnknownZone,
    UnreadableHours,
    UnreadableWindow,
)
from support.schedule.holiday_calendar import HolidayCalendar
from support.schedule.holiday_days import holidays_of
from support.schedule.instant import FIRST_DAY, LAST_DAY, date_of, day_number, to_utc
from support.schedule.interval import Interval
from support.schedule.monthly import MONTHLY_PLACES, format_monthly, parse_monthly, sort_monthly
from support.schedule.overlap import overlaps
from support.schedule.season import MonthDay, Season
from support.schedule.special_hours import LONGEST_SPECIAL_HOURS, Effect, Repeats, SpecialHours
from support.schedule.status import Holiday, Reason, Rule, State, Status
from support.schedule.timetable import HolidayChange, Loss, Shift, Timetable
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
from support.schedule.weekday import (
    EVERY_DAY,
    Weekday,
    format_weekdays,
    parse_weekday,
    parse_weekdays,
)
from support.schedule.window import MOST_WEEKS, Window

__all__ = [
    "EVERY_DAY",
    "FIRST_DAY",
    "LAST_DAY",
    "LONGEST_SPECIAL_HOURS",
    "MINUTES_PER_DAY",
    "MONTHLY_PLACES",
    "MOST_WEEKS",
    "BackwardsRange",
    "ClockChange",
    "Closure",
    "Contradiction",
    "DateRange",
    "DayHours",
    "Effect",
    "Holiday",
    "HolidayCalendar",
    "HolidayChange",
    "InstantOutOfRange",
    "Interval",
    "InvalidClosure",
    "InvalidEveryWeeks",
    "InvalidMonthly",
    "InvalidSeason",
    "InvalidSpecialHours",
    "InvalidValidity",
    "InvalidWallTime",
    "InvalidWeekdays",
    "Loss",
    "MonthDay",
    "NaiveInstant",
    "Reason",
    "Repeats",
    "Rule",
    "ScheduleError",
    "Season",
    "Shift",
    "SpecialHours",
    "State",
    "Status",
    "Timetable",
    "UnknownZone",
    "UnreadableHours",
    "UnreadableWindow",
    "Unscheduled",
    "Weekday",
    "Window",
    "clock_changes",
    "contradiction",
    "contradictions",
    "date_of",
    "day_number",
    "format_monthly",
    "format_wall_time",
    "format_weekdays",
    "holidays_of",
    "minutes_of",
    "overlaps",
    "parse_monthly",
    "parse_wall_time",
    "parse_weekday",
    "parse_weekdays",
    "read_closing",
    "read_opening",
    "sort_monthly",
    "time_of",
    "to_utc",
    "touching",
    "without",
]
