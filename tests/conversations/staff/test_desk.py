"""The staff's desk: who sees what, the list, and what is done with a conversation."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from support.conversations import writing
from support.conversations.models import CannedAnswer, Conversation
from support.directory import Directory
from support.models import Department
from tests.admin.form import read_form
from tests.conversations.staff.conftest import answerer, question, signed_in

LIST = "/admin/conversations/"
MONDAY = "2026-11-30T01:05:00+00:00"


@pytest.fixture(autouse=True)
def monday(clock) -> None:
    clock.stop_at(MONDAY)


def page_of(conversation: Conversation) -> str:
    return f"/admin/conversations/{conversation.public_id}/"


def names(response) -> list[str]:
    return [line.who for line in response.context["lines"]]


def test_who_sees_hours_alone_sees_no_conversation(sales: Directory) -> None:
    user = User.objects.create_user("viewer", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_department"))
    viewer = signed_in(user)
    assert viewer.get(LIST).status_code == 403
    assert viewer.get(page_of(question(sales))).status_code == 403
    assert "Conversations" not in viewer.get("/admin/").text


def test_limits_to_departments_hold_for_the_list_and_for_each_page(sales: Directory) -> None:
    theirs = question(sales, name="Sato")
    ours = question(sales, department="finance", language="en", name="Smith")
    client = signed_in(answerer("finance", "finance"))
    assert names(client.get(LIST)) == ["Smith"]
    assert client.get(page_of(ours)).status_code == 200
    assert client.get(page_of(theirs)).status_code == 404
    assert client.post(page_of(theirs), {"action": "take"}).status_code == 404


def test_conversations_of_a_former_name_stay_with_the_department(sales: Directory) -> None:
    question(sales, name="Sato")
    department = Department.objects.get(slug="sales")
    department.slug = "trade"
    department.save()
    assert names(signed_in(answerer("trade", "trade")).get(LIST)) == ["Sato"]


def test_longest_open_wait_is_first_and_not_the_longest_on_the_wall(
    sales: Directory, desk: Client
) -> None:
    question(sales, datetime(2026, 11, 27, 9, 30, tzinfo=UTC), name="35 minutes later")
    question(
        sales, datetime(2026, 11, 29, tzinfo=UTC), department="finance", language="en", name="Smith"
    )
    response = desk.get(LIST)
    assert names(response) == ["Smith", "35 minutes later"]
    assert [line.wait for line in response.context["lines"]] == [
        "25 hours 5 minutes during opening hours",
        "5 minutes during opening hours",
    ]


def test_wait_without_stated_hours_is_told_on_the_wall(sales: Directory, desk: Client) -> None:
    question(sales, datetime(2026, 11, 30, 0, 5, tzinfo=UTC), language="de")
    assert desk.get(LIST).context["lines"][0].wait == "1 hour (no set hours)"


def test_only_languages_that_i_answer_are_listed(sales: Directory, desk: Client) -> None:
    question(sales, name="Sato")
    question(sales, language="de", name="Meyer")
    desk.post("/admin/conversations/my-languages/", {"languages": ["de"]})
    assert names(desk.get(LIST)) == ["Meyer"]
    assert len(names(desk.get(LIST, {"language": "*"}))) == 2
    assert names(desk.get(LIST, {"language": "ja"})) == ["Sato"]


@pytest.mark.parametrize("words", ["料金", "Sato", "sato@example"])
def test_search_finds_words_names_and_addresses(sales: Directory, desk: Client, words: str) -> None:
    question(sales, name="Sato", email="sato@example.jp")
    question(sales, name="Meyer", text="Hallo", language="de")
    assert names(desk.get(LIST, {"words": words})) == ["Sato"]


def test_held_conversation_waits_apart_until_it_is_released(sales: Directory, desk: Client) -> None:
    held = question(sales, name="Sato", is_held=True)
    assert names(desk.get(LIST)) == []
    assert names(desk.get(LIST, {"show": "held"})) == ["Sato"]
    press(desk, held, "release")
    assert names(desk.get(LIST)) == ["Sato"]


def press(client: Client, conversation: Conversation, action: str):
    conversation.refresh_from_db()
    form = {"seen": conversation.last_number, "key": f"{action}-key", "action": action}
    return client.post(page_of(conversation), form, follow=True)


def test_answer_is_sent_and_the_conversation_is_the_answerers(
    sales: Directory, desk: Client
) -> None:
    conversation = question(sales, name="Sato")
    form = {"seen": 1, "key": "k", "text": "はい\r\n", "action": "answer"}
    response = desk.post(page_of(conversation), form, follow=True)
    assert "The answer has been sent." in response.text
    conversation.refresh_from_db()
    assert conversation.state == "answered"
    assert conversation.assigned_to.username == "mori"
    assert conversation.messages.get(number=2).text == "はい"


def test_empty_answer_is_refused_beside_its_field(sales: Directory, desk: Client) -> None:
    conversation = question(sales)
    form = {"seen": 1, "key": "k", "text": " \n", "action": "answer"}
    response = desk.post(page_of(conversation), form)
    assert response.context["form"].errors == {"text": ["Write something first."]}
    assert conversation.messages.count() == 1


def test_who_answers_second_is_told_and_keeps_what_they_typed(
    sales: Directory, desk: Client
) -> None:
    conversation = question(sales, name="Sato")
    other = signed_in(answerer("tanaka"))
    other.post(page_of(conversation), {"seen": 1, "key": "a", "text": "A", "action": "answer"})
    late = {"seen": 1, "key": "b", "text": "mine", "action": "answer"}
    response = desk.post(page_of(conversation), late)
    assert "Something new arrived while you had this page open" in response.text
    assert [entry.text for entry in response.context["newer"]] == ["A"]
    assert response.context["form"]["text"].value() == "mine"
    assert conversation.messages.count() == 2

    again = read_form(response) | {"text": "mine", "action": "answer", "seen": 2}
    desk.post(page_of(conversation), again)
    assert conversation.messages.get(number=3).text == "mine"


def test_closing_what_somebody_has_just_written_in_is_refused(
    sales: Directory, desk: Client
) -> None:
    conversation = question(sales)
    writing.write_as_visitor(conversation, "まだです", "x", sales, datetime.fromisoformat(MONDAY))
    form = {"seen": 1, "key": "c", "action": "close"}
    assert "Something new arrived" in desk.post(page_of(conversation), form).text
    conversation.refresh_from_db()
    assert conversation.state == "waiting"


def test_same_button_pressed_twice_is_one_event(sales: Directory, desk: Client) -> None:
    conversation = question(sales)
    form = {"seen": 1, "key": "t", "action": "take"}
    desk.post(page_of(conversation), form)
    desk.post(page_of(conversation), form)
    assert conversation.messages.count() == 2


def test_note_is_seen_by_staff_and_ends_no_wait(sales: Directory, desk: Client) -> None:
    conversation = question(sales)
    form = {"seen": 1, "key": "n", "text": "ask Mori", "action": "note"}
    assert "Note for staff" in desk.post(page_of(conversation), form, follow=True).text
    conversation.refresh_from_db()
    assert conversation.state == "waiting"


def test_closed_conversation_is_opened_again(sales: Directory, desk: Client) -> None:
    conversation = question(sales)
    assert "The conversation has been closed." in press(desk, conversation, "close").text
    assert "The conversation has been reopened." in press(desk, conversation, "reopen").text
    conversation.refresh_from_db()
    assert conversation.state == "answered"


def test_handing_over_leads_to_the_other_department_and_its_hours(
    sales: Directory, desk: Client
) -> None:
    conversation = question(sales)
    form = {"seen": 1, "key": "h", "to": "finance en", "action": "hand_over"}
    response = desk.post(page_of(conversation), form, follow=True)
    assert "Handed over to Finance, English." in response.text
    conversation.refresh_from_db()
    assert (conversation.department, conversation.language) == ("finance", "en")
    assert conversation.promised_at == datetime.fromisoformat(MONDAY)


def test_who_hands_over_what_others_answer_is_led_to_the_list(sales: Directory) -> None:
    conversation = question(sales)
    client = signed_in(answerer("sales", "sales"))
    form = {"seen": 1, "key": "h", "to": "finance en", "action": "hand_over"}
    assert client.post(page_of(conversation), form).headers["Location"] == LIST


def test_canned_answer_is_put_in_in_the_language_of_the_visitor(
    sales: Directory, desk: Client
) -> None:
    conversation = question(sales)
    ready = CannedAnswer.objects.create(title="Thanks", text_en="Thank you.", text_ja="どうも。")
    CannedAnswer.objects.create(title="Other", text_en="No.", department="finance")
    form = {"seen": 1, "key": "i", "text": "佐藤様", "canned": ready.pk, "action": "insert"}
    response = desk.post(page_of(conversation), form)
    assert response.context["form"]["text"].value() == "佐藤様\n\nどうも。"
    assert "Other" not in response.text
    assert conversation.messages.count() == 1


def test_beside_it_stands_what_the_visitor_saw(sales: Directory, desk: Client) -> None:
    side = desk.get(page_of(question(sales))).context["side"]
    assert side.language == "Japanese"
    assert side.clock == "Mon 30 Nov 2026, 10:05"
    assert side.wrote == "27 November 2026, 17:30:00"
    assert side.state_then == "Open, until 18:00"
    assert "saved=then" in side.page
