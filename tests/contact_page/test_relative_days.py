"""Today has its time alone, tomorrow its name; until midnight on the clock that is told."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.utils import translation

from support.contact_page import Viewpoint
from support.contact_page.lines.state_line import state_line
from support.contact_page.lines.valid_until import language_until
from tests import factories

OFFICE = factories.served("ja", "MO,TU,WE,TH,FR 10:00-18:00 Asia/Tokyo")
SUNDAY_IN_TOKYO = "2026-11-21T15:00:00+00:00"


def said(at, language="en"):
    instant = datetime.fromisoformat(at)
    with translation.override(language):
        view = Viewpoint(language, instant)
        return state_line(OFFICE, OFFICE.timetable.status(instant), view).change


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-21T14:59:00+00:00", "opens on Monday at 10:00 (Japan time)"),
        (SUNDAY_IN_TOKYO, "opens tomorrow at 10:00 (Japan time)"),
        ("2026-11-22T15:00:00+00:00", "opens at 10:00 (Japan time)"),
        ("2026-11-23T01:00:00+00:00", "until 18:00 (Japan time)"),
    ],
)
def test_day_of_an_opening_is_told_from_now(at, expected):
    assert said(at) == expected


def test_words_hold_until_midnight_on_the_clock_of_the_hours():
    until = language_until(OFFICE, datetime.fromisoformat("2026-11-22T12:00:00+00:00"))

    assert until == datetime.fromisoformat("2026-11-22T15:00:00+00:00")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ja", "明日10:00から受付（日本時間）"),
        ("it", "apre domani alle ore 10:00"),
        ("pt", "abre amanhã às 10:00"),
        ("fr", "ouvre demain à 10:00"),
        ("de", "öffnet morgen um 10:00\u00a0Uhr"),
        ("nl", "open vanaf morgen 10:00\u00a0uur"),
        ("es", "abre mañana a las 10:00"),
        ("sv", "öppnar i morgon kl.\u00a010:00"),
        ("da", "åbner i morgen kl.\u00a010.00"),
    ],
)
def test_tomorrow_has_its_word_in_every_language(language, expected):
    assert said(SUNDAY_IN_TOKYO, language).startswith(expected)
