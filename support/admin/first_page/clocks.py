"""Changes, in the next two weeks, of the clocks that hours are stated by."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

from django.urls import reverse

from support.admin.clock_changes.words import clock_change_words
from support.admin.first_page.context import FirstPageContext
from support.admin.first_page.line import Line
from support.schedule import clock_changes

SOON = timedelta(days=14)


def coming_clock_changes(context: FirstPageContext) -> list[Line]:
    zones = {
        hours.window.zone
        for entry in context.directory.departments
        for served in entry.languages
        for hours in served.hours
    }
    changes = sorted(
        change for key in zones for change in clock_changes(key, context.at, context.at + SOON)
    )
    return [
        Line(
            clock_change_words(change, context.language),
            f"{reverse('admin:clock_changes')}?{urlencode({'zone': change.zone})}",
        )
        for change in changes
    ]
