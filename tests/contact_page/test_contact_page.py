"""What the page says, in English, about the initial data at given instants."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.utils import translation

from support.contact_page import Viewpoint, contact_page
from support.directory import load_directory

pytestmark = pytest.mark.django_db

MONDAY_05_UTC = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
MONDAY_12_UTC = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SATURDAY_UTC = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)


@pytest.fixture
def page_at(initial_data):
    def build(language, at, zone=None):
        with translation.override(language):
            return contact_page(load_directory(), Viewpoint(language, at, zone))

    return build


def rows(page, slug):
    card = next(card for card in page.departments if card.slug == slug)
    return {row.tag: f"{row.state.word} {row.state.change}" for row in card.languages}


def hours(page, slug, tag):
    card = next(card for card in page.departments if card.slug == slug)
    row = next(row for row in card.languages if row.tag == tag)
    return [
        " ".join(part for part in (line.label.text, line.weekdays, line.hours, line.zone) if part)
        for line in row.hours
    ]


def test_states_and_next_changes_are_told_in_words(page_at):
    assert rows(page_at("en", MONDAY_05_UTC), "customer-support") == {
        "en": "Open 24 hours a day, every day",
        "ja": "Open until 18:00 (Japan time)",
        "fr": "Closed opens at 06:00 (UTC)",
        "it": "Closed opens at 06:00 (UTC)",
        "pt": "Closed opens at 09:00 (UTC)",
        "es": "Closed opens at 14:00 (UTC)",
    }


def test_hours_that_end_with_a_day_end_at_24_00(page_at):
    assert (
        rows(page_at("en", MONDAY_12_UTC), "sales")["en"] == "Open until midnight on Friday (UTC)"
    )


def test_channel_for_japanese_replaces_the_general_one_of_its_department_only(page_at):
    everyone = page_at("ja", MONDAY_12_UTC).audiences[2]

    assert [channel.slug for channel in everyone.channels] == [
        "website-chat",
        "sales-form",
        "sales-email-ja",
        "affiliates-email",
    ]


def test_night_shift_of_friday_runs_into_saturday(page_at):
    saturday_early = datetime(2026, 11, 28, 5, 59, tzinfo=UTC)

    assert rows(page_at("en", saturday_early), "malware-abuse") == {"en": "Open until 06:00 (UTC)"}


def test_language_without_hours_is_never_shown_as_closed(page_at):
    assert rows(page_at("en", SATURDAY_UTC), "beta-testing") == {
        "en": "No set hours Availability varies."
    }


def test_regional_windows_are_merged_and_each_is_shown_with_its_label(page_at):
    monday = page_at("en", MONDAY_12_UTC)

    assert rows(monday, "migrations") == {"en": "Open until 17:00 (US Eastern Time)"}
    assert hours(monday, "migrations", "en") == [
        "Asia-Pacific business hours Mon–Fri 09:00–17:00 Singapore time",
        "European business hours Mon–Fri 09:00–17:00 UK time",
        "North American business hours Mon–Fri 09:00–17:00 US Eastern Time",
        "Sat and Sun 13:00–21:00 UTC",
    ]


@pytest.mark.parametrize(
    ("slug", "tag", "expected"),
    [
        ("customer-support", "en", ["24 hours a day, every day"]),
        ("customer-support", "es", ["Mon–Fri 14:00–24:00 UTC"]),
        ("customer-support", "ja", ["Mon–Fri 10:00–18:00 Japan time"]),
        ("sales", "en", ["Mon–Fri 24 hours UTC"]),
        ("malware-abuse", "en", ["Mon–Fri 12:00–06:00 the next day UTC"]),
        ("beta-testing", "en", []),
    ],
)
def test_hours_are_written_as_a_person_would(page_at, slug, tag, expected):
    assert hours(page_at("en", MONDAY_12_UTC), slug, tag) == expected


def test_hours_are_written_in_the_language_of_the_page(page_at):
    assert hours(page_at("ja", MONDAY_12_UTC), "customer-support", "ja") == [
        "月～金 10:00～18:00 日本時間"
    ]


def test_moments_can_be_told_on_another_clock_which_is_named_elsewhere(page_at):
    assert rows(page_at("en", MONDAY_05_UTC, "Europe/Berlin"), "customer-support")["ja"] == (
        "Open until 10:00"
    )


def test_own_language_stands_first_in_a_department(page_at):
    assert next(iter(rows(page_at("it", MONDAY_05_UTC), "sales"))) == "it"


def test_interface_languages_are_those_that_are_stored(page_at):
    products = page_at("en", MONDAY_05_UTC).products

    assert [(product.slug, len(product.locales)) for product in products] == [
        ("control-panel", 10),
        ("affiliate-dashboard", 6),
        ("website", 10),
    ]
    assert [locale.region for locale in products[1].locales] == ["jp", "us", "it", "fr", "de", "es"]


def test_each_audience_has_its_channels_and_everyone_the_rest(page_at):
    groups = page_at("en", MONDAY_05_UTC).audiences

    assert [(g.name.text, [channel.slug for channel in g.channels]) for g in groups] == [
        ("Customers on a paid plan or service", ["control-panel-chat"]),
        ("Customers who only use static-site hosting", ["documentation", "forum"]),
        ("", ["website-chat", "sales-form", "sales-email", "affiliates-email"]),
    ]


def test_topics_lead_to_their_departments(page_at):
    topics = page_at("en", MONDAY_05_UTC).topics

    assert [(topic.name.text, topic.department) for topic in topics][:2] == [
        ("My site is down or slow", "customer-support"),
        ("My site has been hacked", "malware-abuse"),
    ]


def test_sections_are_told_with_the_facts_of_the_organization(page_at):
    chat = page_at("en", MONDAY_05_UTC).sections[0]

    assert chat.heading.text == "How live chat works"
    assert "<li>Sign in to MyKinsta and select the chat icon" in chat.html
    assert "replies within 2 minutes.\nIn 2021, the average was 1 minute 22 seconds." in chat.html


def test_tips_are_shown_in_their_own_language_alone(page_at):
    japanese, english = (page_at(code, MONDAY_05_UTC).sections[0].html for code in ("ja", "en"))

    assert 'href="https://www.example.com/ja/chat-tips/"' in japanese
    assert "tips" not in english


@pytest.fixture
def night_desk(window):
    def page(*hours, **fields):
        window(*hours, **fields)
        with translation.override("en"):
            return contact_page(load_directory(), Viewpoint("en", MONDAY_12_UTC))

    return page


def validity(page):
    return [
        line.conditions[0] if line.conditions else ""
        for line in page.departments[0].languages[0].hours
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, [""]),
        ({"valid_from": "2026-11-01"}, [""]),
        ({"valid_from": "2026-12-01"}, ["from 1 December 2026"]),
        ({"valid_through": "2026-12-31"}, ["until 31 December 2026"]),
        (
            {"valid_from": "2026-12-01", "valid_through": "2026-12-31"},
            ["from 1 December 2026 to 31 December 2026"],
        ),
        ({"valid_through": "2026-11-22"}, []),
    ],
)
def test_validity_is_told_where_it_still_matters(night_desk, fields, expected):
    assert validity(night_desk(**fields)) == expected


def test_hours_that_ended_for_good_say_that_none_are_planned(night_desk):
    assert rows(night_desk(valid_through="2026-11-22"), "desk") == {
        "en": "Closed No further hours are planned."
    }


def test_single_days_are_not_a_range(night_desk):
    page = night_desk("TU,SA 09:00-17:00 UTC")

    assert hours(page, "desk", "en") == ["Tue and Sat 09:00–17:00 UTC"]
