"""Hours as text, and what is refused: each broken rule has its error, which says what is right."""

from datetime import date, time

import pytest

from support.schedule import (
    EVERY_DAY,
    InvalidValidity,
    InvalidWallTime,
    InvalidWeekdays,
    ScheduleError,
    UnknownZone,
    Weekday,
    Window,
    format_wall_time,
    format_weekdays,
    minutes_of,
    parse_wall_time,
    parse_weekdays,
    read_closing,
    read_opening,
    time_of,
)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("00:00", 0),
        ("00:01", 1),
        ("9:30", 570),
        ("09:30", 570),
        (" 09:30 ", 570),
        ("23:59", 1439),
        ("24:00", 1440),
    ],
)
def test_wall_time_is_read_as_minutes_after_midnight(text, minutes):
    assert parse_wall_time(text) == minutes


@pytest.mark.parametrize(
    "text",
    [
        "",
        "9",
        "0930",
        "09.30",
        "09:3",
        "009:30",
        "09:60",
        "24:01",
        "25:00",
        "-1:00",
        "+9:30",
        "09:30:00",
        "9:30 am",
        "noon",
        "٠٩:٣٠",
        "０９:３０",
    ],
)
def test_wall_time_of_any_other_form_is_refused(text):
    with pytest.raises(InvalidWallTime, match=r"isn’t a time of day\. Write it like 09:30"):
        parse_wall_time(text)


@pytest.mark.parametrize(
    ("text", "opens", "closes"),
    [
        ("00:00", time(0), time(0)),
        ("9:30", time(9, 30), time(9, 30)),
        ("23:59", *[time(23, 59)] * 2),
    ],
)
def test_opening_and_closing_are_read_as_times_of_day(text, opens, closes):
    assert read_opening(text) == opens
    assert read_closing(text) == closes


def test_end_of_the_day_is_a_closing_time_and_no_opening_time():
    assert read_closing("24:00") == time(0)
    with pytest.raises(InvalidWallTime, match="cannot open at 24:00"):
        read_opening("24:00")


@pytest.mark.parametrize(
    ("minutes", "clock"), [(0, time(0)), (570, time(9, 30)), (1439, time(23, 59))]
)
def test_minutes_after_midnight_are_a_time_of_day_and_back(minutes, clock):
    assert time_of(minutes) == clock
    assert minutes_of(clock) == minutes


@pytest.mark.parametrize(
    ("minutes", "text"), [(0, "00:00"), (570, "09:30"), (1439, "23:59"), (1440, "24:00")]
)
def test_wall_time_is_written_with_four_digits(minutes, text):
    assert format_wall_time(minutes) == text


@pytest.mark.parametrize(
    ("text", "weekdays"),
    [
        ("MO", {Weekday.MO}),
        ("MO,TU,FR", {Weekday.MO, Weekday.TU, Weekday.FR}),
        ("FR,MO,MO", {Weekday.MO, Weekday.FR}),
        (" mo, Su ,", {Weekday.MO, Weekday.SU}),
        ("SU,MO,TU,WE,TH,FR,SA", EVERY_DAY),
    ],
)
def test_weekdays_are_read_in_any_order_and_case(text, weekdays):
    assert parse_weekdays(text) == weekdays


@pytest.mark.parametrize("text", ["", " ", ","])
def test_weekdays_must_not_be_empty(text):
    with pytest.raises(InvalidWeekdays, match="at least one weekday"):
        parse_weekdays(text)


@pytest.mark.parametrize(
    ("text", "code"), [("MON", "MON"), ("MO,XX", "XX"), ("MO-XX", "XX"), ("MO-", ""), ("1", "1")]
)
def test_unknown_weekday_is_named(text, code):
    with pytest.raises(InvalidWeekdays, match=f"“{code}” is not a weekday. Use MO, TU, WE"):
        parse_weekdays(text)


