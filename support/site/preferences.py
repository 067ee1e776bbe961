"""What visitors say of themselves: the languages they read and the clock they live by.

It stands in the address of a page (`?languages=da&languages=en&tz=Europe/Berlin`), and is
remembered in a cookie that only `/` and the visitor's own browser read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, unquote, urlencode

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from support.locales.zone_search import find_zones, tell_the_same_time
from support.models.validators import normalize_language_tag

COOKIE = "preferences"

# The form asks for three; an address may have some more.
MOST_LANGUAGES = 5
_LONGEST_TEXT = 100
_MOST_CHOICES = 8


@dataclass(frozen=True, slots=True)
class Preferences:
    """`languages` in order of preference, empty where nothing was said. `zone` is an IANA key,
    empty for the clock of each department, None where nothing was said."""

    languages: tuple[str, ...] = ()
    zone: str | None = None

    def __bool__(self) -> bool:
        return bool(self.languages) or self.zone is not None

    @property
    def query(self) -> str:
        """Return the query of an address, without the question mark."""
        pairs = [("languages", tag) for tag in self.languages]
        if self.zone is not None:
            pairs.append(("tz", self.zone))
        return urlencode(pairs, safe="/")

    @property
    def cookie(self) -> str:
        return quote(self.query, safe="")


@dataclass(frozen=True, slots=True)
class RequestPreferences:
    """The preferences in an address: those that could be read, and what is wrong with the others.

    `zone_typed` is what stands in the box. `zone_choices` are the keys that it may mean, where
    those are several.
    """

    chosen: Preferences
    zone_typed: str = ""
    zone_choices: tuple[str, ...] = ()
    language_mistake: str = ""
    zone_mistake: str = ""

    @property
    def has_mistakes(self) -> bool:
        return bool(self.language_mistake or self.zone_mistake)


NO_PREFERENCES = RequestPreferences(Preferences())


def read_preferences(data: QueryDict, site_language: str) -> RequestPreferences:
    """Read what an address asks for. What cannot be read is left out, and a sentence says what
    would be right."""
    languages, language_mistake = _languages(data.getlist("languages"))
    typed = data.get("tz")
    if typed is None:
        return RequestPreferences(Preferences(languages), language_mistake=language_mistake)
    typed = " ".join(str(typed)[:_LONGEST_TEXT].replace("\0", " ").split())
    found = find_zones(typed, site_language) if typed else ("",)
    if len(found) == 1 or (found and tell_the_same_time(found)):
        return RequestPreferences(Preferences(languages, found[0]), found[0], (), language_mistake)
    if len(found) > _MOST_CHOICES:
        mistake = _(
            "Many time zones match “%(text)s”, and these are only some of them. Please choose one, "
            "or enter a city."
        )
    elif found:
        mistake = _("Several time zones match “%(text)s”. Please choose one.")
    else:
        mistake = _(
            "We couldn’t find a time zone for “%(text)s”. "
            "Enter a city, such as Tokyo, or a country."
        )
    return RequestPreferences(
        Preferences(languages),
        typed,
        found[:_MOST_CHOICES],
        language_mistake,
        mistake % {"text": typed},
    )


def read_cookie(cookie: str) -> Preferences:
    """Return the remembered preferences; none where the cookie cannot be read: somebody else wrote
    it."""
    fields = parse_qs(unquote(cookie)[:1000], keep_blank_values=True)
    languages, mistake = _languages(fields.get("languages", []))
    zone = fields.get("tz", [None])[-1]
    if mistake or (zone and find_zones(zone, "en") != (zone,)):
        return Preferences()
    return Preferences(languages, zone)


def _languages(typed: Sequence[str]) -> tuple[tuple[str, ...], str]:
    tags: dict[str, None] = {}
    mistake = ""
    for text in filter(None, ",".join(typed)[:_LONGEST_TEXT].split(",")):
        try:
            tags[normalize_language_tag(text)] = None
        except ValidationError as error:
            mistake = mistake or str(error.messages[0])
    return tuple(tags)[:MOST_LANGUAGES], mistake
