"""The contact page tells the response time that was measured, instead of what was typed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError

from support.conversations import writing
from support.conversations.response_time.told import tell_anew
from support.directory import Directory, load_directory
from support.directory.revision import current_revision
from support.models import Organization, Section
from tests.conversations.staff.conftest import MONDAY_10_05, answerer, question

TYPED = "In 2021, the average was 1 minute 22 seconds."


@pytest.fixture
def stated(sales: Directory, clock) -> Directory:
    clock.stop_at(MONDAY_10_05.isoformat())
    Organization.objects.update_or_create(
        pk=1, defaults={"response_time_average": 82, "response_time_year": 2021}
    )
    Section.objects.create(
        slug="chat",
        heading_en="Chat",
        text_en="In {response_time_year}, the average was {response_time_average}.",
    )
    return load_directory()


def answered(directory: Directory, times: int) -> None:
    user_id = answerer().pk
    for number in range(times):
        asked = question(directory, MONDAY_10_05 - timedelta(minutes=4))
        writing.write_as_staff(asked, "Yes", str(number), user_id, directory, MONDAY_10_05)


def test_what_was_typed_stands_until_there_are_enough_answers(client, stated):
    answered(stated, 19)

    assert not tell_anew(stated, MONDAY_10_05)
    assert TYPED in client.get("/en/contact/").text


def test_what_was_measured_stands_in_its_place_beside_how_many_and_since_when(client, stated):
    assert TYPED in client.get("/en/contact/").text
    answered(stated, 20)

    assert tell_anew(stated, MONDAY_10_05)
    page = client.get("/en/contact/").text
    assert "Sales (Japanese): 4 minutes on average, 20 answers since 1 September 2026" in page
    assert '<a href="/en/response-time/">How we measure the response time</a>' in page
    assert TYPED not in page


def test_the_same_measured_again_is_no_edit(stated):
    answered(stated, 20)
    tell_anew(stated, MONDAY_10_05)
    before = current_revision()

    assert not tell_anew(load_directory(), MONDAY_10_05)
    assert current_revision() == before


def test_without_a_database_what_was_typed_stands(client, stated, monkeypatch):
    def fail():
        raise DatabaseError

    monkeypatch.setattr("support.conversations.response_time.told.told_times", fail)
    monkeypatch.setattr("support.site.response_times._known", ("", ()))

    assert TYPED in client.get("/en/contact/").text
