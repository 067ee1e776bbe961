"""The page is a function of directory, language and instant, whatever was worked out before."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from itertools import islice, pairwise

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from support.contact_page import Viewpoint, contact_page
from support.contact_page.lines.valid_until import valid_until
from support.directory import load_directory
from support.models import Department, LanguageWindow
from support.parts import parts
from support.schedule import parse_weekdays
from support.site.page_frame import page_frame
from tests import factories

MONDAY_EVENING = datetime(2026, 11, 23, 18, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def read(directory, at, language="en", zone=None):
    request = RequestFactory().get("/", headers={"host": "127.0.0.1"})
    with translation.override(language):
        frame = page_frame(language, f"/{language}/contact/", directory, request)
        page = contact_page(directory, Viewpoint(language, at, zone))
        return render_to_string("support/contact.html", {"frame": frame, "page": page})


@pytest.fixture
def directory(initial_data):
    """Hours that overlap and pass midnight, holidays, special hours and a closure among them."""
    sales = Department.objects.get(slug="sales")
    for opens, closes, zone in [(8, 20, "Europe/Paris"), (14, 2, "Asia/Tokyo"), (12, 15, "UTC")]:
        LanguageWindow.objects.create(
            department=sales,
            language="fr",
            weekdays=parse_weekdays("MO,TU,TH,FR"),
            opens=time(opens),
            closes=time(closes),
            zone=zone,
            holidays="JP" if zone == "Asia/Tokyo" else "",
        )
    factories.window(
        sales,
        "MO,TU,WE,TH,FR,SA,SU 18:00-06:00 Europe/Stockholm",
        language="sv",
        valid_through="2026-11-26",
    )
    factories.closed_on("2026-11-24", reason_en="Meeting")
    factories.closure(
        "2026-11-25T10:30", "2026-11-25T11:00", "Asia/Tokyo", reason_en="Moving house"
    )
    return load_directory


@pytest.fixture
def instants(directory):
    """Those at which the page reads differently, through the days of the exceptions."""
    one, found = directory(), [MONDAY_EVENING]
    while found[-1] < MONDAY_EVENING + timedelta(hours=40):
        found.append(valid_until(one, found[-1]))
    return found


def test_page_reads_the_same_until_it_no_longer_holds(directory, instants):
    assert [
        at
        for at, until in islice(pairwise(instants), 0, None, 2)
        if read(directory(), at) != read(directory(), until - SECOND)
    ] == []


def test_page_says_what_it_would_have_said_without_the_pages_before(directory, instants):
    one = directory()
    to_and_fro = [*instants[::3], *instants[::-4]]

    assert [at for at in to_and_fro if read(one, at) != read(directory(), at)] == []


def test_page_in_one_language_says_nothing_of_the_others_before(directory, instants):
    one = directory()

    assert [
        (at, language)
        for at in instants[::16]
        for language in ("ja", "en", "fr")
        if read(one, at, language) != read(directory(), at, language)
    ] == []


def test_page_for_a_chosen_clock_reads_the_same_until_it_no_longer_holds(directory):
    one = directory()
    ends = [MONDAY_EVENING]
    for _ in range(12):
        ends.append(valid_until(one, ends[-1], "Asia/Kolkata"))
    kolkata_s_midnight = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)

    assert kolkata_s_midnight in ends
    assert [
        at
        for at, until in pairwise(ends)
        if read(directory(), at, zone="Asia/Kolkata")
        != read(directory(), until - SECOND, zone="Asia/Kolkata")
    ] == []


def test_page_for_one_clock_says_nothing_of_the_others_before(directory):
    one = directory()

    assert [
        zone
        for zone in (None, "Asia/Tokyo", "America/New_York", None, "Asia/Tokyo")
        if read(one, MONDAY_EVENING, zone=zone) != read(directory(), MONDAY_EVENING, zone=zone)
    ] == []


def test_what_an_edit_does_not_touch_is_the_same_object_after_it(directory):
    def cards(of):
        with translation.override("en"):
            page = contact_page(of, Viewpoint("en", MONDAY_EVENING))
        return {card.slug: card for card in page.departments}

    before = directory()
    cards_before = cards(before)
    LanguageWindow.objects.filter(department__slug="sales", language="sv").update(closes="07:00")
    after = directory(before)
    cards_after = cards(after)

    assert [slug for slug in cards_before if cards_after[slug] is not cards_before[slug]] == [
        "sales"
    ]


def test_page_after_an_edit_reads_as_if_nothing_had_been_kept(directory):
    before = directory()
    read(before, MONDAY_EVENING)
    LanguageWindow.objects.filter(department__slug="sales", language="sv").update(closes="07:00")
    after = read(directory(before), MONDAY_EVENING)
    parts.clear()

    assert after == read(directory(), MONDAY_EVENING)
