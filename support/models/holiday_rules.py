"""Check what a window says about public holidays against their calendar."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from support import clock
from support.locales.calendar_names import calendar_name
from support.locales.calendar_zones import (
    has_several_zones,
    lies_in,
    most_populous_zone,
    zones_of,
)
from support.locales.formatting import join_or
from support.locales.holiday_calendars import base_name, calendar_codes
from support.locales.holiday_names import holiday_names_in, own_names
from support.locales.zones import zone_keys, zone_name_with_place

# A holiday that comes every fourth year, or that a law has just ended, is within these years.
_YEARS_AHEAD = 12


def unknown_holidays(code: str, names: Sequence[str]) -> list[ValidationError]:
    """Return a mistake for each name that no holiday of a calendar has, in any year from now."""
    if not names:
        return []
    known = [name for name, _words in names_from_now(code, "en")]
    return [_unknown_holiday(code, name, known) for name in names if name not in known]


def names_from_now(code: str, site_language: str) -> tuple[tuple[str, str], ...]:
    """Return the English names of the holidays of this year and those to come, by date in a year.

    Each comes with its name in the site language, or with itself where that is not known.
    """
    return _names(code, clock.now().year, site_language)


def names_in_words(code: str, names: Iterable[str], site_language: str) -> list[str]:
    """Return English names of a calendar's holidays in the site language, where that is known."""
    words = dict(names_from_now(code, site_language)) if code in calendar_codes() else {}
    return [words.get(name, name) for name in names]


@lru_cache(maxsize=256)
def _names(code: str, year: int, site_language: str) -> tuple[tuple[str, str], ...]:
    years = range(year, year + _YEARS_AHEAD)
    return tuple(holiday_names_in(code, years, site_language).items())


def _unknown_holiday(code: str, name: str, known: Sequence[str]) -> ValidationError:
    language = get_language() or "en"
    words = {"name": name, "calendar": calendar_name(code, language)}
    english = _english_names(code, known)
    close = get_close_matches(base_name(name).casefold(), english, 6, 0.4)
    near = list(dict.fromkeys(english[each] for each in close))[:3]
    if not near:
        message = _("There is no public holiday called “%(name)s” (%(calendar)s).")
        return ValidationError(message, "unknown_holiday", words)
    words["names"] = join_or([f"“{each}”" for each in near], language)
    message = _(
        "There is no public holiday called “%(name)s” (%(calendar)s). Did you mean %(names)s?"
    )
    return ValidationError(message, "unknown_holiday", words)


def _english_names(code: str, known: Sequence[str]) -> dict[str, str]:
    """Return English names by all that the holidays are called, in small letters.

    People know them by the calendar's own names, and by those of the page.
    """
    year = clock.now().year
    own = own_names(code, range(year, year + _YEARS_AHEAD)).items()
    named = [*own, *names_from_now(code, get_language() or "en"), *zip(known, known, strict=True)]
    return {words.casefold(): name for name, words in named}


def not_a_clock_of(code: str, zone: str) -> ValidationError:
    """Return the mistake of a clock that is not one of the country of a calendar."""
    language = get_language() or "en"
    return ValidationError(
        _("%(zone)s isn’t one of the time zones there (%(calendar)s). Use %(zones)s."),
        "not_a_clock_of_the_calendar",
        {
            "zone": zone,
            "calendar": calendar_name(code, language),
            "zones": join_or(zones_of(code), language),
        },
    )


def is_clock_in_doubt(code: str, zone: str) -> bool:
    """Return whether nothing says which clock a calendar has; that of a part is known."""
    if code not in calendar_codes() or zone not in zone_keys() or "-" in code:
        return False
    return not lies_in(code, zone) and has_several_zones(code)


def which_clock(code: str) -> ValidationError:
    """Return the mistake of hours that leave the clock of a calendar in doubt."""
    language = get_language() or "en"
    zone = most_populous_zone(code)
    return ValidationError(
        _(
            "There are several time zones there (%(calendar)s), and these hours use none of them. "
            "Choose the one the public holidays follow. Most people there use %(zone)s."
        ),
        "which_clock",
        {
            "calendar": calendar_name(code, language),
            "zone": f"{zone_name_with_place(zone, language)} ({zone})",
        },
    )
