"""Explain in words why a language is open or closed at an instant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from support.admin.common.row_links import RowLink, RowLinks
from support.contact_page import Viewpoint
from support.contact_page.lines.reason_line import ReasonLine, holiday_reason
from support.contact_page.lines.state_line import state_word
from support.directory import ServedLanguage
from support.locales.formatting import format_moment, join
from support.locales.languages import language_name
from support.locales.zones import zone_name
from support.models import Closure, LanguageWindow, SpecialHours
from support.planning.left_out import LeavesOut, leaves_out, not_observed
from support.schedule import Reason, Rule, State, Status


@dataclass(frozen=True, slots=True)
class MomentLink:
    """A moment in words and as fields of the form; `which` is the pass of a repeated hour."""

    words: str
    date: str
    time: str
    which: str | None


@dataclass(frozen=True, slots=True)
class ExplainedRule:
    """A rule that has a say.

    `rows` are the rows that state it; `effect` introduces the `windows` that it affects, and is
    empty if the rule `lost` to a stronger one. `note` says why it has no say on the day, if it
    leaves that out.
    """

    name: str
    state: State
    word: str
    holidays: tuple[ReasonLine, ...]
    rows: tuple[RowLink, ...]
    effect: str
    windows: tuple[RowLink, ...]
    decides: bool
    lost: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class ExplainedLanguage:
    """The state of a language and every rule about it.

    `since` is None if the state was always so, `until` if it never changes.
    """

    tag: str
    name: str
    state: State
    word: str
    since: MomentLink | None
    until: MomentLink | None
    rules: tuple[ExplainedRule, ...]


def explained_languages(
    languages: Sequence[ServedLanguage], view: Viewpoint, zone: str, links: RowLinks
) -> tuple[ExplainedLanguage, ...]:
    return tuple(_explained(served, view, zone, links) for served in languages)


def _explained(
    served: ServedLanguage, view: Viewpoint, zone: str, links: RowLinks
) -> ExplainedLanguage:
    status = served.timetable.status(view.at)
    is_open = status.state is State.OPEN
    return ExplainedLanguage(
        served.tag,
        language_name(served.tag, view.language),
        status.state,
        state_word(status.state),
        moment_link(status.since, zone, view.language, ends=not is_open) if status.since else None,
        moment_link(status.changes_at, zone, view.language, ends=is_open)
        if status.changes_at
        else None,
        (*_rules(served, status, view, links), *_left_out(served, view, links)),
    )


def moment_link(at: datetime, zone: str, language: str, *, ends: bool = False) -> MomentLink:
    local = at.astimezone(ZoneInfo(zone))
    return MomentLink(
        f"{format_moment(at, zone, language, None, ends=ends)} ({zone_name(zone, language)})",
        local.date().isoformat(),
        local.strftime("%H:%M"),
        "second" if local.fold else None,
    )


def _rules(
    served: ServedLanguage, status: Status, view: Viewpoint, links: RowLinks
) -> Iterator[ExplainedRule]:
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
        yield ExplainedRule(
            capfirst(_rule_name(reason.rule)),
            reason.state,
            state_word(reason.state),
            tuple(holiday_reason(holiday, view) for holiday in reason.holidays),
            tuple(rows),
            _effect(reason),
            tuple(windows),
            decides,
            reason.lost,
        )


def _left_out(served: ServedLanguage, view: Viewpoint, links: RowLinks) -> Iterator[ExplainedRule]:
    """Yield the public holidays that do not count, and the windows that leave the day out."""
    for hours in served.hours:
        row = tuple(links.window(hours.window))
        for holiday in not_observed(hours, view.at):
            yield ExplainedRule(
                capfirst(_rule_name(Rule.PUBLIC_HOLIDAY)),
                State.OPEN,
                state_word(State.OPEN),
                (holiday_reason(holiday, view),),
                (),
                _("does not count for:"),
                row,
                decides=False,
                lost=False,
            )
        rules = leaves_out(hours.window, view.at)
        if rules:
            yield ExplainedRule(
                capfirst(_rule_name(Rule.WINDOW)),
                State.CLOSED,
                state_word(State.CLOSED),
                (),
                row,
                "",
                (),
                decides=False,
                lost=False,
                note=join([_left_out_words(rule) for rule in rules], view.language),
            )


def _left_out_words(rule: LeavesOut) -> str:
    match rule:
        case LeavesOut.NOT_YET:
            return _("not valid yet on this day")
        case LeavesOut.NO_LONGER:
            return _("no longer valid on this day")
        case LeavesOut.SEASON:
            return _("leaves out this part of the year")
        case LeavesOut.WEEKS:
            return _("leaves out this week")
        case LeavesOut.MONTHLY:
            # Translators: of the first Monday of the month, for example.
            return _("holds on others of these weekdays in the month")


def _effect(reason: Reason) -> str:
    """Say what the rule does to language windows."""
    if reason.lost:
        return ""
    if reason.rule is Rule.PUBLIC_HOLIDAY:
        return _("observed by:")
    return _("applies despite:") if reason.state is State.OPEN else _("overrides:")


def _rule_name(rule: Rule) -> str:
    match rule:
        case Rule.CLOSURE:
            return str(Closure._meta.verbose_name)
        case Rule.SPECIAL_HOURS:
            return str(SpecialHours._meta.verbose_name)
        case Rule.PUBLIC_HOLIDAY:
            return _("public holiday")
        case Rule.BEFORE_HOLIDAY:
            return _("day before a public holiday")
        case Rule.WINDOW:
            return str(LanguageWindow._meta.verbose_name)
        case Rule.OUTSIDE_HOURS:
            return _("outside hours")
        case Rule.NO_STATED_HOURS:
            return _("no set hours")
