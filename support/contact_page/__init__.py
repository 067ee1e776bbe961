"""What the contact page shows: a pure function of (directory, language, instant, zone).

    Directory -> services -> answer, department rows, product cards, … -> ContactPage -> template

Call it with the page's language active (`translation.override`). It asks no database and no
clock. What reads as it did before is the same object as before (`support.parts`), so that only
what reads differently is worked out and rendered again.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from support.contact_page.cards.answer import Answer, answer
from support.contact_page.cards.channel_card import AudienceGroup, audience_groups
from support.contact_page.cards.coming_change import ComingChange, coming_changes
from support.contact_page.cards.department_card import (
    DepartmentRow,
    department_row,
    department_services,
)
from support.contact_page.cards.product_card import ProductCard, product_cards
from support.contact_page.cards.section_card import SectionCard, section_cards
from support.contact_page.cards.special_days import SpecialDay, special_days
from support.contact_page.cards.topic_line import TopicLine, topic_lines
from support.contact_page.cards.week_picture import WeekPicture, week_picture
from support.contact_page.lines.valid_until import valid_until
from support.contact_page.lines.viewpoint import Viewpoint
from support.contact_page.week.week_words import week_words
from support.directory import Directory
from support.locales.zones import UTC

__all__ = ["ContactPage", "Viewpoint", "contact_page", "valid_until"]


@dataclass(frozen=True, slots=True)
class ContactPage:
    """`week` is the picture of all departments; `week_words` is what JavaScript draws it with."""

    answer: Answer
    changes: tuple[ComingChange, ...]
    departments: tuple[DepartmentRow, ...]
    audiences: tuple[AudienceGroup, ...]
    products: tuple[ProductCard, ...]
    topics: tuple[TopicLine, ...]
    sections: tuple[SectionCard, ...]
    special_days: tuple[SpecialDay, ...]
    week: WeekPicture | None
    week_words: SafeString


def contact_page(directory: Directory, view: Viewpoint) -> ContactPage:
    """Return what the page shows of a directory, from a viewpoint."""
    departments = directory.departments
    services = [each for entry in departments for each in department_services(entry, view)]
    return ContactPage(
        answer(services, view),
        coming_changes(departments, view),
        tuple(department_row(entry, view) for entry in departments),
        audience_groups(directory, view),
        product_cards(directory.products, view),
        topic_lines(directory, view),
        section_cards(directory, view),
        special_days(directory, view),
        week_picture(services, view.zone or UTC, view),
        week_words(view),
    )
