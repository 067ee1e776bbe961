"""Departments that a large company might have, with as many windows as wanted, no two alike."""

from __future__ import annotations

from datetime import time
from itertools import islice
from typing import Any

_TEAMS = ["Billing", "Migrations", "Security", "Hosting", "Partners", "Returns", "Data protection"]
_REGIONS = ["Japan", "Iberia", "Benelux", "Nordics", "Oceania", "Brazil", "Canada", "Gulf", "Alps"]
_SHIFTS = [
    ("en", "UTC", range(7)),
    ("ja", "Asia/Tokyo", range(5)),
    ("fr", "Europe/Paris", range(5)),
    ("de", "Europe/Berlin", range(1, 6)),
    ("es", "America/Bogota", (0, 1, 3, 4)),
    ("pt", "Europe/Lisbon", (0, 2, 4)),
    ("en", "America/New_York", (5, 6)),
    ("it", "Europe/Rome", range(5)),
]


def replace_departments(windows: int, each: int = len(_SHIFTS)) -> None:
    """Give every department `each` windows, and keep organisation, products and channels."""
    from django.db import transaction

    from support.models import Channel, Department, LanguageWindow

    count = -(-windows // each)
    with transaction.atomic():
        Department.objects.all().delete()
        departments = Department.objects.bulk_create(_department(n) for n in range(count))
        shifts = (
            LanguageWindow(department=department, **_window(number, *shift))
            for number, department in enumerate(departments)
            for shift in _shifts(each)
        )
        LanguageWindow.objects.bulk_create(islice(shifts, windows))
        link = Channel.departments.through
        link.objects.bulk_create(
            link(channel=channel, department=department)
            for channel in Channel.objects.filter(kind__in=["chat", "email"], language="")[:2]
            for department in departments
        )


def _shifts(count: int) -> list[tuple[str, str, list[int]]]:
    """Return as many shifts, those of the same people on different days."""
    rounds = -(-count // len(_SHIFTS))
    return [
        (language, zone, list(weekdays)[round_::rounds] or [round_])
        for round_ in range(rounds)
        for language, zone, weekdays in _SHIFTS
    ][:count]


def _department(number: int) -> Any:
    from support.locales.languages import SITE_LANGUAGES
    from support.models import Department

    round_, team = divmod(number, len(_TEAMS))
    name = f"{_TEAMS[team]} {_REGIONS[round_ % len(_REGIONS)]} {round_ // len(_REGIONS) + 1}"
    texts = {f"name_{code}": name for code in SITE_LANGUAGES}
    summary = f"Questions on {name.lower()}, from the first message to the solution."
    texts |= {f"summary_{code}": summary for code in SITE_LANGUAGES}
    return Department(slug=f"team-{number}", position=number, **texts)


def _window(number: int, language: str, zone: str, weekdays: Any) -> dict[str, Any]:
    """Every department opens at another minute, for 6 to 13 hours."""
    from support.schedule import Weekday

    opens = 6 * 60 + number * 7 % 360
    closes = opens + 360 + number % 8 * 60
    return {
        "language": language,
        "zone": zone,
        "weekdays": frozenset(Weekday(day) for day in weekdays),
        "opens": time(*divmod(opens, 60)),
        "closes": time(*divmod(closes % 1440, 60)),
    }
