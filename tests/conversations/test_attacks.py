"""What is sent to a portal by who means no good, or by accident: nothing of it is a fault."""

from __future__ import annotations

import errno

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.db import DatabaseError

from support.conversations import limits
from support.conversations.erasing import erase
from support.conversations.models import Attachment, Conversation
from support.models import Organization
from tests import factories
from tests.conversations.conftest import typed


def parts(charset: str, **fields: bytes) -> tuple[bytes, str]:
    whole = {name: str(value).encode() for name, value in typed().items()} | fields
    body = b"".join(
        b'--b\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % (name.encode(), value)
        for name, value in whole.items()
    )
    return body + b"--b--\r\n", f"multipart/form-data; boundary=b; charset={charset}"


@pytest.mark.parametrize(
    ("charset", "text"),
    [("utf-7", b"+2AA- and more"), ("rot13", b"text"), ("unicode_escape", b"\\ud800 and more")],
)
def test_strange_coding_of_characters_is_no_fault(client, desks, charset, text):
    body, content_type = parts(charset, text=text)

    assert client.generic("POST", "/en/contact/write/", body, content_type).status_code < 500


def test_half_characters_are_no_fault_in_an_answer(client, write):
    address = write().get_absolute_url()
    body, content_type = parts("utf-7", text=b"+2AA- and more")

    assert client.generic("POST", address, body, content_type).status_code < 500


def test_key_of_files_that_nobody_was_given_is_no_fault(client, desks):
    assert client.post("/en/contact/write/", typed(form_key="\0", kept=["1"])).status_code == 303


@pytest.mark.parametrize("number", ["0", "99999999999999999999"])
def test_number_of_no_file_is_not_found(client, write, number):
    address = f"{write().get_absolute_url()}attachments/{number}/a.png"

    assert client.get(address).status_code == 404


def test_disk_that_is_full_while_files_arrive_keeps_the_text(client, desks, settings, monkeypatch):
    def full(*arguments):
        raise OSError(errno.ENOSPC, "No space left on device")

    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 0
    monkeypatch.setattr(TemporaryFileUploadHandler, "receive_data_chunk", full)
    file = SimpleUploadedFile("a.txt", b"plain words")
    response = client.post("/en/contact/write/", typed(text="Kept text", files=[file]))

    assert response.status_code == 422
    assert "Some of your files can’t be accepted at the moment." in response.content.decode()
    assert "Kept text" in response.content.decode()


def test_office_behind_a_socket_of_both_families_is_one_network(rf, settings):
    settings.TRUSTED_PROXIES = 0
    first, other = (
        limits.network_of(rf.get("/", REMOTE_ADDR=f"::ffff:203.0.{third}.5")) for third in (113, 7)
    )

    assert first != other


def test_answer_to_what_is_erased_meanwhile_finds_nothing(client, write, monkeypatch):
    conversation = write()

    def erased(request):
        erase(Conversation.objects.all())
        return True

    monkeypatch.setattr("support.conversations.site.conversation.is_from_here", erased)
    response = client.post(conversation.get_absolute_url(), {"text": "Still there?", "key": "k"})

    assert response.status_code == 404


def test_response_times_without_a_database_say_so(client, desks, monkeypatch):
    def fail(*arguments):
        raise DatabaseError

    client.get("/en/contact/")
    monkeypatch.setattr("support.conversations.response_time.page.response_times", fail)

    assert client.get("/en/response-time/").status_code == 503


def test_form_of_a_language_that_is_hidden_leads_to_one_that_is_shown(client, desks):
    Organization.objects.update_or_create(pk=1, defaults={"hidden_languages": ["sv"]})
    response = client.get("/sv/contact/write/?department=sales")

    assert response.status_code == 302
    assert response["Location"] == "/en/contact/write/?department=sales"


def test_message_typed_in_a_language_that_is_hidden_meanwhile_is_taken(client, desks):
    Organization.objects.update_or_create(pk=1, defaults={"hidden_languages": ["sv"]})

    assert client.post("/sv/contact/write/", typed()).status_code == 303


def test_department_hidden_meanwhile_is_told_and_the_text_kept(client, desks):
    factories.Department.objects.filter(slug="sales").update(visibility="draft")
    response = client.post("/en/contact/write/", typed(text="Kept text"))

    assert response.status_code == 422
    assert "Please choose what your message is about." in response.content.decode()
    assert "Kept text" in response.content.decode()


def test_file_that_is_a_picture_and_an_archive_is_kept_as_a_picture_alone(client, desks):
    from tests.conversations.test_files import archive, picture

    both = SimpleUploadedFile("a.png", picture("PNG") + archive("evil.js"))

    assert client.post("/en/contact/write/", typed(files=[both])).status_code == 303
    with Attachment.objects.get().file.open() as file:
        assert b"evil.js" not in file.read()
