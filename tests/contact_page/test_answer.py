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


def desks(language):
    return [service.slug for service in language.services]


def open_desks(language):
    return [service.slug for service in language.services if service.is_open]


def test_those_who_answer_now_in_the_language_of_the_page_come_first(answer_at, initial_data):
    answer = answer_at(MONDAY_05_UTC, "ja")

    assert (answer.headline, answer.besides) == ("You can reach us right now in Japanese.", "")
    assert [(each.tag, open_desks(each)) for each in answer.read] == [
        ("ja", ["customer-support", "sales"])
    ]


def test_department_names_its_channels(answer_at, initial_data):
    sales = answer_at(MONDAY_05_UTC, "ja").read[0].services[1]

    assert [channel.slug for channel in sales.channels] == [
        "control-panel-chat",
        "website-chat",
        "sales-form",
        "sales-email-ja",
    ]


def test_who_is_there_is_said_first_and_what_is_not_second(answer_at, initial_data):
    answer = answer_at(MONDAY_05_UTC, "de")
    (german,) = answer.read

    assert (answer.headline, answer.besides, german.sentence) == (
        "You can reach us right now in English.",
        "No one is available in German right now.",
        "In German",
    )


def test_desks_of_another_language_help_where_what_is_read_is_closed(answer_at, initial_data):
    assert [(each.tag, each.slug) for each in answer_at(MONDAY_05_UTC, "de").helping] == [
        ("en", "customer-support"),
        ("en", "sales"),
        ("en", "migrations"),
        ("en", "finance"),
        ("en", "account-management"),
    ]
    assert answer_at(MONDAY_05_UTC, "ja").helping == ()
    assert answer_at(MONDAY_05_UTC, "da").helping == ()


def test_closed_desks_follow_in_the_order_in_which_they_open(answer_at, initial_data):
    (french,) = answer_at(MONDAY_05_UTC, "fr").read

    assert [(each.slug, each.state.changes_at) for each in french.services] == [
        ("customer-support", "2026-11-23T06:00:00+00:00"),
        ("sales", "2026-11-23T11:00:00+00:00"),
    ]


def test_desk_that_is_closed_is_not_left_out_where_another_is_open(answer_at):
    support, sales = factories.department("support"), factories.department("sales")
    factories.window(support, "MO 12:45-18:00 Asia/Tokyo", "ja")
    factories.window(sales, "MO 10:00-18:00 Asia/Tokyo", "ja")
    (japanese,) = answer_at(datetime(2026, 11, 23, 3, 20, tzinfo=UTC), "ja").read

    assert [(each.slug, each.is_open) for each in japanese.services] == [
        ("sales", True),
        ("support", False),
    ]


def test_language_that_nobody_serves_is_said_to_be_none(answer_at, initial_data):
    answer = answer_at(MONDAY_05_UTC, "da")

    assert answer.headline == "You can reach us right now in English."
    assert answer.besides == "We don’t offer support in Danish yet."
    assert answer.read[0].services == ()


def test_other_languages_follow_the_widest_first(answer_at, initial_data):
    answer = answer_at(MONDAY_05_UTC, "da")

    assert [(each.tag, len(open_desks(each))) for each in answer.others if each.is_open] == [
        ("en", 5),
        ("ja", 2),
    ]


def test_desks_of_all_languages_that_are_read_are_one_list(answer_at, initial_data):
    answer = answer_at(MONDAY_05_UTC, "de", "en", "ja")

    assert [(each.slug, each.tag) for each in answer.desks] == [
        ("customer-support", "en"),
        ("sales", "en"),
        ("migrations", "en"),
        ("finance", "en"),
        ("account-management", "en"),
        ("customer-support", "ja"),
        ("sales", "ja"),
        ("sales", "de"),
        ("affiliates", "en"),
        ("malware-abuse", "en"),
        ("beta-testing", "en"),
    ]
    assert answer.sentence == "In German, English and Japanese"


def test_desks_name_their_language_only_where_several_are_read(answer_at, initial_data):
    assert answer_at(MONDAY_05_UTC, "de").names_languages is False
    assert answer_at(MONDAY_05_UTC, "de", "en").names_languages is True


def test_language_that_nobody_serves_is_told_once_among_others(answer_at, initial_data):
    def told(*languages):
        return [sentence for _each, sentence in answer_at(MONDAY_05_UTC, *languages).unserved]

    assert told("da") == [""]  # it stands below the headline
    assert told("da", "en") == ["We don’t offer support in Danish yet."]
    assert told("da", "sv") == ["", "We don’t offer support in Swedish yet."]


def test_headline_speaks_of_the_language_in_which_somebody_answers(answer_at, initial_data):
    answer = answer_at(MONDAY_05_UTC, "da", "de", "en")

    assert (answer.headline, answer.besides) == ("You can reach us right now in English.", "")
    assert [each.tag for each in answer.read] == ["da", "de", "en"]
    assert [each.tag for each in answer.others] == ["ja", "es", "fr", "it", "nl", "pt"]


def test_nobody_answers_in_any_of_several_languages(answer_at, initial_data):
    answer = answer_at(SATURDAY_UTC, "nl", "de")

    assert answer.headline == "You can reach us right now in English."
    assert answer.besides == "No one is available in your languages right now."


def test_nobody_answers_in_any_language(answer_at):
    desk = factories.department("desk")
    factories.window(desk, "MO 09:00-17:00 UTC", "en")
    factories.window(desk, "MO 09:00-17:00 UTC", "sv")
    answer = answer_at(MONDAY_05_UTC, "sv")

    assert answer.headline == "No one is available in Swedish right now."
    assert answer.besides == "No one is available in other languages right now either."


def test_language_that_is_read_twice_is_answered_once(answer_at, initial_data):
    answer = answer_at(MONDAY_05_UTC, "en", "en")

    assert [each.tag for each in answer.read] == ["en"]


def test_language_without_stated_hours_is_not_called_closed(answer_at):
    beta = factories.department("beta")
    UnscheduledLanguage.objects.create(department=beta, language="sv")
    answer = answer_at(MONDAY_05_UTC, "sv")

    assert answer.headline == "We offer support in Swedish, but with no set hours."
    assert (answer.read[0].sentence, desks(answer.read[0])) == ("In Swedish", ["beta"])


def test_language_that_never_opens_again_promises_nothing(answer_at):
    factories.window(
        factories.department("desk"),
        language="sv",
        valid_through="2026-11-01",
    )
    answer = answer_at(MONDAY_05_UTC, "sv")

    assert answer.headline == "No one is available in Swedish right now."
    assert (open_desks(answer.read[0]), answer.is_open) == ([], False)
