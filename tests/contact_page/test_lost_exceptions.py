"""Of exceptions that disagree, the page tells each language the one that decides."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from support.contact_page import Viewpoint
from support.contact_page.cards.department_card import department_card
from support.directory import load_directory
from tests import factories

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 12, 14, 5, tzinfo=UTC)


def test_entry_that_loses_is_not_shown_for_those_for_whom_it_loses():
    sales = factories.department("sales")
    factories.window(sales, "MO,TU,WE,TH,FR 10:00-18:00 Asia/Tokyo", language="ja")
    factories.window(sales, language="en")
    factories.hours_on(
        "2026-12-01/2026-12-31", "11:00-19:00 Asia/Tokyo", department=sales, language="ja"
    )
    factories.closed_on("2026-12-24/2026-12-26")

    card = department_card(load_directory().departments[0], Viewpoint("en", MONDAY))

    assert [tuple(told) for line in card.exceptions for told in line.telling.lines] == [
        (
            "Tue 1 Dec\N{THIN SPACE}–\N{THIN SPACE}Thu 31 Dec",
            "11:00–19:00 (Japan time)",
            "Japanese",
        ),
        ("Thu 24 Dec\N{THIN SPACE}–\N{THIN SPACE}Sat 26 Dec", "closed", "English"),
    ]
