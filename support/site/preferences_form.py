"""The form in which visitors say what they read and whose clock they want."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from support.contact_page import Viewpoint
from support.directory import Directory
from support.locales.formatting import join
from support.locales.languages import SITE_LANGUAGES, language_name
from support.locales.zones import zone_name, zone_name_with_place
from support.parts import parts
from support.site.preferences import NO_PREFERENCES, Preferences, RequestPreferences

_BOXES = 3


@dataclass(frozen=True, slots=True)
class LanguageBox:
    """One of the boxes, the first for the language that is preferred; `chosen` may be empty."""

    label: str
    chosen: str


@dataclass(frozen=True, slots=True)
class ZoneChoice:
    name: str
    query: str


@dataclass(frozen=True, slots=True)
class PreferencesForm:
    """The form. `clock` names the clock that the page is shown on, `department` is whose page it
    is, if any; `path` leads back to it without preferences. It is open where there is a mistake to
    correct."""

    choices: tuple[tuple[str, str], ...]
    boxes: tuple[LanguageBox, ...]
    languages: str
    clock: str
    zone_typed: str
    zone_choices: tuple[ZoneChoice, ...]
    language_mistake: str
    zone_mistake: str
    has_preferences: bool
    department: str
    path: str

    @property
    def is_open(self) -> bool:
        return bool(self.language_mistake or self.zone_mistake)


def preferences_form(
    directory: Directory,
    view: Viewpoint,
    request_preferences: RequestPreferences,
    department: str = "",
) -> PreferencesForm:
    """Return the form as filled in by an address, with every language to choose from."""
    served = (each.tag for entry in directory.departments for each in entry.languages)
    tags = frozenset([*served, *SITE_LANGUAGES, *view.languages_read])
    if request_preferences != NO_PREFERENCES:
        return _form(tags, view, request_preferences, department)
    return parts.get(
        "preferences",
        (),
        (view.language, department),
        tags,
        lambda: _form(tags, view, request_preferences, department),
    )


def _form(
    tags: Iterable[str],
    view: Viewpoint,
    request_preferences: RequestPreferences,
    department: str,
) -> PreferencesForm:
    names = {tag: language_name(tag, view.language) for tag in tags}
    chosen = view.languages_read[:_BOXES]
    labels = (_("First language"), _("Second language"), _("Third language"))
    return PreferencesForm(
        tuple(sorted(names.items(), key=lambda item: item[1].casefold())),
        tuple(
            LanguageBox(label, chosen[place] if place < len(chosen) else "")
            for place, label in enumerate(labels)
        ),
        join([names[tag] for tag in view.languages_read], view.language),
        zone_name(view.zone, view.language) if view.zone else _("each department’s time zone"),
        request_preferences.zone_typed,
        tuple(
            ZoneChoice(
                zone_name_with_place(key, view.language),
                Preferences(request_preferences.chosen.languages, key).query,
            )
            for key in request_preferences.zone_choices
        ),
        request_preferences.language_mistake,
        request_preferences.zone_mistake,
        bool(request_preferences.chosen),
        department,
        _path(view.language, department),
    )


def _path(language: str, department: str) -> str:
    page = {"site": language} | ({"department": department} if department else {})
    return f"{reverse('preferences')}?{urlencode(page)}"
