from __future__ import annotations

import pytest

from support.locales.typed_hours import (
    NoTimeOfDay,
    OneTimeOnly,
    OpensAtEnd,
    SeveralReadings,
    UnreadableHours,
    read_hours,
    write_hours,
)

NINE, NOON, ONE, HALF_PAST_FIVE, DAY = 540, 720, 780, 1050, 1440


@pytest.mark.parametrize(
    "typed",
    [
        "9-12, 13-17:30",
        "9-12,13-17:30",
        "9-12;13-17:30",
        "9-12 13-17:30",
        "9–12 13–17.30",
        "09:00-12:00, 13:00-17:30",
        "0900-1200, 1300-1730",
        "9 - 12 / 13 - 17:30",
        "9-12 and 13-17:30",
        "9 to 12 and 1pm to 5.30pm",
        "9am-12pm, 1pm-5:30pm",
        "13-17:30, 9-12",
        "9 bis 12 und 13 bis 17.30 Uhr",
        "von 9 bis 12 und von 13 bis 17:30",
        "9-12 Uhr, 13-17:30 Uhr",
        "9h-12h, 13h-17h30",
        "de 9 h à 12 h et de 13 h à 17 h 30",
        "dalle 9 alle 12 e dalle 13 alle 17:30",
        "de 9 a 12 y de 13 a 17:30",
        "9.00-12.00 og 13.00-17.30",
        "9-12,13-17,30",
        "9,00-12,00,13,00-17,30",
        "９－１２、１３－１７：３０",
        "９時～１２時、１３時～１７時半",
        "9時から12時と13時から17時30分まで",
        "９ー１２・１３ー１７：３０",
        "午前9時〜12時、午後1時〜午後5時半",
        " 9-12, 13-17:30, ",
    ],
)
def test_two_ranges_are_read_as_people_of_ten_languages_type_them(typed):
    assert read_hours(typed) == ((NINE, NOON), (ONE, HALF_PAST_FIVE))


@pytest.mark.parametrize(
    "typed",
    [
        "24h",
        "24 h",
        "24 hours",
        "24/7",
        "0-24",
        "00:00-24:00",
        "0-0",
        "24時間",
        "２４時間",
        "24 Stunden",
        "24 heures",
        "24 horas",
        "24 ore",
        "24 uur",
        "24 timmar",
        "24 timer",
        "H24",
    ],
)
def test_round_the_clock_is_the_whole_day(typed):
    assert read_hours(typed) == ((0, DAY),)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("22-6", ((1320, 360),)),
        ("22:00–06:00", ((1320, 360),)),
        ("18-24", ((1080, DAY),)),
        ("18-0", ((1080, DAY),)),
        ("9-9", ((NINE, NINE),)),
        ("6-10, 12-14, 22-2", ((360, 600), (NOON, 840), (1320, 120))),
        ("9-12,30", ((NINE, 750),)),
        ("9-23:59", ((NINE, 1439),)),
    ],
)
def test_range_may_end_at_midnight_or_on_the_next_day(typed, read):
    assert read_hours(typed) == read


@pytest.mark.parametrize(
    ("typed", "error", "part"),
    [
        ("9", OneTimeOnly, "9"),
        ("9-", OneTimeOnly, ""),
        ("-17", OneTimeOnly, ""),
        ("9-12, 13", NoTimeOfDay, "12, 13"),
        ("9-12-17", OneTimeOnly, "12"),
        ("9-25", NoTimeOfDay, "25"),
        ("Mo 9-12", NoTimeOfDay, "mo 9"),
        ("9-12, x-17", NoTimeOfDay, "12, x"),
        ("nine to five", NoTimeOfDay, "nine"),
        ("closed", NoTimeOfDay, "closed"),
        ("", NoTimeOfDay, ""),
        ("24-6", OpensAtEnd, "24"),
        ("9-12,13,14-17", SeveralReadings, "12,13,14"),
    ],
)
def test_what_cannot_be_read_is_named(typed, error, part):
    with pytest.raises(error) as raised:
        read_hours(typed)
    assert raised.value.part == part


@pytest.mark.parametrize("typed", ["9" * 5000, "-" * 5000, "9-12," * 2000, "١-٢", "9-12\x00"])
def test_odd_text_is_refused_at_once(typed):
    with pytest.raises(UnreadableHours):
        read_hours(typed)


def test_hours_are_written_as_they_can_be_read_again():
    written = write_hours(((NINE, NOON), (1320, 360), (1380, DAY)))

    assert written == "09:00–12:00, 22:00–06:00, 23:00–24:00"
    assert read_hours(written) == ((NINE, NOON), (1320, 360), (1380, DAY))
