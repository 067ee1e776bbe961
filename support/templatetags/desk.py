"""What a visitor can press to reach a desk: a department in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from django import template
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from support.contact_page.cards.channel_card import ChannelCard
from support.contact_page.cards.department_card import DepartmentRow
from support.contact_page.cards.language_row import LanguageRow
from support.contact_page.cards.service import Service
from support.contact_page.lines.viewpoint import Wording
from support.contact_page.lines.write_path import write_path
from support.models import Channel
from support.parts import parts
from support.schedule import State

register = template.Library()

_REMINDER = "reminder"
_FORM = Channel.Kind.FORM.value
_WRITTEN = (_FORM, Channel.Kind.EMAIL.value)

_BUTTONS = {
    Channel.Kind.CHAT: gettext_lazy("Open chat"),
    Channel.Kind.FORM: gettext_lazy("Write a message"),
    Channel.Kind.EMAIL: gettext_lazy("Send an email"),
    Channel.Kind.TELEPHONE: gettext_lazy("Call us"),
    Channel.Kind.MESSENGER: gettext_lazy("Send a message"),
    Channel.Kind.VIDEO: gettext_lazy("Start a video call"),
    Channel.Kind.FORUM: gettext_lazy("Ask in the forum"),
    Channel.Kind.DOCUMENTATION: gettext_lazy("Read the documentation"),
    Channel.Kind.STATUS: gettext_lazy("See the status page"),
}


class Action(NamedTuple):
    """A link that is a button where it `is_main`; `label` says of which desk, to be heard."""

    kind: str
    words: Wording
    href: str
    label: str
    is_main: bool


Actions = tuple[Action, ...]


class DeskActions(NamedTuple):
    """What can be done while the desk is open, or closed; `is_closed` says which of them now."""

    open: Actions
    closed: Actions
    is_closed: bool


class Served(NamedTuple):
    """The languages of a department that the visitor reads, and the others."""

    read: tuple[LanguageRow, ...]
    others: tuple[LanguageRow, ...]


@register.simple_tag
def served_in(department: DepartmentRow, languages: Sequence[str]) -> Served:
    """Tell the languages that are read from the others."""
    rows = department.languages
    return Served(
        tuple(row for row in rows if row.tag in languages),
        tuple(row for row in rows if row.tag not in languages),
    )


@register.simple_tag
def desk_actions(service: Service, main_only: bool) -> DeskActions:
    """Return an open desk's channels, the first with an address as a button; of a closed one the
    first in which one can write, and a reminder if it opens again. With `main_only`, only buttons.

    One can always write: where no channel leads elsewhere, the portal's own form takes it.
    """
    is_closed = service.state.state is State.CLOSED
    has_hours = service.state.state is not State.UNSCHEDULED
    opens_again = service.opens_again or not is_closed

    def kept(name: str, made_of: object, actions: Callable[[], Iterator[Action]]) -> Actions:
        return parts.get(
            name,
            (service.served,),
            (service.slug, get_language(), main_only),
            (service.name, service.channels, made_of),
            lambda: tuple(each for each in actions() if each.is_main or not main_only),
        )

    return DeskActions(
        kept("open actions", None, lambda: _open(service)),
        kept("closed actions", opens_again, lambda: _closed(service, opens_again))
        if has_hours
        else (),
        is_closed,
    )


@register.simple_tag
def open_action(service: Service) -> Action:
    """Return what is the button of an open desk."""
    return next(_open(service))


def _open(service: Service) -> Iterator[Action]:
    main = next((channel for channel in service.channels if channel.href), None)
    if main:
        yield _action(main.kind, Wording(action_words(main.kind), ""), main.href, service)
    else:
        words = Wording(action_words(_FORM), "")
        yield _action(_FORM, words, _own_form(service), service)
    for channel in service.channels:
        if channel is not main:
            yield _action(channel.kind, channel.name, channel.target, service, is_main=False)


def _closed(service: Service, opens_again: bool) -> Iterator[Action]:
    if opens_again:
        where = [get_language() or "en", service.slug, service.tag]
        words = Wording(_("Remind me"), "")
        yield _action(_REMINDER, words, reverse("next_opening", args=where), service)
    written = next(filter(_is_written, service.channels), None)
    kind, href = (written.kind, written.href) if written else (_FORM, _own_form(service))
    yield _action(kind, Wording(_("Write to us now"), ""), href, service)


def _own_form(service: Service) -> str:
    return write_path(get_language() or "en", service.slug, service.tag)


def _is_written(channel: ChannelCard) -> bool:
    return bool(channel.href) and channel.kind in _WRITTEN


def _action(
    kind: str, words: Wording, href: str, service: Service, *, is_main: bool = True
) -> Action:
    label = _("%(action)s: %(department)s (%(language)s)") % {
        "action": words.text,
        "department": service.name.text,
        "language": service.language,
    }
    return Action(kind, words, href, label, is_main)


def action_words(kind: str) -> str:
    """Return what is written on the button of a kind of channel."""
    return str(_BUTTONS[Channel.Kind(kind)])
