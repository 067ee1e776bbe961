"""The words with which JavaScript tells a change of state on an open page: those of the server.

So the browser formats nothing by itself; it only finds out what a clock shows.
"""

from __future__ import annotations

from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from support.contact_page import Viewpoint
from support.contact_page.cards.answer import headlines, in_language
from support.contact_page.lines.state_line import (
    opens_words,
    round_the_clock_but,
    round_the_clock_until_a_day,
    until_words,
    with_zone,
)
from support.contact_page.lines.words_script import words_script
from support.locales.formatting import (
    day_patterns,
    moment_patterns,
    sentence_times,
    weekday_names,
)
from support.locales.languages import cldr_locale
from support.parts import ALWAYS, parts
from support.schedule import State


def live_words(view: Viewpoint, *, of_department: bool) -> SafeString:
    """Return a block of JSON, the same at every moment."""
    return parts.get(
        "live words",
        (),
        (view.language, of_department),
        ALWAYS,
        lambda: words_script(_words(view.language, of_department), "words"),
    )


def _words(language: str, of_department: bool) -> dict[str, Any]:
    """Return the words. What stands in braces and `%(language)s` is filled in by JavaScript."""
    clock, _day_and_clock = moment_patterns(language)
    return {
        "locale": str(cldr_locale(language)).replace("_", "-"),
        "states": {State.OPEN: _("Open"), State.CLOSED: _("Closed")},
        "changes": {
            State.OPEN: until_words(),
            State.CLOSED: opens_words(),
            "round_the_clock": round_the_clock_but(),
            "round_the_clock_until_a_day": round_the_clock_until_a_day(),
        },
        "with_zone": with_zone(),
        "times": sentence_times(),
        "own_zone": _("your time zone"),
        "for_good": {
            State.OPEN: _("24 hours a day, every day"),
            State.CLOSED: _("No further hours are planned."),
        },
        "rules": {State.OPEN: _("regular hours"), State.CLOSED: _("outside hours")},
        "why": _("Why?"),
        "headlines": headlines(of_department=of_department),
        "in_language": in_language(),
        "languages": _("Languages: %(languages)s"),
        "clock_named": _("Times: %(clock)s"),
        "clock_shown": _("Times in your time zone"),
        "clock": clock,
        "weekdays": weekday_names(language),
        "day": day_patterns(language),
    }
