"""Months in the languages of the site."""

from __future__ import annotations

from datetime import date

from babel.dates import format_skeleton

from support.locales.languages import cldr_locale


def format_month(day: date, language: str) -> str:
    """Format the month of a day, as in “December 2026”."""
    return str(format_skeleton("yMMMM", day, locale=cldr_locale(language)))


def short_weekday_names(language: str) -> tuple[str, ...]:
    """Return the names of a calendar's columns, Monday first, as in “Mon”."""
    names = cldr_locale(language).days["stand-alone"]["abbreviated"]
    return tuple(names[number] for number in range(7))
