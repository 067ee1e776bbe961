"""The first thing on the page: who can be reached, in the languages that the visitor reads.

Every desk stands in it, in every language: those that answer now first, then those that open next.
When a state changes on an open page, or a browser knows what its visitor reads, nothing has to be
fetched for it. The same rule of order is in `answer.js`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from support.contact_page.cards.service import Service
from support.contact_page.lines.viewpoint import Viewpoint
from support.locales.formatting import join
from support.locales.languages import direction, endonym, language_name
from support.parts import parts
from support.schedule import State


@dataclass(frozen=True, slots=True)
class LanguageAnswer:
    """Who answers in one language: those who do now, then those who open next, then those without
    set hours.

    `state` is None where nobody serves the language; `name` is the language's in that of the page,
    `sentence` says of which language this is, or that nobody serves it.
    """

    tag: str
    name: str
    endonym: str
    dir: str
    sentence: str
    state: State | None
    services: tuple[Service, ...]

    @property
    def is_open(self) -> bool:
        return self.state is State.OPEN


@dataclass(frozen=True, slots=True)
class Answer:
    """`read` are the languages that the visitor reads, in order of preference; `others` are all
    others that are served, the one that most departments answer in now first.

    `desks` are those of all languages that are read, in one list, and `sentence` says which
    languages these are. The headline says who is there; `besides`, what is not, or nothing. Where
    nobody answers now in what is read, those of another language help: `helps_in` is the one that
    stands open because nobody serves those that are read, and `helping` are the desks that can be
    reached before those that are closed.
    """

    headline: str
    besides: str
    helps_in: str
    helping: tuple[Service, ...]
    read: tuple[LanguageAnswer, ...]
    others: tuple[LanguageAnswer, ...]
    desks: tuple[Service, ...]
    sentence: str

    @property
    def is_open(self) -> bool:
        return self.is_open_in_read or any(each.is_open for each in self.others)

    @property
    def is_open_in_read(self) -> bool:
        return any(each.is_open for each in self.read)

    @property
    def names_languages(self) -> bool:
        """Say whether the desks are of several languages, so that each names its own."""
        return len(self.read) > 1

    @property
    def unserved(self) -> tuple[tuple[LanguageAnswer, str], ...]:
        """Return what is read and served by nobody, with what is to be said of it: nothing where
        the headline or what stands below it has said so."""
        said = (self.headline, self.besides)
        those = (each for each in self.read if not each.services)
        return tuple((each, "" if each.sentence in said else each.sentence) for each in those)


def answer(services: Sequence[Service], view: Viewpoint, department: str = "") -> Answer:
    """Return the answer of all departments, or of the one whose services these are."""
    by_language: dict[str, list[Service]] = {tag: [] for tag in view.languages_read}
    for service in services:
        by_language.setdefault(service.tag, []).append(service)
    answers = {
        tag: _language_answer(tag, tuple(sorted(those, key=_nearest_first)), view, department)
        for tag, those in by_language.items()
    }
    read = tuple(answers.pop(tag) for tag in dict.fromkeys(view.languages_read))
    others = tuple(sorted(answers.values(), key=_widest_first))
    words = headlines(of_department=bool(department))
    desks, sentence = _in_one_list(read, view, department)
    return Answer(*_headline(read, others, words), read, others, desks, sentence)


def headlines(*, of_department: bool = False) -> dict[str, str]:
    """Return them by the state of the language that decides; `%(language)s` is its name.

    The page of a department speaks for it alone.
    """
    if of_department:
        return {
            State.OPEN: _("You can reach this department right now in %(language)s."),
            State.UNSCHEDULED: _(
                "This department offers support in %(language)s, but with no set hours."
            ),
            State.CLOSED: _("This department isn’t available in %(language)s right now."),
            _ALL_CLOSED: _("This department isn’t available in your languages right now."),
            _UNSERVED: _("This department doesn’t offer support in %(language)s yet."),
            _NOBODY: _("It isn’t available in other languages right now either."),
        }
    return {
        State.OPEN: _("You can reach us right now in %(language)s."),
        State.UNSCHEDULED: _("We offer support in %(language)s, but with no set hours."),
        State.CLOSED: _("No one is available in %(language)s right now."),
        _ALL_CLOSED: _("No one is available in your languages right now."),
        _UNSERVED: _("We don’t offer support in %(language)s yet."),
        _NOBODY: _("No one is available in other languages right now either."),
    }


def in_language() -> str:
    """Return how desks of a language are headed, or of several; `%(language)s` names them."""
    return _("In %(language)s")


_ALL_CLOSED, _UNSERVED, _NOBODY = "all_closed", "unserved", "nobody"


def _headline(
    read: Sequence[LanguageAnswer], others: Sequence[LanguageAnswer], words: Mapping[str, str]
) -> tuple[str, str, str, tuple[Service, ...]]:
    """Speak of the first language in which somebody answers now, one that is read before all
    others; then of those that are read, if nobody answers in any of them."""
    of_read = _about(read, words)
    if any(each.state in (State.OPEN, State.UNSCHEDULED) for each in read):
        return of_read, "", "", ()
    open_in = next((each for each in others if each.is_open), None)
    if open_in is None:
        return of_read, words[_NOBODY] if others else "", "", ()
    headline = words[State.OPEN] % {"language": open_in.name}
    if not any(each.state for each in read):
        return headline, of_read, open_in.tag, ()
    return headline, of_read, "", tuple(each for each in open_in.services if each.is_open)


def _about(read: Sequence[LanguageAnswer], words: Mapping[str, str]) -> str:
    for state in (State.OPEN, State.UNSCHEDULED, State.CLOSED):
        those = [each for each in read if each.state is state]
        if those:
            kind = _ALL_CLOSED if len(those) > 1 and state is State.CLOSED else state
            return words[kind] % {"language": those[0].name}
    return words[_UNSERVED] % {"language": read[0].name}


def _in_one_list(
    read: Sequence[LanguageAnswer], view: Viewpoint, department: str
) -> tuple[tuple[Service, ...], str]:
    """Return the desks of all languages, the same object as long as nothing changes in them; of
    those that are equally near, in order of preference."""
    served = tuple(each for each in read if each.services)
    if not served:
        return (), ""
    sentence = in_language() % {"language": join([each.name for each in served], view.language)}
    variant = tuple(each.tag for each in served), department, view.language, view.zone
    desks = parts.get(
        "desks",
        (),
        variant,
        served,
        lambda: tuple(sorted((d for each in served for d in each.services), key=_nearest_first)),
    )
    return desks, sentence


def _nearest_first(service: Service) -> tuple[int, str]:
    """Order desks: open, then by when they open, without set hours, closed for good."""
    state, change = service.status.state, service.state.changes_at
    if state is State.OPEN:
        return 0, ""
    if state is State.UNSCHEDULED:
        return 2, ""
    return (1, change) if change else (3, "")


def _widest_first(each: LanguageAnswer) -> tuple[int, str]:
    return -sum(service.is_open for service in each.services), each.tag


def _language_answer(
    tag: str, services: tuple[Service, ...], view: Viewpoint, department: str
) -> LanguageAnswer:
    """Return the answer, the same object as long as nothing changes in this language."""
    variant = tag, department, view.language, view.zone
    return parts.get(
        "language answer",
        (),
        variant,
        services,
        lambda: _answer_in(tag, services, view.language, of_department=bool(department)),
    )


def _answer_in(
    tag: str, services: tuple[Service, ...], site_language: str, *, of_department: bool
) -> LanguageAnswer:
    name = language_name(tag, site_language)
    states = {service.status.state for service in services}
    state = next((s for s in (State.OPEN, State.CLOSED, State.UNSCHEDULED) if s in states), None)
    words = in_language() if state else headlines(of_department=of_department)[_UNSERVED]
    sentence = words % {"language": name}
    return LanguageAnswer(tag, name, endonym(tag), direction(tag), sentence, state, services)
