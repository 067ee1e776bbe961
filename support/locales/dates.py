"""Dates as people type them in a site language: “24.12.2026”, “5 Dec 2026”, “2026年12月28日”.

A text is understood where one reading is left. No clock is read: a date without a year is none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel.dates import format_skeleton

from support.locales.languages import cldr_locale

_LONGEST_TEXT = 80

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|[^\w\s]")
_NUMBERS = re.compile(r"([0-9]+)(\s*[-./]\s*|\s+)([0-9]+)(\s*[-./]\s*|\s+)([0-9]+)\.?")
_JAPANESE = re.compile(
    r"([0-9]{4}|[0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日?(?:\(?([日月火水木金土])(?:曜日?)?\)?)?"
)
_REIWA = re.compile(r"(?:令和|\br)([0-9]{1,2}|元)(?=[-./年])")
_YEAR_BEFORE_REIWA = 2018
_SUNDAY_FIRST = "日月火水木金土"

# Between and after the numbers of a date, in one of the ten languages: “5th of”, “den 5.”
_FILLERS = frozenset(
    ["of", "the", "le", "la", "el", "il", "l", "o", "de", "del", "den", "der", "d", "dia", "feira"]
)
_ORDINAL = re.compile(r"(?<=[0-9])(?:st|nd|rd|th|er|e|o)(?=\W|$)")
_PUNCTUATION = frozenset(".,-/'’°:()")

# What people write and CLDR does not have.
_MORE_MONTHS = {
    "de": {"mrz": 3, "jänner": 1, "jän": 1, "feber": 2},
    "es": {"set": 9, "setiembre": 9},
}


class UnreadableDate(ValueError):
    """No reading is left."""


@dataclass
class AmbiguousDate(UnreadableDate):
    """More than one reading is left: `readings`, the earliest first."""

    readings: tuple[date, ...]


@dataclass
class WrongWeekday(UnreadableDate):
    """The text names a weekday, and `day`, which it names too, is another."""

    day: date


def read_date(text: str, site_language: str) -> date:
    """Return the date that `text` means. Raises UnreadableDate."""
    if len(text) > _LONGEST_TEXT:
        raise UnreadableDate(text)
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES).casefold().strip()
    plain = _ORDINAL.sub("", _REIWA.sub(_western_year, plain))
    readings = sorted(set(_readings(plain, site_language)))
    if not readings:
        raise UnreadableDate(text)
    right = [day for day, weekday in readings if weekday in (None, day.weekday())]
    if not right:
        raise WrongWeekday(readings[0][0])
    if len(right) > 1:
        raise AmbiguousDate(tuple(right))
    return right[0]


def date_example(year: int, site_language: str) -> str:
    """Return 24 December as numbers, the way CLDR writes them: 24/12/2026, 2026-12-24."""
    day = date(year, 12, 24)
    return str(format_skeleton("yMd", day, locale=cldr_locale(site_language)))


# A date and the weekday that the text names beside it, if any.
_Reading = tuple[date, int | None]


def _readings(text: str, language: str) -> Iterator[_Reading]:
    japanese = _JAPANESE.fullmatch("".join(text.split()))
    if japanese:
        year, month, day, weekday = japanese.groups()
        named = (_SUNDAY_FIRST.index(weekday) - 1) % 7 if weekday else None
        yield from _dates([(year, month, day)], named)
        return
    tokens = _TOKEN.findall(text)
    numbers = [token for token in tokens if token.isdecimal()]
    words = [token for token in tokens if token[0].isalpha()]
    if not _PUNCTUATION.issuperset(
        token for token in tokens if not token.isdecimal() and not token[0].isalpha()
    ):
        return
    if len(numbers) == 2:
        for place, word in enumerate(words):
            weekday = _weekday(words[:place] + words[place + 1 :], language)
            month = _months(language).get(_folded(word))
            if month and weekday is not _NO_WEEKDAY:
                yield from _dates([_around_month(numbers[0], str(month), numbers[1])], weekday)
    elif len(numbers) in (1, 3):
        weekday = _weekday(words, language)
        without_words = re.sub(r"[^\W\d_]+[.,]?", " ", text).strip(" ,.()")
        if weekday is not _NO_WEEKDAY:
            yield from _dates(_in_order(without_words, language), weekday)


def _in_order(text: str, language: str) -> Iterable[tuple[str, str, str]]:
    """Yield what three numbers may be as year, month and day."""
    if re.fullmatch("[0-9]{8}", text):  # the basic form of ISO 8601
        return [(text[:4], text[4:6], text[6:])]
    match = _NUMBERS.fullmatch(text)
    if not match:
        return []
    first, sign, second, other_sign, third = match.groups()
    year_first, day_first = (first, second, third), (third, second, first)
    month_first = (third, first, second)
    if len(first) == 4:
        return [year_first]
    order, own_sign, has_day_before_month = _order(language)
    if len(third) == 4:
        usual = [day_first] if has_day_before_month else [day_first, month_first]
        return usual if any(_dates(usual, None)) else [month_first]
    if order == "dmy":
        return [day_first]
    if has_day_before_month and {sign.strip(), other_sign.strip()} != {own_sign}:
        return [year_first, day_first]
    return [year_first]


def _around_month(first: str, month: str, second: str) -> tuple[str, str, str]:
    return (first, month, second) if len(first) == 4 else (second, month, first)


def _dates(parts: Iterable[tuple[str, str, str]], weekday: int | None) -> Iterator[_Reading]:
    """Yield those of years, months and days that the calendar has."""
    for year, month, day in parts:
        if len(year) not in (2, 4) or max(len(month), len(day)) > 2:
            continue
        try:
            yield date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day)), weekday
        except ValueError:
            continue


_NO_WEEKDAY = -1


def _weekday(words: Sequence[str], language: str) -> int | None:
    """Return the weekday that is named, None without one, _NO_WEEKDAY for any other words."""
    found = None
    for word in map(_folded, words):
        named = _weekdays(language).get(word)
        if named is not None and found in (None, named):
            found = named
        elif word not in _FILLERS:
            return _NO_WEEKDAY
    return found


@lru_cache(maxsize=16)
def _order(language: str) -> tuple[str, str, bool]:
    """Return CLDR's order of day, month and year, its sign, and whether day goes before month."""
    locale = cldr_locale(language)
    pattern = locale.date_formats["short"].pattern
    order = "".join(sorted("dmy", key=lambda part: pattern.casefold().index(part)))
    without_year = locale.datetime_skeletons["Md"].pattern
    return order, re.sub(r"\w", "", pattern)[:1], without_year.index("d") < without_year.index("M")


