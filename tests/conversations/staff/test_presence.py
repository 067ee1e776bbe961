"""Visitors are told that somebody is here while staff who answer for them look at the desk."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client

from support.conversations.models import Answerer, Conversation, Presence
from support.conversations.presence import be_here, is_somebody_here
from tests.conversations.conftest import FRIDAY_EVENING, Write
from tests.conversations.staff.conftest import answerer, signed_in

HERE = "/admin/conversations/here/"
SAID = "Someone from Sales is here right now."
NOW = datetime.fromisoformat(FRIDAY_EVENING)


def body(response) -> str:
    return response.content.decode()


@pytest.fixture
def asked(write: Write) -> Conversation:
    return write()


def page(client: Client, asked: Conversation) -> str:
    return body(client.get(asked.get_absolute_url()))


def test_visitor_is_told_while_somebody_looks_at_the_desk(client, asked):
    assert SAID not in page(client, asked)
    assert signed_in(answerer()).post(HERE).status_code == 204
    assert SAID in page(client, asked)


def test_hours_decide_what_is_promised_and_presence_adds_to_it(client, asked):
    signed_in(answerer()).post(HERE)

    assert "It will be read: Monday, 10:00" in page(client, asked)


def test_page_that_stays_open_is_told_too(client, asked):
    signed_in(answerer()).post(HERE)

    assert SAID in client.get(f"/live/{asked.public_id}?after=1&wait=0").json()["status"]


def test_presence_ends_by_itself(client, asked, clock):
    signed_in(answerer()).post(HERE)
    clock.stop_at("2026-11-27T11:02:30+00:00")

    assert SAID not in page(client, asked)


@pytest.mark.parametrize(("department", "count"), [("sales", 1), ("finance", 0)])
def test_who_answers_for_others_is_not_here(client, asked, department, count):
    signed_in(answerer("mori", department)).post(HERE)

    assert page(client, asked).count(SAID) == count


@pytest.mark.parametrize(("language", "count"), [("ja", 1), ("en", 0)])
def test_who_answers_in_other_languages_is_not_here(client, asked, language, count):
    user = answerer()
    Answerer.objects.create(user=user, languages=(language,))
    signed_in(user).post(HERE)

    assert page(client, asked).count(SAID) == count


def test_closed_conversation_is_told_of_nobody(client, asked):
    signed_in(answerer()).post(HERE)
    client.post(f"{asked.get_absolute_url()}close/")

    assert SAID not in page(client, asked)


def test_who_does_not_answer_cannot_be_here(asked):
    user = User.objects.create_user("viewer", password="password", is_staff=True)

    assert signed_in(user).post(HERE).status_code == 403
    assert not Presence.objects.exists()


def test_presence_of_a_clock_that_was_wrong_counts_for_nothing(asked):
    be_here(answerer().pk, None, (), NOW + timedelta(hours=1))

    assert not is_somebody_here(asked, NOW)


def test_one_row_is_kept_of_each_and_no_history(asked):
    client = signed_in(answerer())
    client.post(HERE)
    client.post(HERE)

    assert Presence.objects.count() == 1


def test_desk_list_and_conversation_say_where_to_tell_it(asked):
    client = signed_in(answerer())

    for address in ("/admin/conversations/", f"/admin/conversations/{asked.public_id}/"):
        assert f'data-here="{HERE}"' in body(client.get(address))
