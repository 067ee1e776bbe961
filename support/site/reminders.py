"""The next opening as an entry of a calendar on the web, all of it in the address of a link."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote, urlencode

from django.utils.translation import gettext as _

from support.directory import DepartmentEntry, ServedLanguage
from support.locales.languages import language_name
from support.schedule import Interval

_GOOGLE = "https://calendar.google.com/calendar/render"
# One for personal accounts, one for those of companies; neither leads on to the other.
_OUTLOOK = {
    "Outlook.com": "https://outlook.live.com/calendar/deeplink/compose",
    "Microsoft 365": "https://outlook.office.com/calendar/deeplink/compose",
}


class Reminder(NamedTuple):
    """`calendar` is what the program calls itself."""

    calendar: str
    address: str


def event_title(
    organization: str, entry: DepartmentEntry, served: ServedLanguage, language: str
) -> str:
    """Return what hours are called in somebody's own calendar; with the language active."""
    # Translators: the title of an event in somebody's own calendar, such as
    # “Example Hosting Sales, in Japanese: open”.
    return _("{organization} {department}, in {language}: open").format(
        organization=organization,
        department=entry.name.read(language),
        language=language_name(served.tag, language),
    )


def reminders(opening: Interval, title: str, page: str) -> tuple[Reminder, ...]:
    """Return a link for each calendar; `page`, absolute, is where the entry leads.

    Moments are in UTC, which every calendar shows on the clock of whoever opens it.
    """
    start, end = opening
    google = {
        "action": "TEMPLATE",
        "text": title,
        "dates": f"{start:%Y%m%dT%H%M%SZ}/{end:%Y%m%dT%H%M%SZ}",
        "details": page,
    }
    outlook = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": title,
        "startdt": f"{start:%Y-%m-%dT%H:%M:%SZ}",
        "enddt": f"{end:%Y-%m-%dT%H:%M:%SZ}",
        "body": page,
    }
    return (
        Reminder("Google", _address(_GOOGLE, google)),
        *(Reminder(name, _address(base, outlook)) for name, base in _OUTLOOK.items()),
    )


def _address(base: str, values: dict[str, str]) -> str:
    # Outlook shows a plus where others read a space.
    return f"{base}?{urlencode(values, quote_via=quote, safe='')}"
