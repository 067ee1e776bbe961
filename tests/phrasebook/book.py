"""Write the phrasebook of a site language, from top to bottom as a native reads it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import polib
from django.utils import translation

from support.badge.asked_for import CLOCK_OF_THE_HOURS
from support.badge.content import badge
from support.contact_page import Viewpoint, contact_page
from support.contact_page.cards.department_card import DepartmentCard, department_card
from support.conversations.site.promise import promises
from support.directory import Text
from support.locales.languages import endonym
from support.templatetags.why import sentence
from support.templatetags.wording import promise_words, short_reason, state_and_reason
from tests.factories import department_entry, directory
from tests.phrasebook.mail_book import mails_said, standings_said
from tests.phrasebook.page_book import lost_said, mistakes_said, page_said
from tests.phrasebook.pages import pages
from tests.phrasebook.situation import Situation
from tests.phrasebook.situations import situations
from tests.schedule.notation import at

FOLDER = Path(__file__).resolve().parent
_LOCALE = FOLDER.parents[1] / "locale"

# The rooms whose messages visitors read as they stand in the catalogue.
_VISITORS = re.compile(
    r"(templates/(support|badge|base|404|500)"
    r"|support/(site|calendars|badge|conversations/(site|attachments))/)"
)


def phrasebook(language: str) -> str:
    """Return the whole book; call it with any language active."""
    with translation.override(language):
        lines = [
            f"# {endonym(language)}",
            "",
            "Made by `python -m tests.phrasebook`. What stands here is what visitors read.",
        ]
        for part, cases in situations().items():
            lines += ["", f"## {part}"]
            for situation in cases:
                lines += ["", f"### {situation.words}", ""]
                lines += [f"- {said}" for said in _said(situation, language)]
        lines += ["", "## Pages of several desks"]
        for page in pages():
            lines += ["", f"### {page.words}", ""]
            lines += [f"- {said}" for said in page_said(page, language)]
        lines += ["", "## What is wrong with an address", ""]
        lines += [f"- {said}" for said in mistakes_said(language)]
        lines += ["", "## Pages that lead nowhere"]
        for template, those in lost_said(language):
            lines += ["", f"### {template}", ""]
            lines += [f"- {said}" for said in those]
        lines += ["", "## Mails"]
        for heading, those in mails_said(language):
            lines += ["", f"### {heading}", ""]
            lines += [f"- {said}" for said in those]
        lines += ["", "## How a conversation stands", ""]
        lines += [f"- {said}" for said in dict.fromkeys(standings_said(language))]
        lines += ["", "## Words of the page, with their places", ""]
        lines += [f"- {message}" for message in _messages(language)]
    return "\n".join(lines) + "\n"


def _said(situation: Situation, language: str) -> Iterator[str]:
    name = Text({language: "Example Desk"})
    entry = replace(department_entry("desk", situation.served), name=name)
    view = Viewpoint(language, at(situation.at), situation.zone, (situation.served.tag,))
    page = contact_page(directory(entry), view)
    told = list(_lines(department_card(entry, view), page.answer.headline))
    told.append(badge(entry, situation.served, language, view.at, CLOCK_OF_THE_HOURS).title)
    told.extend(
        promise_words(promise.department, promise.language, promise.words)
        for promise in promises(directory(entry), entry, situation.served.tag, view)
    )
    for each in dict.fromkeys(told):
        yield _plain(each)


def _lines(card: DepartmentCard, headline: str) -> Iterator[str]:
    yield headline
    for row in card.languages:
        yield f"{state_and_reason(row.state)} · {row.state.change}"
        for line in row.hours:
            yield " ".join(filter(None, [line.weekdays, line.hours, line.zone, *line.conditions]))
        for days in (*row.coming.weekly, *row.coming.days):
            yield f"{days.weekdays} {days.hours}"
        yield from (sentence(line.sentence) for line in row.why.lines if line.holds)
    for exception in card.exceptions:
        for told in exception.telling.lines:
            yield " ".join(filter(None, [*told, short_reason(exception.reason)]))


def _messages(language: str) -> Iterator[str]:
    """Yield what the catalogue has for visitors, by the order of the English."""
    source = _LOCALE / ("de" if language == "en" else language) / "LC_MESSAGES" / "django.po"
    for entry in sorted(polib.pofile(str(source)), key=lambda each: each.msgid):
        if any(_VISITORS.search(place) for place, _line in entry.occurrences):
            texts = (entry.msgid, entry.msgid_plural)
            if language != "en":
                texts = (entry.msgstr, *entry.msgstr_plural.values())
            yield " / ".join(dict.fromkeys(filter(None, texts)))


def _plain(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", text))
