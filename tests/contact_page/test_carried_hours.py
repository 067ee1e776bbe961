"""What JavaScript knows of the hours: as they are, told in the fewest numbers."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from itertools import accumulate

import pytest
from django.utils import translation

from support.contact_page import Viewpoint, contact_page
from support.contact_page.lines.carried_time import carried_time
from support.directory import load_directory
from support.models import Department, UnscheduledLanguage
from support.schedule import State
from tests import factories

pytestmark = pytest.mark.django_db

MONDAY_12_UTC = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SUNDAY_00_UTC = 29_921_760  # 2026-11-22T00:00Z in minutes
MINUTE = timedelta(minutes=1)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def rows(at=MONDAY_12_UTC, language="en"):
    with translation.override(language):
        page = contact_page(load_directory(), Viewpoint(language, at))
    return [row for department in page.departments for row in department.languages]


def carried(**options):
    [row] = rows(**options)
    return json.loads(row.carried)


def test_changes_are_told_from_the_last_before_yesterday_to_the_first_after_two_weeks(window):
    window("MO,WE 09:00-17:00 UTC")

    assert carried() == {
        "first": "closed",
        "edges": [
            SUNDAY_00_UTC - 4 * 1440 + 17 * 60,
            *(6720, 480, 2400, 480),
            *(6720, 480, 2400, 480),
            *(6720, 480, 2400),
        ],
        "forever": False,
        "zones": [["UTC", "UTC"]],
    }


def test_row_says_whose_hours_it_carries(window):
    window()

    assert [row.service for row in rows()] == ["desk/en"]


def test_round_the_clock_has_no_changes(window):
    window("MO,TU,WE,TH,FR,SA,SU 00:00-24:00 UTC")

    assert carried() == {"first": "open", "edges": [], "forever": True, "zones": []}


def test_hours_that_end_for_good_say_so(window):
    window("MO,TU,WE,TH,FR,SA,SU 00:00-24:00 UTC", valid_through="2026-11-25")

    assert carried() == {
        "first": "closed",
        "edges": [SUNDAY_00_UTC + 4 * 1440],
        "forever": True,
        "zones": [["UTC", "UTC"]],
        "unusual": [SUNDAY_00_UTC + 4 * 1440, 13 * 1440],
        "clock": ["UTC", "UTC"],
    }


def test_clock_of_each_change_is_named_in_the_language_of_the_page(window):
    window("MO 09:00-17:00 Asia/Tokyo")
    window("TU 09:00-17:00 Europe/Berlin")
    found = carried(language="de")

    assert found["zones"] == [
        ["Europe/Berlin", "mitteleuropäische Zeit"],
        ["Asia/Tokyo", "japanische Zeit"],
    ]
    assert found["edge_zones"] == [0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1]


def test_cancelled_hours_are_told_with_their_reasons(window):
    window()
    factories.closed_on("2026-11-24/2026-11-25", reason_en="Meeting")
    factories.closure("2026-11-26T12:00", "2026-11-26T13:00", reason_de="Umzug")
    found = carried()

    assert found["cancelled"] == [SUNDAY_00_UTC + 2 * 1440 + 540, 480, 960, 480, 1140, 60]
    assert found["reasons"] == [["Meeting"], ["Umzug", "de"]]
    assert found["cancelled_by"] == [0, 0, 1]


def test_hours_of_several_windows_that_one_day_cancels_are_one_stretch(window):
    window()
    window("MO,TU,WE,TH,FR,SA,SU 16:00-20:00 Europe/Berlin")
    factories.closed_on("2026-11-24")
    found = carried()

    assert found["cancelled"] == [SUNDAY_00_UTC + 2 * 1440 + 540, 600]
    assert found["reasons"] == [[""]]


def test_holiday_that_the_language_of_the_page_has_no_name_for_is_called_what_it_is(window):
    window("MO,TU,WE,TH,FR,SA,SU 09:00-17:00 Asia/Ulaanbaatar", holidays="MN")

    assert carried(language="sv", at=datetime(2027, 5, 20, tzinfo=UTC))["reasons"][0] == ["helgdag"]


def test_extra_hours_cancel_nothing(window):
    window("MO 09:00-17:00 UTC")
    factories.hours_on("2026-11-28", "10:00-12:00 UTC")
    found = carried()

    assert "cancelled" not in found
    assert found["edges"][2:5] == [480, 6780, 120]


def test_language_without_stated_hours_carries_none(desk):
    UnscheduledLanguage.objects.create(department=desk, language="en")

    assert [row.carried for row in rows()] == [""]


@pytest.mark.parametrize("year", [1900, 2200])
def test_years_end_where_the_engine_ends(window, year):
    window()

    assert carried(at=datetime(year, 1, 1, tzinfo=UTC))["forever"] is False
    assert carried(at=datetime(year, 12, 31, 23, 59, tzinfo=UTC))["first"] == "closed"


def read(carries, minute):
    """State, since when and until when, from what is carried alone."""
    edges = list(accumulate(carries["edges"]))
    past = [edge for edge in edges if edge <= minute]
    is_first = len(past) % 2 == 1 or not edges
    return (
        (carries["first"] == "open") == is_first,
        past[-1] if past else None,
        edges[len(past)] if len(past) < len(edges) else None,
    )


def as_timetable_says(timetable, minute):
    status = timetable.status(EPOCH + minute * MINUTE)
    ends = [(at - EPOCH) // MINUTE if at else None for at in (status.since, status.changes_at)]
    return status.state is State.OPEN, *ends


def test_every_moment_of_the_carried_time_is_as_the_timetable_says(initial_data):
    sales = Department.objects.get(slug="sales")
    factories.window(sales, "MO,TU,SA 22:00-07:00 Europe/Paris", language="fr", holidays="FR")
    factories.closed_on("2026-11-24/2026-11-26")
    factories.hours_on("2026-11-28/2026-12-01", "01:00-04:00 Asia/Kathmandu", department=sales)
    factories.closure("2026-12-02T13:07", "2026-12-03T02:02")
    start, end = ((at - EPOCH) // MINUTE for at in carried_time(MONDAY_12_UTC))
    wrong: list[tuple[str, int]] = []
    found = {row.service: row.carried for row in rows()}
    for department in load_directory().departments:
        for served in department.languages:
            carries = found[f"{department.slug}/{served.tag}"]
            if carries:
                carries = json.loads(carries)
                edges = list(accumulate(carries["edges"]))
                near = {edge + step for edge in edges for step in (-1, 0, 1)}
                minutes = {minute for minute in near if start <= minute < end}
                wrong += [
                    (f"{department.slug}/{served.tag}", minute)
                    for minute in minutes | set(range(start, end, 97))
                    if read(carries, minute) != as_timetable_says(served.timetable, minute)
                ]

    assert wrong == []
