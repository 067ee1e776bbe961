"""The response times that were measured, as a list beside how many answers and since when."""

from __future__ import annotations

from django.urls import reverse
from django.utils import translation
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from support.directory import DepartmentEntry, Directory, MeasuredTime
from support.locales.formatting import format_date, format_duration
from support.locales.languages import language_name
from support.prose import as_html


def measured_times(directory: Directory, language: str) -> str:
    """Return HTML in a language of the site: of those who answer in it, or else in English, or of
    all. Nothing where nothing was measured."""
    known = [
        (entry, each)
        for each in directory.response_times
        for entry in [directory.department(each.department)]
        if entry
    ]
    for wanted in (language, "en"):
        chosen = [(entry, each) for entry, each in known if each.language == wanted]
        if chosen:
            return _html(chosen, language)
    return _html(known, language) if known else ""


def _html(times: list[tuple[DepartmentEntry, MeasuredTime]], language: str) -> str:
    with translation.override(language):
        words = {f"time{number}": _words(*each, language) for number, each in enumerate(times)}
        items = "\n".join(f"- {{{name}}}" for name in words)
        path = reverse("response_time", args=[language])
        heading, link = _("Response times, measured:"), _("How we measure the response time")
        return as_html(f"{heading}\n\n{items}\n\n[{link}]({path})", words)


def _words(entry: DepartmentEntry, time: MeasuredTime, language: str) -> str:
    # Translators: a department in a language, the average length of a wait, of at least 20 answers.
    return _(
        "{department} ({language}): {length} on average, {answers} answers since {day}"
    ).format(
        department=entry.name.read(language),
        language=language_name(time.language, language),
        length=format_duration(time.seconds, language),
        answers=number_format(time.answers, force_grouping=True),
        day=format_date(time.since, language),
    )
