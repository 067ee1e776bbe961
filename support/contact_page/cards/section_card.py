from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from support.contact_page.lines.measured_times import measured_times
from support.contact_page.lines.viewpoint import Viewpoint, Wording, wording
from support.directory import Directory, OrganizationEntry, SectionEntry
from support.locales.formatting import format_duration
from support.locales.languages import direction
from support.parts import ALWAYS, parts
from support.prose import as_html

# What the organisation states of its response time gives way to what was measured.
_STATED = ("response_time_limit", "response_time_average", "response_time_year")


@dataclass(frozen=True, slots=True)
class SectionCard:
    """A question and its answer; `lang` and `dir` are those of the answer where it is not in the
    page's language, else empty."""

    slug: str
    heading: Wording
    html: SafeString
    lang: str
    dir: str


def section_cards(directory: Directory, view: Viewpoint) -> tuple[SectionCard, ...]:
    """Return the sections that have something to say, the same objects as long as nobody edits
    them."""
    entries = (directory.organization, *directory.sections, *directory.response_times)
    return parts.get(
        "sections",
        entries,
        (view.language,),
        ALWAYS,
        lambda: tuple(
            card for entry in directory.sections if (card := _card(entry, directory, view)).html
        ),
    )


def _card(entry: SectionEntry, directory: Directory, view: Viewpoint) -> SectionCard:
    text = wording(entry.text, view)
    language = text.lang or view.language
    facts = _facts(directory.organization, language)
    measured = measured_times(directory, language) if _tells_response_time(text.text) else ""
    if measured:
        facts = {**facts, **dict.fromkeys(_STATED, "")}
    html = as_html(text.text, facts) + measured
    return SectionCard(
        entry.slug,
        wording(entry.heading, view),
        mark_safe(html),  # noqa: S308  # made of a text without HTML
        text.lang,
        direction(text.lang) if text.lang else "",
    )


def _tells_response_time(text: str) -> bool:
    return any(f"{{{name}}}" in text for name in _STATED)


def _facts(entry: OrganizationEntry, language: str) -> Mapping[str, str]:
    """Return what sections may name, in the language of their text."""
    return {
        "organization": entry.name,
        "control_panel": entry.control_panel.read(language),
        "control_panel_url": entry.control_panel_url,
        "manual_url": entry.manual_url.read(language),
        # For speakers of the languages that it has been written in, and nobody else.
        "tips_url": entry.tips_url.texts.get(language, ""),
        "platform": entry.platform,
        "experts": entry.experts.read(language),
        "contributions": entry.contributions.read(language),
        "website_url": entry.website_url,
        "documentation_url": entry.documentation_url,
        "forum_url": entry.forum_url,
        "reviews_url": entry.reviews_url,
        "resource_centre_url": entry.resource_centre_url,
        "response_time_limit": _duration(entry.response_time_limit, language),
        "response_time_average": _duration(entry.response_time_average, language),
        "response_time_year": str(entry.response_time_year or ""),
    }


def _duration(seconds: int | None, language: str) -> str:
    return format_duration(seconds, language) if seconds else ""
