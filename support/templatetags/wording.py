from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from support.contact_page.lines.reason_line import ReasonLine
from support.contact_page.lines.state_line import StateLine, state_word
from support.contact_page.lines.viewpoint import NO_WORDING, Wording
from support.contact_page.week.hours_in_words import DaysInWords, HoursInWords
from support.schedule import State

register = template.Library()


@register.simple_tag
def reason(line: ReasonLine) -> str:
    """Return the rule and what it is called: “public holiday: Coming of Age Day (成人の日)”."""
    name = wording(line.name)
    if line.native:
        # Translators: {name}: “Coming of Age Day”, {own_name} is its own name: “成人の日”.
        name = format_html(_("{name} ({own_name})"), name=name, own_name=wording(line.native))
    if line.words and name:
        return format_html(_("{what}: {detail}"), what=line.words, detail=name)
    return name or format_html("{}", line.words)


@register.simple_tag
def short_reason(line: ReasonLine) -> str:
    """Return it for a list or a bracket: by the name that readers of the page understand."""
    return reason(replace(line, native=NO_WORDING))


@register.simple_tag
def state_words(state: State) -> str:
    """Return the word for a state alone."""
    return state_word(state)


@register.simple_tag
def with_detail(what: str, detail: str) -> str:
    """Return “Closed: Japanese”, with the colon of the language of the page."""
    return format_html(_("{what}: {detail}"), what=what, detail=detail)


@register.simple_tag
def promise_words(department: Wording, language: str, words: str) -> str:
    """Return “Sales · Japanese: Friday, 10:00”, the first part marked up as a state."""
    who = format_html(
        _("{department} · {language}"), department=wording(department), language=language
    )
    return with_detail(format_html('<span class="state-word">{}</span>', who), words)


@register.simple_tag
def with_state(what: str, state: str, word: str) -> str:
    """Return “Japanese: Open”, the word marked up as a state."""
    return with_detail(what, format_html('<span class="state state-{}">{}</span>', state, word))


@register.simple_tag
def lacking_language(name: str, lack: str) -> str:
    """Return “Danish: no cover”, the language marked up."""
    return with_detail(
        format_html('<span class="coverage-language">{}</span>', capfirst(name)), lack
    )


@register.simple_tag
def state_and_reason(state: StateLine) -> str:
    """Return “Closed (Coming of Age Day)”, or the word alone where the rule is ordinary."""
    word = format_html('<span class="state-word">{}</span>', state.word)
    if not state.reason.is_exceptional:
        return word
    why = format_html('<span class="state-reason">{}</span>', short_reason(state.reason))
    # Translators: {state}: “Closed”, {reason}: “Coming of Age Day”, “special hours”.
    return format_html(_("{state} ({reason})"), state=word, reason=why)


@register.simple_tag
def wording(text: Wording) -> str:
    """Return a text of staff's, marked up with its language where that is not the page's."""
    if text.lang:
        return format_html('<span lang="{}">{}</span>', text.lang, text.text)
    return text.text


@register.simple_tag
def days_of_week(told: Sequence[DaysInWords]) -> str:
    """Return “Mon–Thu 09:00–17:00; Fri closed (Team day)”, what is cancelled marked up."""
    parts = [part for days in told for part in _hours_of(days)]
    return format_html_join(_("; "), "{}", ([part] for part in parts))


def _hours_of(days: DaysInWords) -> Iterator[str]:
    weekdays = format_html('<span class="weekdays">{}</span> ', days.weekdays)
    for number, line in enumerate(days.lines):
        hours = _marked(line)
        yield format_html("{}{}", weekdays, hours) if days.weekdays and not number else hours


def _marked(line: HoursInWords) -> str:
    if line.is_cancelled:
        name = wording(Wording(line.name, line.lang))
        return format_html("<i>{}{}{}</i>", line.before, name, line.after)
    return line.before
