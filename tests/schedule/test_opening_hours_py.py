"""Another engine on the same hours: a sample; `make prove` compares a million instants."""

from tests.proof.osm_text import osm_text
from tests.proof.other_engine import compare
from tests.proof.tally import total
from tests.schedule.notation import (
    as_usual_on,
    at,
    closed_on,
    holidays,
    hours_on,
    window,
)
from tests.schedule.stated_hours import Notice, StatedHours

TIMETABLES = 60


def test_both_engines_agree_on_state_and_next_change():
    tally = total(map(compare, range(TIMETABLES)))
    assert tally.differences == []
    assert tally.counts["timetables with exceptions"] > TIMETABLES / 3


def test_random_hours_are_the_same_each_time():
    assert [compare(seed).counts for seed in (1, 2)] == [compare(seed).counts for seed in (1, 2)]


def test_hours_are_written_as_openstreetmap_reads_them():
    christmas = at("2026-12-25").date()
    hours = StatedHours(
        [
            window("MO,FR 09:00-17:00 UTC", holidays=holidays("2026-12-25 Christmas", code="A")),
            window("FR 18:00-24:00 UTC"),
        ],
        [
            as_usual_on("2026-12-28", weekdays="MO", rank=1),
            closed_on("2026-12-28/2027-01-03"),
            hours_on("2026-12-31", "10:00-14:00 UTC"),
        ],
        [Notice("UTC", at("2027-01-08T12:00"), at("2027-01-10T00:00"))],
        {"A": {christmas}},
    )
    assert osm_text(hours).split("; ") == [
        "Mo,Fr 09:00-17:00, Fr 18:00-24:00",
        "2026 Dec 25 off, 2026 Dec 25 Fr 18:00-24:00",
        "2026 Dec 28-2027 Jan 3 Mo,Tu,We,Th,Fr,Sa,Su off",
        "2026 Dec 31 Mo,Tu,We,Th,Fr,Sa,Su off, 2026 Dec 31 Mo,Tu,We,Th,Fr,Sa,Su 10:00-14:00",
        "2026 Dec 28 Mo off, 2026 Dec 28 Mo 09:00-17:00",
        "2027 Jan 8 12:00-24:00 off",
        "2027 Jan 9 00:00-24:00 off",
    ]
