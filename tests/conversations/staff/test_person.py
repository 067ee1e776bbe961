"""Everything that one person wrote: given out, and erased."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from support.conversations import writing
from support.conversations.models import Attachment, Conversation
from support.directory import Directory
from tests.conversations.staff.conftest import MONDAY_10_05, answerer, question

PERSON = "/admin/conversations/person/"
SATO = "sato@example.jp"


@pytest.fixture
def two_of_sato(sales: Directory) -> Conversation:
    first = question(sales, email=SATO, name="Sato")
    writing.write_as_staff(
        first, "for staff", "n", answerer("tanaka").pk, sales, MONDAY_10_05, is_note=True
    )
    question(sales, email="Sato@Example.jp", text="もう一つ")
    question(sales, email="meyer@example.de", text="Hallo")
    return first


def test_who_answers_may_not_erase_a_person(desk: Client) -> None:
    assert desk.get(PERSON).status_code == 403


def test_how_much_there_is_is_said_first(two_of_sato: Conversation, staff_client: Client) -> None:
    response = staff_client.post(PERSON, {"email": SATO, "action": "look"})
    assert "There are 2 conversations with this address." in response.text


def test_archive_has_what_was_said_and_files_without_notes_for_staff(
    two_of_sato: Conversation, staff_client: Client
) -> None:
    file = Attachment(message=two_of_sato.messages.first(), received_at=MONDAY_10_05, size=11)
    file.conversation, file.number, file.name = two_of_sato, 1, "a.txt"
    file.file.save("a.txt", ContentFile(b"plain words"))
    response = staff_client.post(PERSON, {"email": SATO, "action": "export"})
    archive = zipfile.ZipFile(BytesIO(b"".join(response.streaming_content)))
    told = json.loads(archive.read("conversations.json"))
    messages = [message for each in told for message in each["messages"]]
    assert sorted(each["text"] for each in messages) == ["もう一つ", "料金について"]
    assert archive.read(f"{two_of_sato}/1 a.txt") == b"plain words"
    assert archive.namelist() == ["conversations.json", f"{two_of_sato}/1 a.txt"]


def test_erasing_erases_that_person_alone(two_of_sato: Conversation, staff_client: Client) -> None:
    form = {"email": SATO, "seen": 2, "action": "erase"}
    response = staff_client.post(PERSON, form, follow=True)
    assert "2 conversations have been deleted." in response.text
    assert list(Conversation.objects.values_list("email", flat=True)) == ["meyer@example.de"]


def test_what_came_in_the_meantime_is_shown_before_it_is_erased(
    two_of_sato: Conversation, staff_client: Client
) -> None:
    response = staff_client.post(PERSON, {"email": SATO, "seen": 1, "action": "erase"})
    assert "There are 2 conversations with this address." in response.text
    assert Conversation.objects.count() == 3
