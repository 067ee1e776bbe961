"""The engine against opening-hours-py, an engine in Rust: `python -m benchmarks.engine`."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours

from benchmarks.pairs import Result, compare, print_table
from support.schedule import Timetable, Window

AT = datetime(2026, 11, 25, 1, 30, tzinfo=UTC)
YEAR = timedelta(days=365)

# Ours, theirs, and the zone in which theirs is asked: it knows one zone at a time, so the windows
# of three zones are written there as the four windows of one.
CASES = [
    ("a weekday window in Asia/Tokyo", ["MO,TU,WE,TH,FR 10:00-18:00 Asia/Tokyo"],
     "Mo-Fr 10:00-18:00", "Asia/Tokyo"),
    ("one past midnight", ["MO,TU,WE,TH,FR 12:00-06:00 UTC"], "Mo-Fr 12:00-06:00", "UTC"),
    ("round the clock", ["MO,TU,WE,TH,FR,SA,SU 00:00-24:00 UTC"], "24/7", "UTC"),
    ("four windows in three zones",
     ["MO,TU,WE,TH,FR 09:00-17:00 Asia/Singapore", "MO,TU,WE,TH,FR 09:00-17:00 Europe/London",
      "MO,TU,WE,TH,FR 09:00-17:00 America/New_York", "SA,SU 13:00-21:00 UTC"],
     "Mo-Fr 01:00-09:00; Mo-Fr 09:00-17:00; Mo-Fr 14:00-22:00; Sa-Su 13:00-21:00", "UTC"),
]  # fmt: skip


def main() -> None:
    results: list[Result] = []
    for name, windows, text, zone in CASES:
        ours = Timetable(Window.parse(window) for window in windows)
        theirs = OpeningHours(text)
        local = AT.astimezone(ZoneInfo(zone))
        results.append(
            compare(f"is_open: {name}", lambda o=ours: o.is_open(AT),
                    lambda t=theirs, at=local: t.is_open(at), reach=4)
        )  # fmt: skip
        results.append(
            compare(f"next_change: {name}", lambda o=ours: o.next_change(AT),
                    lambda t=theirs, at=local: t.next_change(at), reach=8)
        )  # fmt: skip
        if name == "round the clock":
            continue
        results.append(
            compare(f"a year from scratch: {name}",
                    lambda ws=windows: Timetable(map(Window.parse, ws)).intervals(AT, AT + YEAR),
                    lambda text=text, at=local: list(OpeningHours(text).intervals(at, at + YEAR)),
                    reach=5)
        )  # fmt: skip
    print_table(results)


if __name__ == "__main__":
    main()