@lru_cache(maxsize=16)
def _months(language: str) -> dict[str, int]:
    """Return months by name, abbreviation and by what no other begins with; English ones too."""
    names = cldr_locale(language).months["format"]
    found = _by_beginning(names["wide"], 3)
    found |= _of_one(names["abbreviated"].items())
    found |= {_folded(name): month for name, month in _MORE_MONTHS.get(language, {}).items()}
    return found if language == "en" else {**_months("en"), **found}


@lru_cache(maxsize=16)
def _weekdays(language: str) -> dict[str, int]:
    names = cldr_locale(language).days["format"]
    found = _by_beginning(names["wide"], 2)
    found |= _of_one(names["abbreviated"].items())
    return found if language == "en" else {**_weekdays("en"), **found}


def _by_beginning(names: dict[int, str], shortest: int) -> dict[str, int]:
    """Return each name, its first word for “segunda-feira”, and what begins no other name."""
    words = {number: _folded(name.split("-")[0]) for number, name in names.items()}
    return _of_one(
        (number, word[:length])
        for number, word in words.items()
        for length in range(shortest, len(word) + 1)
    )


def _of_one(names: Iterable[tuple[int, str]]) -> dict[str, int]:
    """Return numbers by name, without names of several: in Japanese, every month is 月."""
    numbers: dict[str, set[int]] = {}
    for number, name in names:
        numbers.setdefault(_folded(name), set()).add(number)
    return {name: one for name, (one, *others) in numbers.items() if not others}


def _folded(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if letter.isalpha())


def _western_year(match: re.Match[str]) -> str:
    return str(_YEAR_BEFORE_REIWA + (1 if match[1] == "元" else int(match[1])))
