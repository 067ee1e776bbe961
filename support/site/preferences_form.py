"""The form in which visitors say what they read and whose clock they want."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from support.contact_page import Viewpoint
from support.contact_page.lines.valid_until import spell_for_good
from support.directory import Directory
from support.locales.formatting import join
from support.locales.languages import SITE_LANGUAGES, language_name
from support.locales.zones import zone_name, zone_name_with_place
from support.site.preferences import NOTHING_ASKED, Asked, Preferences

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


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class PreferencesForm:
    """`clock` says whose clock the page is told on, `department` whose page it is, if any. Open
    where something must be mended."""

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

    @property
    def is_open(self) -> bool:
        return bool(self.language_mistake or self.zone_mistake)


def preferences_form(
    directory: Directory, view: Viewpoint, asked: Asked, department: str = ""
) -> PreferencesForm:
    """The same object where nobody has said anything, as on the page that everybody gets."""
    if asked != NOTHING_ASKED:
        return _form(directory, view, asked, department)
    return spell_for_good(directory, view.at).once(
        ("preferences", view.language, department),
        lambda: _form(directory, view, asked, department),
    )


def _form(directory: Directory, view: Viewpoint, asked: Asked, department: str) -> PreferencesForm:
    served = {each.tag for entry in directory.departments for each in entry.languages}
    tags = served.union(SITE_LANGUAGES, view.languages_read)
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
        zone_name(view.zone, view.language) if view.zone else _("each department’s own clock"),
        asked.zone_typed,
        tuple(
            ZoneChoice(
                zone_name_with_place(key, view.language),
                Preferences(asked.preferences.languages, key).query,
            )
            for key in asked.zone_choices
        ),
        asked.language_mistake,
        asked.zone_mistake,
        bool(asked.preferences),
        department,
    )
