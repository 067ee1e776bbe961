"""Every page that search engines are to know, in all languages that are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.urls import reverse

from support.directory import Directory

# By the name of its address, what stands there beside the language: one page for each.
_Slugs = Callable[[Directory], list[str]]
PAGES: list[tuple[str, _Slugs]] = [
    ("contact", lambda directory: [""]),
    ("department", lambda directory: [entry.slug for entry in directory.departments]),
]


@dataclass(frozen=True, slots=True)
class PublicPage:
    """Paths: one for each language that is shown, and one that leads to that of the visitor."""

    paths: dict[str, str]
    x_default: str


def public_pages(directory: Directory) -> Iterator[PublicPage]:
    for name, slugs in PAGES:
        for slug in slugs(directory):
            yield _page(name, slug, directory.shown_languages)


def _page(name: str, slug: str, shown: tuple[str, ...]) -> PublicPage:
    more = [slug] if slug else []
    paths = {code: reverse(name, args=[code, *more]) for code in shown}
    return PublicPage(paths, reverse("any_language", args=more) if slug else reverse("home"))
