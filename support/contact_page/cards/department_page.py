"""What the page of one department shows: everything about it, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from support.contact_page.cards.answer import Answer, answer
from support.contact_page.cards.department_card import (
    DepartmentCard,
    department_card,
    department_services,
)
from support.contact_page.lines.viewpoint import Viewpoint
from support.contact_page.week.week_words import week_words
from support.directory import DepartmentEntry


@dataclass(frozen=True, slots=True)
class DepartmentPage:
    """`week_words` is what JavaScript draws the picture of the week with."""

    answer: Answer
    card: DepartmentCard
    week_words: SafeString


def department_page(entry: DepartmentEntry, view: Viewpoint) -> DepartmentPage:
    return DepartmentPage(
        answer(department_services(entry, view), view, entry.slug),
        department_card(entry, view),
        week_words(view),
    )
