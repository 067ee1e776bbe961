"""Export coverage as a table for other programs."""

from __future__ import annotations

import csv
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.utils.translation import gettext as _

from support.locales.languages import language_name
from support.planning.coverage import Coverage

# Without it, Excel reads the file in the code page of the local machine.
_BYTE_ORDER_MARK = "\ufeff"

# Spreadsheet programs run a cell that begins with one of these as a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def coverage_csv(whole: Coverage, language: str) -> HttpResponse:
    """Return a file with a line for each language and hour; a repeated hour has two."""
    response = HttpResponse(_BYTE_ORDER_MARK, content_type="text/csv; charset=utf-8")
    name = f"coverage-{whole.monday.isoformat()}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    write = csv.writer(response).writerow
    write(
        [
            _("Language"),
            _("Language tag"),
            _("From"),
            _("To"),
            _("Fewest departments"),
            _("Most departments"),
        ]
    )
    zone = ZoneInfo(whole.zone)
    for cover in whole.languages:
        names = [harmless(language_name(cover.tag, language)), harmless(cover.tag)]
        for hour, answering in cover.hours:
            times = (at.astimezone(zone).isoformat(timespec="minutes") for at in hour.interval)
            write([*names, *times, answering.least, answering.most])
    return response


def harmless(text: str) -> str:
    """Put an apostrophe before what a spreadsheet program would run as a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
