"""The first thing on the page: who answers now, in the languages that the visitor reads.

Every service stands in it, shown or not: when a state changes on an open page, or a browser knows
what its visitor reads, nothing has to be fetched for it. What is shown is the same rule here and
in `answer.js`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from support.contact_page.cards.service import Service
from support.contact_page.lines.viewpoint import Viewpoint
from support.locales.languages import direction, endonym, language_name
from support.parts import parts
from support.schedule import State


@dataclass(frozen=True, slots=True)
class Offer:
    """A department in one language; not shown where others do better."""

    service: Service
    is_shown: bool


@dataclass(frozen=True, slots=True)
class LanguageAnswer:
    """Who answers in one language: shown are those who do now, else those who are first to, else
    those without stated hours.

    `sentence` says which of them; `state` is None where nobody serves the language; `name` is the
    language's in that of the page.
    """

    tag: str
    name: str
    endonym: str
    dir: str
    sentence: str
    state: State | None
    offers: tuple[Offer, ...]

    @property
    def is_open(self) -> bool:
        return self.state is State.OPEN


@dataclass(frozen=True, slots=True)
class Answer:
    """`read` are the languages that the visitor reads, in order of preference, `others` all others
    that are served, the one that most departments answer in now first."""

    headline: str
    read: tuple[LanguageAnswer, ...]
    others: tuple[LanguageAnswer, ...]

    @property
    def is_open_in_others(self) -> bool:
        return any(each.is_open for each in self.others)

    @property
    def is_open(self) -> bool:
        return self.is_open_in_others or any(each.is_open for each in self.read)


def answer(services: Sequence[Service], view: Viewpoint, department: str = "") -> Answer:
    """Return the answer of all departments, or of the one whose services these are."""
    by_language: dict[str, list[Service]] = {tag: [] for tag in view.languages_read}
    for service in services:
        by_language.setdefault(service.tag, []).append(service)
    answers = {
        tag: _language_answer(tag, _offers(those), view, department)
        for tag, those in by_language.items()
    }
    read = tuple(answers.pop(tag) for tag in dict.fromkeys(view.languages_read))
    return Answer(_headline(read), read, tuple(sorted(answers.values(), key=_widest_first)))


def headlines() -> dict[str, str]:
    """Return them by the state of the language that decides; `%(language)s` is its name."""
    return {
        State.OPEN: _("You can reach us now in %(language)s."),
        State.UNSCHEDULED: _("We answer in %(language)s without stated hours."),
        State.CLOSED: _("Nobody answers in %(language)s right now."),
        _ALL_CLOSED: _("Nobody answers in your languages right now."),
        _UNSERVED: _("We do not answer in %(language)s yet."),
    }


def sentences() -> dict[str, str]:
    """Return them by the state of the one language that is spoken of."""
    return headlines() | {
        State.OPEN: _("In %(language)s now"),
        State.UNSCHEDULED: _("In %(language)s"),
        _NEXT: _("Next in %(language)s"),
    }


_ALL_CLOSED, _UNSERVED, _NEXT = "all_closed", "unserved", "next"


def _headline(read: Sequence[LanguageAnswer]) -> str:
    """Speak of the first language in which somebody answers now, else the first that is served."""
    for state in (State.OPEN, State.UNSCHEDULED, State.CLOSED):
        those = [each for each in read if each.state is state]
        if those:
            kind = _ALL_CLOSED if len(those) > 1 and state is State.CLOSED else state
            return headlines()[kind] % {"language": those[0].name}
    return headlines()[_UNSERVED] % {"language": read[0].name}


def _offers(services: Sequence[Service]) -> tuple[Offer, ...]:
    shown = (
        [service for service in services if service.status.state is State.OPEN]
        or _first_to_open(services)
        or [service for service in services if service.status.state is State.UNSCHEDULED]
    )
    slugs = {service.slug for service in shown}
    return tuple(Offer(service, service.slug in slugs) for service in services)


def _first_to_open(services: Sequence[Service]) -> list[Service]:
    """Return those that open at the earliest of all coming openings; none if none ever opens."""
    first = min((s.status.changes_at for s in services if s.status.changes_at), default=None)
    return [s for s in services if first and s.status.changes_at == first]


def _widest_first(each: LanguageAnswer) -> tuple[int, str]:
    return -sum(offer.is_shown for offer in each.offers if each.is_open), each.tag


def _language_answer(
    tag: str, offers: tuple[Offer, ...], view: Viewpoint, department: str
) -> LanguageAnswer:
    """Return the answer, the same object as long as nothing changes in this language."""
    variant = tag, department, view.language, view.zone
    return parts.get(
        "language answer", (), variant, offers, lambda: _answer_in(tag, offers, view.language)
    )


def _answer_in(tag: str, offers: tuple[Offer, ...], site_language: str) -> LanguageAnswer:
    name = language_name(tag, site_language)
    states = {offer.service.status.state for offer in offers}
    state = next((s for s in (State.OPEN, State.CLOSED, State.UNSCHEDULED) if s in states), None)
    kind: str = state or _UNSERVED
    if state is State.CLOSED and any(offer.is_shown for offer in offers):
        kind = _NEXT
    sentence = sentences()[kind] % {"language": name}
    return LanguageAnswer(tag, name, endonym(tag), direction(tag), sentence, state, offers)
