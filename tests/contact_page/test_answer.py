"""The first answer of the page, about the initial data at given instants."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.utils import translation

from support.contact_page import Viewpoint, contact_page
from support.directory import load_directory
from support.models import UnscheduledLanguage
from tests import factories

pytestmark = pytest.mark.django_db

MONDAY_05_UTC = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
SATURDAY_UTC = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)


@pytest.fixture
def answer_at(db):
    """In English, for somebody who reads these languages."""

    def build(at, *languages):
        with translation.override("en"):
            view = Viewpoint("en", at, languages=languages)
            return contact_page(load_directory(), view).answer

    return build


def shown(language):
    return [offer.service.slug for offer in language.offers if offer.is_shown]


def test_those_who_answer_now_in_the_language_of_the_page_come_first(answer_at, initial_data):
    answer = answer_at(MONDAY_05_UTC, "ja")

    assert answer.headline == "You can reach us now in Japanese."
    assert [(each.tag, shown(each)) for each in answer.read] == [
        ("ja", ["customer-support", "sales"])
    ]


def test_department_names_its_channels(answer_at, initial_data):
    sales = answer_at(MONDAY_05_UTC, "ja").read[0].offers[1].service

    assert [channel.slug for channel in sales.channels] == [
        "control-panel-chat",
        "website-chat",
        "sales-form",
        "sales-email-ja",
    ]


def test_where_nobody_answers_the_next_to_open_is_named(answer_at, initial_data):
    answer = answer_at(MONDAY_05_UTC, "de")
    (german,) = answer.read

    assert (answer.headline, german.sentence) == (
        "Nobody answers in German right now.",
        "Next in German",
    )
    assert shown(german) == ["sales"]
    assert german.offers[0].service.state.changes_at == "2026-11-23T08:00:00+00:00"


def test_language_that_nobody_serves_is_said_to_be_none(answer_at, initial_data):
    answer = answer_at(MONDAY_05_UTC, "da")

    assert answer.headline == "We do not answer in Danish yet."
    assert answer.read[0].offers == ()


def test_other_languages_follow_the_widest_first(answer_at, initial_data):
    answer = answer_at(MONDAY_05_UTC, "da")

    assert [(each.tag, len(shown(each))) for each in answer.others if each.is_open] == [
        ("en", 5),
        ("ja", 2),
    ]
    assert answer.is_open_in_others


def test_every_language_that_is_read_is_answered_in_order_of_preference(answer_at, initial_data):
    answer = answer_at(MONDAY_05_UTC, "da", "de", "en")

    assert answer.headline == "You can reach us now in English."
    assert [each.sentence for each in answer.read] == [
        "We do not answer in Danish yet.",
        "Next in German",
        "In English now",
    ]
    assert [each.tag for each in answer.others] == ["ja", "es", "fr", "it", "nl", "pt"]


def test_nobody_answers_in_any_of_several_languages(answer_at, initial_data):
    answer = answer_at(SATURDAY_UTC, "nl", "de")

    assert answer.headline == "Nobody answers in your languages right now."


def test_language_that_is_read_twice_is_answered_once(answer_at, initial_data):
    answer = answer_at(MONDAY_05_UTC, "en", "en")

    assert [each.tag for each in answer.read] == ["en"]


def test_language_without_stated_hours_is_not_called_closed(answer_at):
    beta = factories.department("beta")
    UnscheduledLanguage.objects.create(department=beta, language="sv")
    answer = answer_at(MONDAY_05_UTC, "sv")

    assert answer.headline == "We answer in Swedish without stated hours."
    assert (answer.read[0].sentence, shown(answer.read[0])) == ("In Swedish", ["beta"])


def test_language_that_never_opens_again_promises_nothing(answer_at):
    factories.window(
        factories.department("desk"),
        language="sv",
        valid_through="2026-11-01",
    )
    answer = answer_at(MONDAY_05_UTC, "sv")

    assert answer.read[0].sentence == "Nobody answers in Swedish right now."
    assert (shown(answer.read[0]), answer.is_open) == ([], False)
