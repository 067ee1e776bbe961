"""Form fields for languages, zones, holiday calendars: type a part of the name, then choose.

The box holds the name and, in brackets, the tag or key: "Japan Time (Asia/Tokyo)". Typing the
tag, the key or a part of the name will do as well, where one thing matches. The lists are asked for
when somebody is about to type (`suggestions.js`), however many boxes use them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from support.admin.fields.calendar_parts import CalendarInput
from support.locales.calendar_names import all_calendars, calendar_name
from support.locales.calendar_search import find_calendars
from support.locales.formatting import join_or
from support.locales.holiday_calendars import calendar_codes
from support.locales.language_search import find_languages
from support.locales.languages import all_languages, language_name, normalize_tag
from support.locales.zone_search import find_zones
from support.locales.zones import all_zones, zone_keys, zone_name_with_place

Choices = tuple[tuple[str, str], ...]

# What a message names; a list that is longer says so.
_MOST_NAMED = 8

_IN_BRACKETS = re.compile(r"\(([^()]+)\)\s*$")


class PickerField(forms.CharField):
    """A text box with a list of suggestions.

    `choices` returns (value, name) pairs for a site language, `name` the name of one value, `find`
    the values that a text may mean, the best first.
    """

    default_error_messages = {
        "several": _("“%(text)s” could mean %(names)s. Please choose one."),
        "many": _("“%(text)s” could mean %(names)s or others. Type more of the name."),
    }

    def __init__(
        self,
        *,
        list_id: str,
        choices: Callable[[str], Choices],
        name: Callable[[str, str], str],
        find: Callable[[str, str], Sequence[str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.choices = choices
        self.name = name
        self.find = find
        self.widget.attrs |= {"list": list_id, "autocomplete": "off", "class": "vTextField"}

    def prepare_value(self, value: Any) -> Any:
        """Add the name to a stored value; leave what somebody typed as it is."""
        try:
            return with_name(value, self.name(value, _language())) if value else value
        except (ValueError, KeyError, LookupError):
            return value

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        if not text:
            return ""
        by_name = _by_name(self.choices, _language())
        if text.casefold() in by_name:
            return by_name[text.casefold()]
        in_brackets = _IN_BRACKETS.search(text)
        if in_brackets:
            return in_brackets[1].strip()
        found = self.find(text, _language())
        if len(found) > 1:
            names = [with_name(each, self.name(each, _language())) for each in found[:_MOST_NAMED]]
            code = "several" if len(found) <= _MOST_NAMED else "many"
            joined = join_or(names, _language()) if code == "several" else ", ".join(names)
            raise ValidationError(self.error_messages[code], code, {"text": text, "names": joined})
        return found[0] if found else text

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return (initial or "") != self.to_python(data)
        except ValidationError:
            return True


@lru_cache(maxsize=64)
def _by_name(choices: Callable[[str], Choices], language: str) -> dict[str, str]:
    """Return values by name, and by themselves, in small letters."""
    names = {name.casefold(): value for value, name in choices(language)}
    return names | {value.casefold(): value for value in names.values()}


def with_name(value: str, name: str) -> str:
    return value if name == value else f"{name} ({value})"


class LanguageField(PickerField):
    default_error_messages = {"required": _("Choose a language.")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            list_id="languages",
            choices=all_languages,
            name=lambda tag, language: language_name(normalize_tag(tag), language),
            find=find_languages,
            **kwargs,
        )


class ZoneField(PickerField):
    default_error_messages = {"required": _("Choose a time zone.")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            list_id="zones",
            choices=all_zones,
            name=_known_zone_name,
            find=find_zones,
            **kwargs,
        )


class CalendarField(PickerField):
    widget: CalendarInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            widget=CalendarInput(),
            list_id="calendars",
            choices=all_calendars,
            name=_known_calendar_name,
            find=find_calendars,
            **kwargs,
        )
        self.widget.read = self.to_python


LISTS = {"languages": all_languages, "zones": all_zones, "calendars": all_calendars}


def datalists(ids: Iterable[str]) -> list[SafeString]:
    """Return the lists for the pickers of a page. A script fills them when they are needed."""
    return [
        format_html(
            '<datalist id="{}" data-names="{}"></datalist>',
            list_id,
            reverse("admin:suggestions", args=[list_id]),
        )
        for list_id in ids
    ]


@lru_cache(maxsize=30)  # three lists in ten languages
def suggested(list_id: str, language: str) -> tuple[str, ...]:
    """Return the names of a list, as they stand in a box."""
    return tuple(with_name(value, name) for value, name in LISTS[list_id](language))


def _known_zone_name(key: str, language: str) -> str:
    if key not in zone_keys():
        raise LookupError(key)
    return zone_name_with_place(key, language)


def _known_calendar_name(code: str, language: str) -> str:
    if code not in calendar_codes():
        raise LookupError(code)
    return calendar_name(code, language)


def _language() -> str:
    return get_language() or "en"