def test_weekdays_are_written_monday_first():
    assert format_weekdays({Weekday.SU, Weekday.WE, Weekday.MO}) == "MO,WE,SU"


def test_weekdays_are_numbered_as_dates_are():
    assert Weekday(date(2026, 1, 5).weekday()) is Weekday.MO


@pytest.mark.parametrize(
    ("text", "window"),
    [
        (
            "MO,TU 10:00-18:00 Asia/Tokyo",
            Window(frozenset({Weekday.MO, Weekday.TU}), 600, 1080, "Asia/Tokyo"),
        ),
        ("SU 22:00-06:00 UTC", Window(frozenset({Weekday.SU}), 1320, 360, "UTC")),
        ("sa 9:00-24:00 UTC", Window(frozenset({Weekday.SA}), 540, 1440, "UTC")),
    ],
)
def test_window_is_read_from_weekdays_hours_and_zone(text, window):
    assert Window.parse(text) == window


@pytest.mark.parametrize(
    "text", ["MO,TU 10:00-18:00 Asia/Tokyo", "SU 22:00-06:00 UTC", "SA 09:00-24:00 UTC"]
)
def test_window_is_written_as_it_is_read(text):
    assert str(Window.parse(text)) == text


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("XX 10:00-18:00 UTC", InvalidWeekdays),
        (", 10:00-18:00 UTC", InvalidWeekdays),
        ("MO 10:00 UTC", InvalidWallTime),
        ("MO -18:00 UTC", InvalidWallTime),
        ("MO 10:00-18:00-20:00 UTC", InvalidWallTime),
        ("MO 10:00-25:00 UTC", InvalidWallTime),
        ("MO 10:00–18:00 UTC", InvalidWallTime),
        ("MO 10:00-18:00 Asia/Nowhere", UnknownZone),
        ("MO 10:00-18:00 +09:00", UnknownZone),
    ],
)
def test_window_names_the_part_that_is_wrong(text, error):
    with pytest.raises(error):
        Window.parse(text)


@pytest.mark.parametrize(
    "text", ["", "MO", "MO 10:00-18:00", "10:00-18:00 UTC", "MO, TU 10:00-18:00 UTC"]
)
def test_window_with_a_part_too_few_or_too_many_is_refused(text):
    with pytest.raises(ScheduleError):
        Window.parse(text)


def test_window_needs_a_weekday():
    with pytest.raises(InvalidWeekdays, match="at least one weekday"):
        Window(frozenset(), 600, 1080, "UTC")


@pytest.mark.parametrize(("opens", "closes"), [(-1, 600), (1440, 600), (600, -1), (600, 1441)])
def test_window_refuses_minutes_outside_the_day(opens, closes):
    with pytest.raises(InvalidWallTime):
        Window(EVERY_DAY, opens, closes, "UTC")


def test_window_cannot_open_at_the_end_of_a_day():
    with pytest.raises(InvalidWallTime, match="cannot open at 24:00"):
        Window.parse("MO 24:00-06:00 UTC")


@pytest.mark.parametrize(
    "key", ["", "Asia", "Asia/Nowhere", "asia/tokyo", "../etc/passwd", "/etc/localtime", "UTC\0"]
)
def test_unknown_zone_is_refused(key):
    with pytest.raises(UnknownZone, match=r"is not an IANA time zone\. Use a name such as"):
        Window(EVERY_DAY, 600, 1080, key)


def test_validity_must_not_end_before_it_starts():
    with pytest.raises(InvalidValidity, match="ends on 2026-01-04, before it starts on 2026-01-05"):
        Window(EVERY_DAY, 600, 1080, "UTC", date(2026, 1, 5), date(2026, 1, 4))


@pytest.mark.parametrize("error", [InvalidValidity, InvalidWallTime, InvalidWeekdays, UnknownZone])
def test_every_refusal_is_a_schedule_error_and_a_value_error(error):
    assert issubclass(error, ScheduleError)
    assert issubclass(error, ValueError)
