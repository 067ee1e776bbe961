"""What the contact page tells of response times: rows that are measured anew every night.

A page is made of the directory, and visitors ask for no measuring. So what is told stands still
until the night, and then counts as an edit.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from support.conversations.models import ToldTime
from support.conversations.response_time.measure import response_times
from support.directory import Directory, MeasuredTime
from support.directory.revision import raise_revision

_COLUMNS = ("department", "language", "seconds", "answers", "since")


def told_times() -> tuple[MeasuredTime, ...]:
    """Return what is told now, with one query; the settings hand this to the pages."""
    return tuple(MeasuredTime(*row) for row in ToldTime.objects.values_list(*_COLUMNS))


def tell_anew(directory: Directory, at: datetime) -> bool:
    """Measure, and have the pages tell it. Returns whether it is something else than before."""
    measured = tuple(
        MeasuredTime(each.department, each.language, average, each.figures.count, each.first.date())
        for each in response_times(directory, at)
        if (average := each.figures.average) is not None
    )
    if measured == told_times():
        return False
    with transaction.atomic():
        ToldTime.objects.all().delete()
        ToldTime.objects.bulk_create(
            ToldTime(**dict(zip(_COLUMNS, each, strict=True))) for each in measured
        )
        raise_revision()
    return True
