"""What visitors are told above everything, while something is out of order."""

from __future__ import annotations

from dataclasses import dataclass

from support.contact_page.lines.viewpoint import Wording, wording_in
from support.directory import Directory, IncidentEntry


@dataclass(frozen=True, slots=True)
class IncidentCard:
    """`link` leads to the status page, or is empty; `ends` is for programs."""

    text: Wording
    link: str
    ends: str


def incident_cards(directory: Directory, language: str) -> tuple[IncidentCard, ...]:
    """Return the incidents of a directory as the public sees it, the latest first."""
    if not directory.incidents:
        return ()
    page = directory.status_page(language)
    return tuple(_card(entry, page, language) for entry in directory.incidents)


def _card(entry: IncidentEntry, page: str, language: str) -> IncidentCard:
    ends = entry.period.end.isoformat() if entry.period else ""
    return IncidentCard(wording_in(entry.text, language), entry.link or page, ends)
