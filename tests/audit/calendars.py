"""Read every calendar with six libraries, and print how many events each takes for other instants.

python -m tests.audit.calendars
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.audit import libical, npm
from tests.calendars.readers import Reading, read_by_icalendar, read_by_ics, read_by_vobject

SHIPPED_AT = "2026-11-23T05:00Z"


@dataclass(frozen=True, slots=True)
class Window:
    """Hours of Japanese sales that readers disagreed about while events were in local time."""

    weekdays: str
    opens: str
    closes: str
    zone: str
    asked: str
    """The day at whose noon, in UTC, the calendar is asked for."""
    start: str
    """The start of the hours in doubt, which are the next to begin."""
    end: str


DAILY, MO_FR = "MO,TU,WE,TH,FR,SA,SU", "MO,TU,WE,TH,FR"
BERLIN, NEW_YORK, CASABLANCA = "Europe/Berlin", "America/New_York", "Africa/Casablanca"

# The nights on which an hour is shown twice, and Ramadan, when Morocco has another offset.
WINDOWS = [
    Window(DAILY, "00:00", "02:30", BERLIN, "2027-10-30", "2027-10-30T22:00Z", "2027-10-31T01:30Z"),
    Window(DAILY, "02:30", "05:00", BERLIN, "2027-10-30", "2027-10-31T00:30Z", "2027-10-31T04:00Z"),
    Window(
        DAILY, "18:00", "01:30", NEW_YORK, "2027-11-06", "2027-11-06T22:00Z", "2027-11-07T06:30Z"
    ),
    Window(
        MO_FR, "09:00", "17:00", CASABLANCA, "2027-02-14", "2027-02-15T09:00Z", "2027-02-15T17:00Z"
    ),
]


@dataclass(frozen=True, slots=True)
class Asked:
    """A calendar as it was served, and the hours that it should hold."""

    name: str
    text: str
    hours: Reading


def _one_by_one(read: Callable[[str], Reading]) -> Callable[[list[str]], list[Reading]]:
    return lambda texts: [read(text) for text in texts]


def _by_node(library: str) -> Callable[[list[str]], list[Reading]]:
    def read(texts: list[str]) -> list[Reading]:
        process = subprocess.run(
            ["node", "calendars.mjs", library],
            cwd=npm.FOLDER,
            input=json.dumps(texts),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        return [
            sorted((_instant(start), _instant(end)) for start, end in reading)
            for reading in json.loads(process.stdout)
        ]

    return read


def _instant(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


READERS = {
    "icalendar": _one_by_one(read_by_icalendar),
    "vobject": _one_by_one(read_by_vobject),
    "ics": _one_by_one(read_by_ics),
    "ical.js": _by_node("ical.js"),
    "node-ical": _by_node("node-ical"),
    "libical": _one_by_one(libical.read_by_libical),
}


def main() -> int:
    npm.install()
    libical.load()
    with tempfile.TemporaryDirectory() as folder:
        from benchmarks.scratch import Scratch

        Scratch(Path(folder)).fill(())
        asked = [*_shipped(), *_made_up()]
    texts = [each.text for each in asked]
    readings = {name: read(texts) for name, read in READERS.items()}
    return 0 if print_calendars(asked, readings) else 1


def print_calendars(asked: list[Asked], readings: dict[str, list[Reading]]) -> bool:
    """Print a line per calendar; return whether every library reads the portal's own hours."""
    print(f"| calendar | events | {' | '.join(readings)} |")
    print("|---" * (len(readings) + 2) + "|")
    all_well = True
    for place, each in enumerate(asked):
        wrong = [_wrong(reading[place], each.hours) for reading in readings.values()]
        all_well &= not any(wrong)
        cells = " | ".join(f"{number} ✗" if number else "0" for number in wrong)
        print(f"| {each.name} | {len(each.hours)} | {cells} |")
    print("\nEvents that a library takes for other instants than the portal.\n")
    return all_well


def _wrong(reading: Reading, hours: Reading) -> int:
    """Return how many events are otherwise; one that is moved is one, not one more and one less."""
    read, held = Counter(reading), Counter(hours)
    return max((read - held).total(), (held - read).total())


def _shipped() -> Iterator[Asked]:
    from support.directory.current import current_directory
    from support.schedule import Unscheduled

    for entry in current_directory.get().departments:
        for served in entry.languages:
            if not isinstance(served.timetable, Unscheduled):
                yield from _of(entry.slug, served.tag, SHIPPED_AT)


def _made_up() -> Iterator[Asked]:
    from support.models import LanguageWindow

    for made_up in WINDOWS:
        LanguageWindow.objects.filter(department__slug="sales", language="ja").update(
            weekdays=made_up.weekdays,
            opens=made_up.opens,
            closes=made_up.closes,
            zone=made_up.zone,
        )
        in_doubt = (datetime.fromisoformat(made_up.start), datetime.fromisoformat(made_up.end))
        feed, reminder = _of("sales", "ja", f"{made_up.asked}T12:00Z")
        name = f"{made_up.opens}–{made_up.closes} {made_up.zone}"
        if in_doubt not in feed.hours:
            sys.exit(f"{name}: the portal itself does not have {made_up.start} to {made_up.end}.")
        yield Asked(name, feed.text, feed.hours)
        yield Asked(f"{name}, next.ics", reminder.text, [in_doubt])


def _of(slug: str, tag: str, at: str) -> Iterator[Asked]:
    """Yield a calendar and, if the department ever opens again, the event of the next opening."""
    from django.test import Client

    from support import clock

    clock.now = lambda: datetime.fromisoformat(at)
    client = Client(SERVER_NAME="127.0.0.1")
    for path in (f"/en/contact/{slug}/{tag}.ics", f"/en/contact/{slug}/{tag}/next.ics"):
        response = client.get(path)
        if response.status_code == 200:
            text = response.content.decode()
            yield Asked(path, text, _hours(slug, tag, read_by_icalendar(text)))


def _hours(slug: str, tag: str, within: Reading) -> Reading:
    """Return the portal's own hours, from the first start to the last end of a reading."""
    from support.directory.current import current_directory

    departments = current_directory.get().departments
    languages = next(entry.languages for entry in departments if entry.slug == slug)
    timetable = next(served.timetable for served in languages if served.tag == tag)
    return [(i.start, i.end) for i in timetable.intervals(within[0][0], within[-1][1])]


if __name__ == "__main__":
    sys.exit(main())
