"""Why a language is open or closed at an instant, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from support.admin.row_links import RowLink, RowLinks
from support.contact_page import Viewpoint
from support.contact_page.reason_line import ReasonLine, holiday_reason
from support.directory import ServedLanguage
from support.formatting import format_moment
from support.languages import language_name
from support.models import Closure, LanguageWindow, SpecialHours
from support.schedule import Reason, Rule, State, Status
from support.zones import zone_name


@dataclass(frozen=True, slots=True)
class Moment:
    """In words and, for a link, as the form's fields; of an hour that comes twice, which pass."""

    words: str
    date: str
    time: str
    which: str | None


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule that has a say; `rows` state it, and `does` says what it does to `windows`."""

    rule: str
    state: State
    says: str
    holidays: tuple[ReasonLine, ...]
    rows: tuple[RowLink, ...]
    does: str
    windows: tuple[RowLink, ...]
    decides: bool


@dataclass(frozen=True, slots=True)
class Explained:
    """`since` and `until` are None where the state always was so, and where it never changes."""

    tag: str
    name: str
    state: State
    word: str
    since: Moment | None
    until: Moment | None
    rules: tuple[RuleLine, ...]


def explained(
    languages: Sequence[ServedLanguage], view: Viewpoint, zone: str, links: RowLinks
) -> tuple[Explained, ...]:
    return tuple(_explained(served, view, zone, links) for served in languages)


def _explained(served: ServedLanguage, view: Viewpoint, zone: str, links: RowLinks) -> Explained:
    status = served.timetable.status(view.at)
    is_open = status.state is State.OPEN
    return Explained(
        served.tag,
        language_name(served.tag, view.language),
        status.state,
        state_word(status.state),
        moment(status.since, zone, view.language, ends=not is_open) if status.since else None,
        moment(status.changes_at, zone, view.language, ends=is_open) if status.changes_at else None,
        tuple(_rules(served, status, view, links)),
    )


def moment(at: datetime, zone: str, language: str, *, ends: bool = False) -> Moment:
    local = at.astimezone(ZoneInfo(zone))
    return Moment(
        f"{format_moment(at, zone, language, None, ends=ends)} ({zone_name(zone, language)})",
        local.date().isoformat(),
        local.strftime("%H:%M"),
        "second" if local.fold else None,
    )


def state_word(state: State) -> str:
    match state:
        case State.OPEN:
            return _("Open")
        case State.CLOSED:
            return _("Closed")
        case State.UNSCHEDULED:
            return _("No stated hours")


def _rules(
    served: ServedLanguage, status: Status, view: Viewpoint, links: RowLinks
) -> Iterator[RuleLine]:
    is_decided = False
    for reason in served.timetable.explain(view.at):
        decides = not is_decided and reason.state is status.state
        is_decided = is_decided or decides
        windows = links.windows(reason)
        rows = links.exceptions(reason)
        if reason.rule is Rule.WINDOW:
            rows, windows = windows, []
        if reason.rule is Rule.NO_STATED_HOURS:
            rows = [links.unscheduled(served.tag, language_name(served.tag, view.language))]
        yield RuleLine(
            capfirst(_rule_name(reason.rule)),
            reason.state,
            state_word(reason.state),
            tuple(holiday_reason(holiday, view) for holiday in reason.holidays),
            tuple(rows),
            _effect(reason),
            tuple(windows),
            decides,
        )


def _effect(reason: Reason) -> str:
    """What the rule does to language windows."""
    if reason.rule is Rule.PUBLIC_HOLIDAY:
        return _("observed by:")
    return _("lets hold:") if reason.state is State.OPEN else _("cancels:")


def _rule_name(rule: Rule) -> str:
    match rule:
        case Rule.CLOSURE:
            return str(Closure._meta.verbose_name)
        case Rule.SPECIAL_HOURS:
            return str(SpecialHours._meta.verbose_name)
        case Rule.PUBLIC_HOLIDAY | Rule.BEFORE_HOLIDAY:
            return _("public holiday")
        case Rule.WINDOW:
            return str(LanguageWindow._meta.verbose_name)
        case Rule.OUTSIDE_HOURS:
            return _("outside hours")
        case Rule.NO_STATED_HOURS:
            return _("no stated hours")
