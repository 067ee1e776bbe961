"""What stands around every public page: its addresses in all languages, and the incidents."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, quote

from django.http import HttpRequest
from django.urls import reverse

from support.contact_page.cards.incident_card import IncidentCard, incident_cards
from support.contact_page.lines.viewpoint import Wording, wording_in
from support.directory import Directory
from support.locales.languages import direction, endonym
from support.models.validators import WORDS
from support.parts import parts
from support.site.addresses import page_path
from support.site.company_look import Look, look_of

# The short name of the section with the accessibility statement.
_ACCESSIBILITY = "accessibility"


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The page in one language; `url` is absolute, `path` is not."""

    code: str
    endonym: str
    path: str
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class ResourceCentre:
    """Where to look on; `search_url` has a place for the words. Each may be empty."""

    url: str
    search_url: str

    def search_for(self, words: str) -> str:
        """Return the address, percent-encoded throughout, so that no word is read as a part of
        it."""
        return self.search_url.replace(WORDS, quote(words, safe=""))


@dataclass(frozen=True, slots=True)
class LegalLinks:
    """Addresses of what a company must say of itself; each may be empty."""

    privacy: Wording
    imprint: Wording
    accessibility: str


@dataclass(frozen=True, slots=True)
class PageFrame:
    """`canonical` and `x_default` are absolute; both empty on a page that has no address. So is
    `plain_text`, the contact page in a few lines, on every other page.

    `query` has the visitor's preferences, for the addresses of other pages; it may be empty.
    """

    language: str
    direction: str
    organization_name: str
    website_url: str
    resource_centre: ResourceCentre
    canonical: str
    x_default: str
    plain_text: str
    languages: tuple[LanguageLink, ...]
    legal: LegalLinks
    look: Look
    query: str = ""
    incidents: tuple[IncidentCard, ...] = ()

    @property
    def query_pairs(self) -> list[tuple[str, str]]:
        """Return the names and values that a form carries on."""
        return parse_qsl(self.query, keep_blank_values=True)


def page_frame(
    language: str,
    path: str | None,
    directory: Directory,
    request: HttpRequest,
    department: str = "",
    query: str = "",
) -> PageFrame:
    """Return the frame of the page at `path`; the links to other languages lead to the page of the
    same department, if any, and carry the query on.
    """
    organization = directory.organization
    root = request.build_absolute_uri("/").rstrip("/")
    resource_centre = ResourceCentre(
        organization.resource_centre_url, organization.resource_centre_search_url
    )
    legal = _legal_links(directory, language)
    name, website_url = organization.name, organization.website_url
    look, shown = look_of(organization), directory.shown_languages
    frame = parts.get(
        "frame",
        (),
        (language, path, department, root),
        (name, website_url, resource_centre, legal, look, shown),
        lambda: _frame(
            language, path, department, root, name, website_url, resource_centre, legal, look, shown
        ),
    )
    incidents = incident_cards(directory, language)
    if not query:
        return replace(frame, incidents=incidents) if incidents else frame
    links = tuple(replace(link, path=f"{link.path}?{query}") for link in frame.languages)
    return replace(frame, languages=links, query=query, incidents=incidents)


def _frame(
    language: str,
    path: str | None,
    department: str,
    root: str,
    organization_name: str,
    website_url: str,
    resource_centre: ResourceCentre,
    legal: LegalLinks,
    look: Look,
    shown: tuple[str, ...],
) -> PageFrame:
    in_any_language = reverse("any_language", args=[department]) if department else reverse("home")
    return PageFrame(
        language,
        direction(language),
        organization_name,
        website_url,
        resource_centre,
        f"{root}{path}" if path else "",
        f"{root}{in_any_language}" if path else "",
        f"{root}{reverse('now', args=[language])}" if path and not department else "",
        _links(language, department, root, shown),
        legal,
        look,
    )


def _legal_links(directory: Directory, language: str) -> LegalLinks:
    organization = directory.organization
    has_statement = any(entry.slug == _ACCESSIBILITY for entry in directory.sections)
    return LegalLinks(
        wording_in(organization.privacy_url, language),
        wording_in(organization.imprint_url, language),
        f"{page_path(language)}#section-{_ACCESSIBILITY}" if has_statement else "",
    )


def _links(
    current: str, department: str, root: str, shown: tuple[str, ...]
) -> tuple[LanguageLink, ...]:
    paths = [(code, page_path(code, department)) for code in shown]
    return tuple(
        LanguageLink(code, endonym(code), path, f"{root}{path}", code == current)
        for code, path in paths
    )
