"""What stands around every public page: its addresses in all languages and the notice boxes."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from support.directory import Directory
from support.languages import SITE_LANGUAGES, direction, endonym


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The contact page in one language; `url` is absolute, `path` is not."""

    code: str
    endonym: str
    path: str
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Notice:
    """Said in `code`, to a visitor whose browser prefers it: the page exists in that language."""

    code: str
    sentence: str
    link: str
    dismiss: str
    path: str


@dataclass(frozen=True, slots=True)
class PageFrame:
    """`canonical` and `x_default` are absolute; both empty on a page that has no address."""

    language: str
    direction: str
    organization_name: str
    website_url: str
    canonical: str
    x_default: str
    languages: tuple[LanguageLink, ...]
    notices: tuple[Notice, ...]


def page_frame(
    language: str, path: str | None, directory: Directory, request: HttpRequest
) -> PageFrame:
    links = tuple(
        LanguageLink(
            code,
            endonym(code),
            reverse("contact", args=[code]),
            request.build_absolute_uri(reverse("contact", args=[code])),
            code == language,
        )
        for code in SITE_LANGUAGES
    )
    return PageFrame(
        language,
        direction(language),
        directory.organization.name,
        directory.organization.website_url,
        request.build_absolute_uri(path) if path else "",
        request.build_absolute_uri(reverse("home")) if path else "",
        links,
        tuple(_notice(link) for link in links if not link.is_current) if path else (),
    )


def _notice(link: LanguageLink) -> Notice:
    with translation.override(link.code):
        return Notice(
            link.code,
            # Translators: name your own language instead of English, here and in the link.
            _("This page is also available in English."),
            # Translators: a link; your own language instead of English.
            _("Read it in English"),
            _("Dismiss"),
            link.path,
        )
