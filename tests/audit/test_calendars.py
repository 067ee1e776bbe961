"""An event that a library takes for another instant is counted, and fails the audit."""

from __future__ import annotations

from datetime import datetime

from tests.audit.calendars import Asked, print_calendars

RIGHT = (
    datetime.fromisoformat("2027-10-30T22:00Z"),
    datetime.fromisoformat("2027-10-31T01:30Z"),
)
AN_HOUR_SHORT = (
    datetime.fromisoformat("2027-10-30T22:00Z"),
    datetime.fromisoformat("2027-10-31T00:30Z"),
)
NIGHT = Asked("the night", "", [RIGHT])


def test_libraries_that_read_the_portals_hours_are_well(capsys):
    assert print_calendars([NIGHT], {"ics": [[RIGHT]], "vobject": [[RIGHT]]}) is True
    assert "| the night | 1 | 0 | 0 |" in capsys.readouterr().out


def test_event_that_ends_otherwise_is_marked(capsys):
    assert print_calendars([NIGHT], {"ics": [[AN_HOUR_SHORT]], "vobject": [[RIGHT]]}) is False
    assert "| the night | 1 | 1 ✗ | 0 |" in capsys.readouterr().out


def test_event_that_is_missing_or_doubled_is_marked(capsys):
    assert print_calendars([NIGHT], {"ics": [[]], "vobject": [[RIGHT, RIGHT]]}) is False
    assert "| the night | 1 | 1 ✗ | 1 ✗ |" in capsys.readouterr().out
