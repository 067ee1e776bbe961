"""Hours as they are stated, for programs, by the names that the configuration file has."""

from __future__ import annotations

from datetime import date
from typing import Any

from support.directory import Hours
from support.schedule import (
    DayHours,
    Season,
    Window,
    format_wall_time,
    format_weekdays,
    sort_monthly,
)


def stated_window(hours: Hours, locale: str) -> dict[str, Any]:
    """Return a window with every rule that it has, and its label in `locale`."""
    window = hours.window
    calendar = window.holidays
    return stated_hours(window) | {
        "label": hours.label.read(locale) or None,
        "valid_from": _day(window.valid_from),
        "valid_through": _day(window.valid_through),
        "monthly": sort_monthly(window.monthly),
        "every_weeks": window.every_weeks,
        "season": _text(window.season),
        "holidays": calendar.code if calendar else None,
        "holidays_zone": (calendar.zone or window.zone) if calendar else None,
        "holidays_except": list(hours.holidays_except),
        "on_holidays": _text(window.on_holidays),
        "before_holidays": _text(window.before_holidays),
    }


def stated_hours(window: Window) -> dict[str, Any]:
    """Return the days and times of a window alone."""
    return {
        "weekdays": format_weekdays(window.weekdays).split(","),
        "opens": format_wall_time(window.opens),
        "closes": format_wall_time(window.closes),
        "zone": window.zone,
    }


def _text(rule: Season | DayHours | None) -> str | None:
    return str(rule) if rule else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
