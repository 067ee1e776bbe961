"""What is refused is named, and what would be right is said, in whole sentences."""

from datetime import date

import pytest

from support.schedule import (
    EVERY_DAY,
    Closure,
    Effect,
    ScheduleError,
    SpecialHours,
    Window,
    parse_wall_time,
    parse_weekdays,
    read_opening,
)
from tests.schedule.notation import at, closed_on, closure, timetable, window

HOURS = timetable("MO 10:00-18:00 UTC")


@pytest.mark.parametrize(
    ("refused", "message"),
    [
        (
            lambda: HOURS.is_open(at("2026-01-05T12:00")),
            "2026-01-05T12:00:00 has no time zone, so it is not an instant. "
            "Pass an aware datetime, such as one with tzinfo=datetime.UTC.",
        ),
        (
            lambda: HOURS.is_open(at("1899-01-05T12:00Z")),
            "1899-01-05T12:00:00+00:00 is outside the years the engine answers for, 1900 to 2200.",
        ),
        (
            lambda: HOURS.intervals(at("2026-01-06T00:00Z"), at("2026-01-05T00:00Z")),
            "The range ends at 2026-01-05T00:00:00+00:00, "
            "before it starts at 2026-01-06T00:00:00+00:00.",
        ),
        (
            lambda: parse_wall_time("9.30"),
            "“9.30” isn’t a time of day. Write it like 09:30, between 00:00 and 24:00.",
        ),
        (
            lambda: parse_wall_time("09:60"),
            "“09:60” isn’t a time of day. Write it like 09:30, between 00:00 and 24:00.",
        ),
        (
            lambda: Window(EVERY_DAY, 600, 1500, "UTC"),
            "“25:00” isn’t a time of day. Write it like 09:30, between 00:00 and 24:00.",
        ),
        (
            lambda: read_opening("24:00"),
            "Hours cannot open at 24:00. A day begins at 00:00 and its last minute is 23:59.",
        ),
        (
            lambda: parse_weekdays("MO,XX"),
            "“XX” is not a weekday. Use MO, TU, WE, TH, FR, SA, SU, or a range: MO-FR.",
        ),
        (lambda: parse_weekdays(","), "A window needs at least one weekday."),
        (
            lambda: window("MO 10:00-18:00 Asia/Nowhere"),
            "“Asia/Nowhere” is not an IANA time zone. Use a name such as Asia/Tokyo or UTC.",
        ),
        (
            lambda: Window.parse("MO 10:00-18:00"),
            "“MO 10:00-18:00” is not a window. Write it as MO,TU 10:00-18:00 Asia/Tokyo.",
        ),
        (
            lambda: Window.parse("MO 10:00-18:00-20:00 UTC"),
            "“18:00-20:00” isn’t a time of day. Write it like 09:30, between 00:00 and 24:00.",
        ),
        (
            lambda: window("MO 10:00-18:00 UTC", "2026-01-05", "2026-01-04"),
            "The validity ends on 2026-01-04, before it starts on 2026-01-05.",
        ),
        (
            lambda: SpecialHours(Effect.CLOSED, window("MO 10:00-18:00 UTC")),
            "Special hours need a first and a last day. "
            "Those of a weekday of each month can go on without a last.",
        ),
        (
            lambda: closed_on("2027-01-01/2028-01-02"),
            "Special hours from 2027-01-01 through 2028-01-02 are longer than 366 days. "
            "For so long, state the hours as a window with a validity.",
        ),
        (
            lambda: closure("2026-10-25T01:45", "2026-10-25T01:15", "Europe/London"),
            "The closure ends at 2026-10-25T01:15:00, which is not after its start at "
            "2026-10-25T01:45:00.",
        ),
        (
            lambda: Closure.on_the_clock_of(
                "Europe/London", date(2026, 3, 29), 75, date(2026, 3, 29), 105
            ),
            "The closure ends at 2026-03-29T01:00:00+00:00, which is not after its start at "
            "2026-03-29T01:00:00+00:00.",
        ),
    ],
)
def test_refusal_says_what_was_given_and_what_would_be_right(refused, message):
    with pytest.raises(ScheduleError) as error:
        refused()
    assert str(error.value) == message
