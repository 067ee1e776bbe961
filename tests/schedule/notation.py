"""How these tests write hours and instants: as text, so that a case reads like the rule it states.

window("MO 10:00-18:00 Asia/Tokyo", valid_from="2026-01-05")
at("2026-03-29T02:00+01:00")
"""

from dataclasses import replace
from datetime import date, datetime

from support.schedule import Interval, Timetable, Window

DAILY = "MO,TU,WE,TH,FR,SA,SU"


def at(text: str) -> datetime:
    """The instant of an ISO 8601 date and time."""
    return datetime.fromisoformat(text)


def interval(start: str, end: str) -> Interval:
    return Interval(at(start), at(end))


def window(hours: str, valid_from: str | None = None, valid_through: str | None = None) -> Window:
    return replace(
        Window.parse(hours),
        valid_from=date.fromisoformat(valid_from) if valid_from else None,
        valid_through=date.fromisoformat(valid_through) if valid_through else None,
    )


def timetable(*hours: str) -> Timetable:
    return Timetable(window(text) for text in hours)
