"""Write weekdays, alone, joined into ranges, and counted by month. The ranges are our rule and not
CLDR's."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from babel.dates import get_day_names
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from support.locales.formatting.hours import range_separator
from support.locales.formatting.lists import join
from support.locales.languages import cldr_locale
from support.schedule import EVERY_DAY, Weekday, sort_monthly

# Ordinal numbers agree with these in two languages; elsewhere weekdays have one gender.
_FEMININE_WEEKDAYS = {
    "it": frozenset({Weekday.SU}),
    "pt": frozenset({Weekday.MO, Weekday.TU, Weekday.WE, Weekday.TH, Weekday.FR}),
}

# The ending of a weekday that is one certain of a month: “första fredagen i månaden”.
_DEFINITE_ENDINGS = {"sv": "en"}

# The dash of weekdays, so that days and hours do not look alike, and what stands in a list of them.
_WEEKDAY_RANGES = {"fr": "-", "pt": " a "}

_WEEKDAY_LISTS = {"ja": "・"}


def weekday_names(language: str) -> tuple[str, ...]:
    """Return the weekdays in full, Monday first, as a sentence has them."""
    names = get_day_names("wide", "format", locale=cldr_locale(language))
    return tuple(str(names[day]) for day in range(7))


def short_weekday_names(language: str) -> tuple[str, ...]:
    """Return the weekdays in short, Monday first, as they stand by themselves."""
    names = get_day_names("abbreviated", "stand-alone", locale=cldr_locale(language))
    return tuple(str(names[day]) for day in range(7))


def format_weekdays(weekdays: Collection[Weekday], language: str) -> str:
    """Return weekdays as in “Mon–Wed and Sat”, all seven as “every day”.

    Three days in a row or more are a range.
    """
    weekdays = frozenset(weekdays)
    return _("every day") if weekdays == EVERY_DAY else _weekday_ranges(weekdays, language)


def weekday_dash(language: str) -> str:
    """Return what stands between the first and the last of a range of weekdays."""
    return _WEEKDAY_RANGES.get(language) or range_separator(language)


def weekday_separator(language: str) -> str:
    """Return what stands between weekdays where they are listed as nothing else is; else empty."""
    return _WEEKDAY_LISTS.get(language, "")


def format_places_of_month(
    monthly: Iterable[int], weekdays: Collection[Weekday], language: str
) -> str:
    """Return weekdays of a month as in “first and last Sunday of the month”.

    `monthly` has 1 to 5 for the first to the fifth, -1 for the last, -2 for the second to last.
    """
    days = sorted(weekdays)
    feminine = _FEMININE_WEEKDAYS.get(language, frozenset())
    ordinals = _feminine_ordinals() if feminine.issuperset(days) else _ordinals()
    ending = _DEFINITE_ENDINGS.get(language, "")
    names = [f"{name}{ending}" for name in weekday_names(language)]
    # Translators: {places}: “first and last”, {weekdays}: “Sunday”.
    return _("{places} {weekdays} of the month").format(
        places=_join_weekdays([ordinals[place] for place in sort_monthly(monthly)], language),
        weekdays=_join_weekdays([names[day] for day in days], language),
    )


@lru_cache(maxsize=2048)
def _weekday_ranges(weekdays: frozenset[Weekday], language: str) -> str:
    locale = cldr_locale(language)
    names = get_day_names("abbreviated", "stand-alone", locale=locale)
    parts: list[str] = []
    for run in _runs(sorted(weekdays)):
        if len(run) > 2:
            parts.append(f"{names[run[0]]}{weekday_dash(language)}{names[run[-1]]}")
        else:
            parts += [names[day] for day in run]
    return _join_weekdays(parts, language)


def _join_weekdays(parts: Sequence[str], language: str) -> str:
    separator = weekday_separator(language)
    return separator.join(parts) if separator else join(parts, language)


def _runs(weekdays: Sequence[Weekday]) -> list[list[Weekday]]:
    """Split sorted weekdays where a day is missing."""
    runs: list[list[Weekday]] = []
    for weekday in weekdays:
        if runs and weekday == runs[-1][-1] + 1:
            runs[-1].append(weekday)
        else:
            runs.append([weekday])
    return runs


def _ordinals() -> dict[int, str]:
    return {
        1: pgettext("weekday of the month", "first"),
        2: pgettext("weekday of the month", "second"),
        3: pgettext("weekday of the month", "third"),
        4: pgettext("weekday of the month", "fourth"),
        5: pgettext("weekday of the month", "fifth"),
        -1: pgettext("weekday of the month", "last"),
        -2: pgettext("weekday of the month", "second to last"),
        -3: pgettext("weekday of the month", "third to last"),
        -4: pgettext("weekday of the month", "fourth to last"),
        -5: pgettext("weekday of the month", "fifth to last"),
    }


def _feminine_ordinals() -> dict[int, str]:
    return {
        1: pgettext("feminine weekday of the month", "first"),
        2: pgettext("feminine weekday of the month", "second"),
        3: pgettext("feminine weekday of the month", "third"),
        4: pgettext("feminine weekday of the month", "fourth"),
        5: pgettext("feminine weekday of the month", "fifth"),
        -1: pgettext("feminine weekday of the month", "last"),
        -2: pgettext("feminine weekday of the month", "second to last"),
        -3: pgettext("feminine weekday of the month", "third to last"),
        -4: pgettext("feminine weekday of the month", "fourth to last"),
        -5: pgettext("feminine weekday of the month", "fifth to last"),
    }
