"""What public holidays are called: by the library, by us, and in their own country.

`holiday_names.csv` has the names that the library has not: those of the commonest holidays, and of
those of the countries that speak a site language, in every site language.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from support.locales.holiday_calendars import (
    AND,
    INSTEAD,
    REMARK,
    base_name,
    days_off,
    english_of,
    is_observed,
    known_languages,
    native_of,
    tag,
)

# Between two holidays of one day, where it is not as the library has it.
_BETWEEN = {"ja": "、", "fr": "\N{NARROW NO-BREAK SPACE}; "}


class HolidayName(NamedTuple):
    """A name and the BCP 47 tag of its language."""

    text: str
    language: str


def holiday_name(code: str, day: date, site_language: str) -> HolidayName | None:
    """Return the name of a holiday for readers of a site language.

    It is the library's translation, else ours, else the English name where its own is not in
    Latin letters. None stands for its own, which then says most.
    """
    name = _translated(code, day.year, site_language).get(day)
    return name and HolidayName(_printed(name.text, name.language), name.language)


def own_name(code: str, name: str) -> HolidayName:
    """Return a holiday's own name as it is printed, with the language of its calendar."""
    language = tag(native_of(code) or "en")
    return HolidayName(_printed(name, language), language)


def native_language(code: str) -> str:
    """Return the BCP 47 tag of the language in which `holiday_calendar(code)` names its days."""
    return tag(native_of(code) or "en")


def holiday_names(code: str, years: Iterable[int]) -> tuple[str, ...]:
    """Return the English names of the holidays of some years, sorted: those that can be left out.

    The few calendars that know no English have them in their own language.
    """
    language = english_of(code)
    found = {
        base_name(each)
        for year in years
        for name in days_off(code, year, language).values()
        for each in name.split(AND)
    }
    return tuple(sorted(found))


def translated_name(code: str, name: str, year: int, site_language: str) -> str:
    """Return an English name of `holiday_names` in a site language; itself where it has none.

    It is looked for among the holidays of `year` and of the next.
    """
    return holiday_names_in(code, (year, year + 1), site_language).get(name, _printed(name))


def holiday_names_in(code: str, years: Iterable[int], site_language: str) -> dict[str, str]:
    """Return what `holiday_names` does, by month and day, each with its name in a site language.

    That is its own name where nobody has translated it.
    """
    found: dict[str, tuple[tuple[int, int], str]] = {}
    for day, name, own in _pairs_of(code, years):
        translated = _translated(code, day.year, site_language)
        words = translated[day].text if day in translated else own
        for each, word in zip(name.split(AND), words.split(AND), strict=False):
            found.setdefault(base_name(each), ((day.month, day.day), _printed(base_name(word))))
    in_order = sorted(found.items(), key=lambda each: each[1][0])
    return {name: words for name, (_day, words) in in_order}


def own_names(code: str, years: Iterable[int]) -> dict[str, str]:
    """Return what `holiday_names` does, each with the name that the calendar itself has for it."""
    found: dict[str, str] = {}
    for _day, name, owns in _pairs_of(code, years):
        for each, own in zip(name.split(AND), owns.split(AND), strict=False):
            found.setdefault(base_name(each), base_name(own))
    return found


def _pairs_of(code: str, years: Iterable[int]) -> list[tuple[date, str, str]]:
    """Return those of some years, each holiday on its own day before that of a day off for it."""
    pairs = [each for year in years for each in _pairs(code, year)]
    return sorted(pairs, key=lambda each: is_observed(each[1]))


def _pairs(code: str, year: int) -> Iterator[tuple[date, str, str]]:
    """Give the days off of a year with their English and their own names."""
    own = days_off(code, year, native_of(code))
    for day, name in days_off(code, year, english_of(code)).items():
        yield day, name, own.get(day, name)


@lru_cache(maxsize=1024)
def _translated(code: str, year: int, site_language: str) -> Mapping[date, HolidayName]:
    """Return the holidays of a year that have a name for readers of a site language."""
    for language in known_languages(code):
        if tag(language).split("-")[0] == site_language:
            days = days_off(code, year, language)
            return {day: HolidayName(name, tag(language)) for day, name in days.items()}
    found = {}
    for day, name, own in _pairs(code, year):
        ours = [_ours(each, site_language) for each in name.split(AND)]
        if all(ours):
            found[day] = HolidayName(AND.join(ours), site_language)
        elif (english := english_of(code)) and not _is_latin(own):
            found[day] = HolidayName(name, tag(english))
    return found


def _ours(name: str, site_language: str) -> str:
    """Translate one English name, with the remark that it may have; empty where we have none."""
    words = _words().get(base_name(name), {}).get(site_language, "")
    if not words:
        return ""
    found = REMARK.search(name)
    remark = found[1] if found else ""
    if INSTEAD.match(name) or remark not in ("", "estimated"):
        words = _words()["{name} (observed)"][site_language].format(name=words)
    if "estimated" in remark:
        words = _words()["{name} (estimated)"][site_language].format(name=words)
    return words


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Mapping[str, str]]:
    with Path(__file__).with_name("holiday_names.csv").open(encoding="utf-8", newline="") as file:
        return {row["en"]: row for row in csv.DictReader(file)}


def _printed(name: str, language: str = "") -> str:
    """Return a name with the signs of print, and without brackets of its own."""
    text = REMARK.sub(r", \1", name).replace("'", "’")
    return text.replace(AND, _BETWEEN.get(language, AND))


def _is_latin(name: str) -> bool:
    return all(unicodedata.name(sign).startswith("LATIN") for sign in name if sign.isalpha())
