"""Read the events of a calendar with libical, the C library of Evolution and KOrganizer."""

from __future__ import annotations

import sys
from ctypes import CDLL, Structure, c_char_p, c_int, c_int64, c_void_p
from datetime import UTC, datetime

from tests.calendars.readers import Reading


class _Time(Structure):
    """icaltimetype of libical 3."""

    _fields_ = (
        ("year", c_int),
        ("month", c_int),
        ("day", c_int),
        ("hour", c_int),
        ("minute", c_int),
        ("second", c_int),
        ("is_date", c_int),
        ("is_daylight", c_int),
        ("zone", c_void_p),
    )


_FUNCTIONS = {
    "icalparser_parse_string": (c_void_p, c_char_p),
    "icalcomponent_string_to_kind": (c_int, c_char_p),
    "icalcomponent_get_first_component": (c_void_p, c_void_p, c_int),
    "icalcomponent_get_next_component": (c_void_p, c_void_p, c_int),
    "icalcomponent_get_dtstart": (_Time, c_void_p),
    "icalcomponent_get_dtend": (_Time, c_void_p),
    "icaltime_as_timet_with_zone": (c_int64, _Time, c_void_p),
    "icalcomponent_free": (None, c_void_p),
}


def load() -> CDLL:
    """Load the library, or end with what is missing."""
    try:
        library = CDLL("libical.so.3")
    except OSError:
        sys.exit("The audit needs libical 3. On Debian or Ubuntu: apt-get install libical3")
    for name, (result, *arguments) in _FUNCTIONS.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


def read_by_libical(text: str) -> Reading:
    library = load()
    calendar = library.icalparser_parse_string(text.encode())
    kind = library.icalcomponent_string_to_kind(b"VEVENT")
    reading = []
    event = library.icalcomponent_get_first_component(calendar, kind)
    while event:
        start = _instant(library, library.icalcomponent_get_dtstart(event))
        reading.append((start, _instant(library, library.icalcomponent_get_dtend(event))))
        event = library.icalcomponent_get_next_component(calendar, kind)
    library.icalcomponent_free(calendar)
    return sorted(reading)


def _instant(library: CDLL, time: _Time) -> datetime:
    seconds = library.icaltime_as_timet_with_zone(time, time.zone)
    return datetime.fromtimestamp(seconds, UTC)
