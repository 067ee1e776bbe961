"""The page of results, for visitors without JavaScript.

A form that leads to the resource centre would be refused: browsers hold a form's redirects to
`form-action` too, and the centre is another origin. So the words come here, and a link leads on.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.html import format_html, format_html_join
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from support import clock
from support.contact_page import Viewpoint, contact_page, valid_until
from support.directory import Directory
from support.directory.current import current_directory
from support.page_search import Result, Section, TextPart, find, marked, sections_of
from support.parts import parts
from support.site.page_frame import PageFrame, page_frame
from support.site.preferences import read_preferences

_LONGEST = 200


class ShownResult(NamedTuple):
    """Where a section is on the page, and its title and best text as HTML."""

    fragment: str
    lines: list[str]


@require_safe
@gzip_page
def search(request: HttpRequest, language: str) -> HttpResponse:
    words = " ".join(request.GET.get("q", "").replace("\0", " ").split())[:_LONGEST]
    now = clock.now()
    directory = current_directory.get().published(now)
    with translation.override(language):
        preferences = read_preferences(request.GET, language).chosen
        frame = page_frame(language, None, directory, request, query=preferences.query)
        frame = _to_results(frame, words)
        results = find(_sections(directory, frame, now), words) if words else []
        context = {
            "frame": frame,
            "words": words,
            "results": [_shown(result, words) for result in results],
            "onward": frame.resource_centre.search_for(words) if words else "",
        }
        body = render_to_string("support/search.html", context)
    response = HttpResponse(body, headers={"Content-Language": language})
    patch_cache_control(response, private=True, no_store=True)
    return response


def _to_results(frame: PageFrame, words: str) -> PageFrame:
    """Return the frame with links to the results for the same words in other languages."""
    query = urlencode([("q", words), *frame.query_pairs])
    links = tuple(
        replace(link, path=f"{reverse('search', args=[link.code])}?{query}")
        for link in frame.languages
    )
    return replace(frame, languages=links)


def _sections(directory: Directory, frame: PageFrame, now: datetime) -> tuple[Section, ...]:
    """Return those of the contact page as it reads now."""
    view = Viewpoint(frame.language, now)

    def read() -> tuple[Section, ...]:
        values = {"frame": replace(frame, query=""), "page": contact_page(directory, view)}
        return sections_of(render_to_string("support/contact.html", values))

    made_of = directory.token, valid_until(directory, view.at)
    return parts.get("search sections", (), (frame.language,), made_of, read)


def _shown(result: Result, words: str) -> ShownResult:
    texts = [result.section.title, *([result.shown] if result.shown else [])]
    return ShownResult(result.section.fragment, [_marked(text, words) for text in texts])


def _marked(text: TextPart, words: str) -> str:
    """Return the text with what was looked for marked, and its language if not the page's."""
    html = format_html_join(
        "",
        "{}",
        (
            [format_html("<mark>{}</mark>", part) if is_marked else part]
            for part, is_marked in marked(text.text, words)
        ),
    )
    if text.lang:
        return format_html('<span lang="{}">{}</span>', text.lang, html)
    return format_html("<span>{}</span>", html)
