"""Why a language of a department is open or closed, down to the rule, now and as time goes on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from support.contact_page.lines.carried_time import carried_time
from support.contact_page.lines.exceptional_time import ExceptionalTime, exceptional_times
from support.contact_page.lines.minutes import in_minutes
from support.contact_page.lines.reason_line import reason_line
from support.contact_page.lines.rule_sentence import (
    RuleSentence,
    no_stated_hours,
    outside_hours,
    overridden_holiday,
    overridden_hours,
    overridden_special,
    regular_hours,
    sentences,
)
from support.contact_page.lines.state_line import StateLine, forever_closed_words, state_word
from support.contact_page.lines.valid_until import day_period
from support.contact_page.lines.viewpoint import Viewpoint
from support.directory import ServedLanguage
from support.parts import parts
from support.schedule import Rule, State, Status

_ORDINARY = (Rule.WINDOW, Rule.OUTSIDE_HOURS, Rule.NO_STATED_HOURS)


class WhyLine(NamedTuple):
    """`holds` says whether it decides now."""

    sentence: RuleSentence
    holds: bool


@dataclass(frozen=True, slots=True)
class Ahead:
    """What is to be said while an exceptional rule decides; from and until are minutes since 1970
    in UTC.

    `otherwise` has the edges of the times at which the hours would be otherwise without the rule:
    only then it is the reason.
    """

    from_minute: int
    until_minute: int
    state: StateLine
    otherwise: str
    sentences: tuple[RuleSentence, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """`lines` are the rules that decide now, and the two that decide on ordinary days; `ahead` has
    every time, of those that the page knows of, in which an exceptional rule decides."""

    department: str
    has_hours: bool
    lines: tuple[WhyLine, ...]
    ahead: tuple[Ahead, ...]

    @property
    def is_exceptional(self) -> bool:
        """Say whether an exceptional rule decides now."""
        return any(line.holds and line.sentence.rule not in _ORDINARY for line in self.lines)


def why(department: str, served: ServedLanguage, status: Status, view: Viewpoint) -> Why:
    if status.state is State.UNSCHEDULED:
        line = WhyLine(no_stated_hours(served, view), holds=True)
        return Why(department, has_hours=False, lines=(line,), ahead=())
    ahead = _times_ahead(served, view)
    lines = (*_exceptional_lines(ahead, view), *_ordinary_lines(served, status, view))
    return Why(department, has_hours=True, lines=lines, ahead=ahead)


def _exceptional_lines(ahead: tuple[Ahead, ...], view: Viewpoint) -> Iterator[WhyLine]:
    minute = in_minutes(view.at)
    for each in ahead:
        if each.from_minute <= minute < each.until_minute:
            yield from (WhyLine(sentence, holds=True) for sentence in each.sentences)


def _ordinary_lines(served: ServedLanguage, status: Status, view: Viewpoint) -> Iterator[WhyLine]:
    """Yield both ordinary rules, or the one that holds where nothing ever changes."""
    rule = status.reason.rule
    within, outside = parts.get(
        "ordinary rules",
        (served,),
        (view.language, view.zone),
        _ends_of_days(served, view),
        lambda: (regular_hours(served, view), outside_hours(served, view)),
    )
    if status.changes_at or rule is not Rule.OUTSIDE_HOURS:
        yield WhyLine(within, holds=rule is Rule.WINDOW)
    if status.changes_at or rule is not Rule.WINDOW:
        yield WhyLine(outside, holds=rule is Rule.OUTSIDE_HOURS)


def _ends_of_days(served: ServedLanguage, view: Viewpoint) -> tuple[datetime, ...]:
    """Return when the day ends on each of its clocks: until then, dates read the same."""
    return tuple(day_period(zone, view.at).until for zone in sorted(served.zones))


def _times_ahead(served: ServedLanguage, view: Viewpoint) -> tuple[Ahead, ...]:
    """Return those of the carried time; they read the same until a day begins on some clock."""
    return parts.get(
        "ahead",
        (served,),
        (view.language, view.zone),
        (carried_time(view.at), _ends_of_days(served, view)),
        lambda: tuple(_ahead(time, served, view) for time in _exceptional_times(served, view.at)),
    )


def _ahead(time: ExceptionalTime, served: ServedLanguage, view: Viewpoint) -> Ahead:
    reason = time.reason
    change = forever_closed_words(reason) if reason.state is State.CLOSED else ""
    return Ahead(
        in_minutes(time.start),
        in_minutes(time.end),
        StateLine(
            reason.state,
            state_word(reason.state, is_exceptional=True),
            reason_line(reason, served.exceptions, view),
            change,
            "",
        ),
        " ".join(str(in_minutes(edge)) for each in time.otherwise for edge in each),
        (*sentences(time, served, view), *_overridden(time, served, view)),
    )


def _overridden(
    time: ExceptionalTime, served: ServedLanguage, view: Viewpoint
) -> Iterator[RuleSentence]:
    rule, overridden = time.reason.rule, time.overridden
    for entry in served.exceptions.special_hours:
        if entry.special in overridden.special_hours:
            yield overridden_special(time, entry, served, view)
    for holiday in overridden.holidays:
        yield overridden_holiday(rule, holiday, view)
    hours = [each for each in served.hours if each.window in overridden.windows]
    if hours:
        yield overridden_hours(rule, hours, view)


def _exceptional_times(served: ServedLanguage, at: datetime) -> tuple[ExceptionalTime, ...]:
    """Return those of the carried time; they are the same in all languages of the page."""
    carried = carried_time(at)
    return parts.get(
        "exceptional times", (served,), (), carried, lambda: exceptional_times(served, *carried)
    )
