"""What whole pages say: the answer, the rows of desks, coming changes, days by name, calendars."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace

from django.http import QueryDict
from django.template.loader import render_to_string
from django.test import RequestFactory

from support.contact_page import Viewpoint, contact_page
from support.contact_page.cards.answer import LanguageAnswer
from support.contact_page.cards.department_page import department_page
from support.directory import Directory
from support.site.now import paragraphs
from support.site.page_frame import page_frame
from support.site.preferences import read_preferences
from support.site.reminders import event_title
from support.templatetags.wording import short_reason
from tests.factories import directory
from tests.phrasebook.pages import Page, pages
from tests.schedule.notation import at

# What visitors type for a clock or a language that cannot be read, or means several.
_TYPED = ("tz=Atlantis", "tz=CST", "tz=Berlin, Paris", "tz=America", "languages=klingonisch!")


def page_said(page: Page, language: str) -> Iterator[str]:
    """Yield what a page says, each once."""
    asked = directory(*page.entries)
    asked = replace(asked, organization=replace(asked.organization, name="Example Hosting"))
    view = Viewpoint(language, at(page.at), page.zone, (*page.reads, language))
    for said in dict.fromkeys(_said(asked, view, has_days=page.has_days)):
        yield html.unescape(re.sub(r"<[^>]*>", "", said)).replace("\n", " / ")


def mistakes_said(language: str) -> Iterator[str]:
    """Yield what is said of addresses that cannot be read."""
    for query in _TYPED:
        found = read_preferences(QueryDict(query), language)
        yield found.language_mistake or found.zone_mistake or found.zone_typed


def lost_said(language: str) -> Iterator[tuple[str, list[str]]]:
    """Yield what is said at addresses that lead nowhere, no longer anywhere, or not just now."""
    asked = directory(*pages()[0].entries)
    asked = replace(asked, organization=replace(asked.organization, name="Example Hosting"))
    request = RequestFactory(headers={"Host": "localhost"}).get("/")
    page = contact_page(asked, Viewpoint(language, at(pages()[0].at)))
    context = {
        "frame": page_frame(language, None, asked, request),
        "headline": page.answer.headline,
        "contact": "/",
    }
    for template in ("404.html", "410.html", "503.html"):
        rendered = render_to_string(template, context)
        title = re.findall(r"<title>(.*?)</title>", rendered, re.DOTALL)
        section = re.findall(r'<section class="answer".*?</section>', rendered, re.DOTALL)
        parts = re.findall(r"<(p|h1)\b[^>]*>(.*?)</\1>", section[0], re.DOTALL)
        said = [
            re.sub(r"<[^>]*>", "", text).strip()
            for text in (*title, *(each for _tag, each in parts))
        ]
        yield template, [html.unescape(each) for each in said if "\n" not in each]


def _said(asked: Directory, view: Viewpoint, *, has_days: bool) -> Iterator[str]:
    page = contact_page(asked, view)
    yield from paragraphs(page.answer)
    for answer in page.answer.others:
        if not answer.is_open:
            yield from _answered(answer)
    for change in page.changes:
        for line in change.telling.lines:
            yield " ".join(filter(None, [change.departments, *line, short_reason(change.reason)]))
    if has_days:
        yield from (day.sentence for day in page.special_days)
    for entry in asked.departments[:1]:
        card = department_page(entry, view)
        yield " ".join(filter(None, [card.answer.headline, card.answer.besides]))
        for served in entry.languages:
            yield event_title(asked.organization.name, entry, served, view.language)


def _answered(answer: LanguageAnswer) -> Iterator[str]:
    yield answer.sentence
    for desk in answer.services:
        parts = (desk.name.text, desk.language, desk.state.word, desk.state.change)
        yield " · ".join(filter(None, parts))
