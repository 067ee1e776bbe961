from __future__ import annotations

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from support.contact_page.lines.reason_line import ReasonLine
from support.contact_page.lines.rule_sentence import RuleSentence, Value
from support.contact_page.lines.told_time import Line, Telling, when_and_what
from support.templatetags.wording import reason

register = template.Library()


@register.simple_tag
def sentence(line: RuleSentence) -> str:
    """Return the sentence with its values, names marked up with their own language."""
    values = {name: _in_html(value) for name, value in line.values.items()}
    said = format_html(line.pattern, **values) if values else line.pattern
    if line.reason is None:
        return said
    # Translators: {sentence}: “Special hours hold: Thu 24 Dec, closed.”, {reason} is a text of
    # staff's.
    return format_html(_("{sentence} Reason: {reason}"), sentence=said, reason=reason(line.reason))


@register.simple_tag
def told(telling: Telling) -> str:
    """Return the lines of an exception, with what JavaScript retells them by."""
    lines = format_html_join("\n", "{}", ([_line(line)] for line in telling.lines))
    return format_html('<span{} class="told">{}</span>', _data(telling), lines)


def _line(line: Line) -> str:
    parts = zip(("when", "what", "concerned"), line, strict=True)
    spans = format_html_join(
        " ", '<span class="{}">{}</span>', ((name, text) for name, text in parts if text)
    )
    return format_html("<span>{}</span>", spans)


def _in_html(value: Value) -> str:
    if isinstance(value, ReasonLine):
        return reason(value)
    if not isinstance(value, Telling):
        return value
    lines = (
        line.when if value.only_when else when_and_what().format(when=line.when, what=line.what)
        for line in value.lines
    )
    # Translators: between times, which have commas of their own.
    text = _("; ").join(lines)
    if not value.data:
        return text
    if value.only_when:
        return format_html('<span data-told="{}" data-only-when>{}</span>', value.data, text)
    return format_html('<span data-told="{}">{}</span>', value.data, text)


def _data(telling: Telling) -> str:
    return format_html(' data-told="{}"', telling.data) if telling.data else ""
