from __future__ import annotations

import pytest

from support.locales.times import read_time
from support.schedule import InvalidWallTime


@pytest.mark.parametrize(
    "typed",
    [
        "9",
        "09",
        "9:00",
        "09:00",
        "9.00",
        "9,00",
        "9:00:00",
        "900",
        "0900",
        "9am",
        "9 AM",
        "9 a.m.",
        "9:00 a. m.",
        "9h",
        "9 h",
        "9h00",
        "à 9 h",
        "9 Uhr",
        "um 9.00 Uhr",
        "9 uur",
        "kl. 9",
        "kl. 09.00",
        "alle 9",
        "ore 9:00",
        "a las 9",
        "às 9h",
        "9時",
        "９時００分",
        "午前9時",
        "０９：００",
    ],
)
def test_nine_in_the_morning_is_understood(typed):
    assert read_time(typed) == 9 * 60


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("9pm", "21:00"),
        ("9:30 p.m.", "21:30"),
        ("930pm", "21:30"),
        ("12am", "0:00"),
        ("12pm", "12:00"),
        ("12:30am", "0:30"),
        ("9時半", "9:30"),
        ("午後9時30分", "21:30"),
        ("午後0時", "12:00"),
        ("9 Uhr 30", "9:30"),
        ("9h30", "9:30"),
        ("21h30", "21:30"),
        ("1630", "16:30"),
        ("0", "0:00"),
        ("24:00", "24:00"),
        ("2400", "24:00"),
        ("24 Uhr", "24:00"),
        ("24時", "24:00"),
    ],
)
def test_times_are_understood_as_people_write_them(typed, expected):
    hours, minutes = expected.split(":")
    assert read_time(typed) == int(hours) * 60 + int(minutes)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "25",
        "24:01",
        "9:60",
        "9:5",
        "9:",
        "-1",
        "9 9",
        "20260",
        "noon",
        "13pm",
        "0am",
        "午後12時",
        "9:30:15",
        "9 Uhr abends",
        "٩",
        "9" * 5000,
    ],
)
def test_what_is_no_time_of_day_is_refused(typed):
    with pytest.raises(InvalidWallTime):
        read_time(typed)
