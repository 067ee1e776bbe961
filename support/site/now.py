"""Who answers now, in a few lines of plain text: for terminals, voices and programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.http import require_safe

from support.contact_page import contact_page, valid_until
from support.contact_page.cards.answer import Answer
from support.contact_page.cards.incident_card import IncidentCard, incident_cards
from support.contact_page.cards.service import Service
from support.directory.current import current_directory
from support.finished_pages.validity import Validity, finish
from support.locales.plain_text import one_line
from support.site.addresses import page_path
from support.site.visitor import Visitor, read_visitor


@require_safe
def now(request: HttpRequest, language: str) -> HttpResponse:
    """Say what the first answer of the contact page says, for the same languages and clock."""
    with translation.override(language):
        visitor = read_visitor(request, language)
        directory = current_directory.get().published(visitor.view.at)
        answer = contact_page(directory, visitor.view).answer
    page = request.build_absolute_uri(page_path(language))
    address = f"{page}?{visitor.query}" if visitor.query else page
    said = [
        *map(_incident, incident_cards(directory, language)),
        *_mistakes(visitor),
        *paragraphs(answer),
        address,
    ]
    view = visitor.view
    until = valid_until(directory, view.at, view.zone)
    finish(request.META, Validity(directory.token, view.at, until))
    return HttpResponse(
        "\n\n".join(said) + "\n",
        content_type="text/plain; charset=utf-8",
        headers={"Content-Language": language, "X-Robots-Tag": "noindex"},
    )


def _incident(card: IncidentCard) -> str:
    return "\n".join(filter(None, [card.text.text, card.link]))


def _mistakes(visitor: Visitor) -> Iterator[str]:
    """Yield what is wrong with the address: the answer is then for everyone."""
    preferences = visitor.request_preferences
    yield from filter(None, [preferences.language_mistake, preferences.zone_mistake])


def paragraphs(answer: Answer) -> Iterator[str]:
    """Yield the headline, the desks of the languages that are read, and those that answer in each
    other."""
    yield "\n".join(filter(None, [answer.headline, answer.besides]))
    if answer.desks:
        lines = (_line(desk, names_language=answer.names_languages) for desk in answer.desks)
        yield _paragraph(answer.sentence, lines)
    yield from (sentence for _language, sentence in answer.unserved if sentence)
    for each in answer.others:
        if each.is_open:
            yield _paragraph(each.sentence, [_line(desk) for desk in each.services if desk.is_open])


def _paragraph(sentence: str, lines: Iterable[str]) -> str:
    return "\n".join([sentence, *lines])


def _line(service: Service, *, names_language: bool = False) -> str:
    state = service.state
    language = service.language if names_language else ""
    parts = (one_line(service.name.text), language, state.word, state.change)
    return f"- {' · '.join(filter(None, parts))}"
