"""The page of a conversation: for its visitor alone, whole without JavaScript."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError
from django.test import Client

from support import clock as now_clock
from support.conversations import writing
from support.conversations.access import entrance_path, key_of
from support.conversations.models import Attachment, Conversation, ReadMark
from support.directory import load_directory
from tests.conversations.conftest import typed

pytestmark = pytest.mark.django_db


def body(response) -> str:
    return response.content.decode()


def path_of(conversation: Conversation, more: str = "") -> str:
    return f"/en/conversations/{conversation.public_id}/{more}"


def answered_by_staff(conversation: Conversation, text: str, **fields: bool) -> None:
    user = User.objects.create_user("mika", first_name="Mika", last_name="Sato")
    writing.write_as_staff(
        conversation, text, "staff-key", user.pk, load_directory(), now_clock.now(), **fields
    )


@pytest.fixture
def stranger() -> Client:
    return Client()


def test_message_is_shown_with_what_was_promised(client, write):
    page = body(client.get(path_of(write(zone="Europe/Berlin", email="a@example.com"))))

    assert "料金について質問があります。" in page
    assert "It will be read: Monday, 02:00 (your time zone)." in page
    assert "We’ll send an email to a@example.com when there is an answer." in page


def test_page_is_kept_by_nobody(client, write):
    response = client.get(path_of(write()))

    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in body(response)


def test_answer_of_staff_is_shown_with_who_wrote_it_and_notes_are_not(client, write):
    conversation = write()
    answered_by_staff(conversation, "A note about <b>them</b>", is_note=True)
    writing.write_as_staff(
        conversation,
        "See https://example.com/plans",
        "another",
        User.objects.get().pk,
        load_directory(),
        now_clock.now(),
    )
    page = body(client.get(path_of(conversation)))

    assert "Mika Sato" in page
    assert "A note" not in page
    assert '<a href="https://example.com/plans" rel="nofollow">' in page


def test_markup_of_a_visitor_is_text(client, write):
    page = body(client.get(path_of(write(text="<script>alert(1)</script>"))))

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_looking_at_the_page_counts_as_read(client, write):
    conversation = write()
    answered_by_staff(conversation, "Yes.")
    client.get(path_of(conversation))

    assert ReadMark.objects.get(user=None).number == 2


def test_answer_of_the_visitor_is_taken_once(client, write):
    conversation = write()
    answer = {"text": "One more thing", "key": "k"}
    client.post(path_of(conversation), answer)
    client.post(path_of(conversation), answer)

    assert list(conversation.messages.values_list("text", flat=True)) == [
        "料金について質問があります。",
        "One more thing",
    ]


def test_conversation_of_more_than_sixty_messages_an_hour_waits_in_the_slow_lane(client, write):
    conversation = write()
    for number in range(60):
        client.post(path_of(conversation), {"text": f"Message {number}", "key": str(number)})
    conversation.refresh_from_db()

    assert conversation.messages.count() == 61
    assert conversation.is_held


def test_empty_answer_and_one_too_long_come_back(client, write):
    conversation = write()

    assert "Please write a message." in body(client.post(path_of(conversation), {"text": " "}))
    response = client.post(path_of(conversation), {"text": "b" * 10_001})
    assert response.status_code == 422
    assert "b" * 10_001 in body(response)
    assert conversation.messages.count() == 1


def test_answer_sent_from_another_site_is_asked_again(client, write):
    conversation = write()
    response = client.post(
        path_of(conversation), {"text": "Kept text"}, headers={"Sec-Fetch-Site": "cross-site"}
    )

    assert response.status_code == 422
    assert "Kept text" in body(response)
    assert conversation.messages.count() == 1


def test_answer_comes_back_without_a_database(client, write, monkeypatch):
    conversation = write()

    def fail(*arguments):
        raise DatabaseError

    monkeypatch.setattr("support.conversations.site.conversation.found", fail)
    response = client.post(path_of(conversation), {"text": "Kept text"})

    assert response.status_code == 503
    assert "Kept text" in body(response)


def test_visitor_closes_it_and_opens_it_by_writing(client, write):
    conversation = write()
    client.post(path_of(conversation, "close/"))
    conversation.refresh_from_db()
    assert conversation.state == Conversation.State.CLOSED
    assert "This conversation is closed." in body(client.get(path_of(conversation)))

    client.post(path_of(conversation), {"text": "Once more"})
    conversation.refresh_from_db()
    assert conversation.state == Conversation.State.WAITING


def test_erasing_asks_first(client, write):
    conversation = write()
    assert "This can’t be undone." in body(client.get(path_of(conversation, "erase/")))
    assert Conversation.objects.exists()


def test_what_is_erased_is_gone(client, write, django_capture_on_commit_callbacks):
    conversation = write(files=[SimpleUploadedFile("notes.txt", b"what happened")])
    file = Attachment.objects.get().file
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(path_of(conversation, "erase/"), {"sure": "1"})

    assert "The conversation has been deleted." in body(response)
    assert not Conversation.objects.exists()
    assert not file.storage.exists(file.name)
    assert client.get(path_of(conversation)).status_code == 404


def test_erasing_from_another_site_is_asked_first(client, write):
    conversation = write()
    client.post(
        path_of(conversation, "erase/"), {"sure": "1"}, headers={"Sec-Fetch-Site": "cross-site"}
    )

    assert Conversation.objects.exists()


def test_transcript_has_the_visitors_clock_and_windows_lines(client, write):
    conversation = write(
        zone="Europe/Berlin", files=[SimpleUploadedFile("notes.txt", b"what happened")]
    )
    response = client.get(path_of(conversation, "transcript.txt"))

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert body(response) == (
        "Sales\r\n\r\n[2026-11-27 12:00 +01:00] You\r\n料金について質問があります。\r\n"
        "+ notes.txt\r\n"
    )


def test_live_answers_at_once_with_what_is_new(client, write):
    conversation = write()
    answered_by_staff(conversation, "Yes.")
    news = client.get(f"/live/{conversation.public_id}?after=1&wait=0&language=de").json()

    assert news["last"] == 2
    assert news["state"] == "answered"
    assert [each["number"] for each in news["messages"]] == [2]
    assert "Yes." in news["messages"][0]["html"]


@pytest.mark.parametrize("after", ["", "x", "-1", "٣", "9" * 30])
def test_live_takes_any_number_for_none(client, write, after):
    conversation = write()
    news = client.get(f"/live/{conversation.public_id}", {"after": after}).json()

    assert len(news["messages"]) == 1


def test_cookie_is_set_by_a_post_alone(client, write):
    conversation = write()
    cookie = client.cookies["visitor"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"

    assert "visitor" not in client.get(path_of(conversation)).cookies


def test_several_conversations_are_remembered(client, write):
    first, second = write(), write(text="Another")

    assert client.get(path_of(first)).status_code == 200
    assert client.get(path_of(second)).status_code == 200


def test_browser_finds_its_conversations_again_and_no_others(client, stranger, write):
    first = write()
    write(text="Another")
    page = client.get("/en/conversations/")

    assert page["Cache-Control"] == "private, no-store"
    assert body(page).count("Waiting · Fri 27 Nov, 20:00") == 2
    assert f'<a href="{path_of(first)}">Sales</a>' in body(page)
    assert "There are no conversations in this browser." in body(stranger.get("/en/conversations/"))


def test_link_from_a_mail_is_entered_with_a_post(stranger, write):
    conversation = write()
    link = entrance_path(conversation, "en")
    page = stranger.get(link)
    assert "Open the conversation" in body(page)
    assert "料金" not in body(page)
    assert not page.cookies

    response = stranger.post(link.split("?")[0], {"key": key_of(conversation.public_id)})
    assert response.status_code == 303
    assert "料金" in body(stranger.get(path_of(conversation)))


def test_link_lasts_thirty_days(stranger, write, monkeypatch):
    import time

    conversation = write()
    key = key_of(conversation.public_id)
    later = time.time() + 30 * 24 * 60 * 60 + 1
    monkeypatch.setattr("django.core.signing.time.time", lambda: later)

    response = stranger.post(path_of(conversation, "enter/"), {"key": key})
    assert response.status_code == 404


def test_without_cookies_the_answer_shows_the_link_and_the_conversation(stranger, desks):
    response = stranger.post("/en/contact/write/", typed())
    stranger.cookies.clear()
    page = body(stranger.get(response["Location"]))

    assert "料金について質問があります。" in page
    link = re.search(r'href="http://testserver(/en/conversations/[^"]+enter/\?key=[^"]+)"', page)[1]
    assert stranger.get(link.replace("&amp;", "&")).status_code == 200


def test_without_cookies_answers_come_with_the_key(stranger, desks):
    response = stranger.post("/en/contact/write/", typed())
    stranger.cookies.clear()
    conversation = Conversation.objects.get()
    access = key_of(conversation.public_id)
    assert f'name="access" value="{access[:22]}' in body(stranger.get(response["Location"]))

    response = stranger.post(path_of(conversation), {"text": "More", "access": access})
    assert response.status_code == 303
    assert conversation.messages.count() == 2


def test_arrival_shows_nothing_after_a_minute(stranger, desks, monkeypatch):
    import time

    response = stranger.post("/en/contact/write/", typed())
    stranger.cookies.clear()
    later = time.time() + 61
    monkeypatch.setattr("django.core.signing.time.time", lambda: later)

    assert stranger.get(response["Location"]).status_code == 404


@pytest.mark.parametrize(("site", "count"), [("same-origin", 1), ("cross-site", 0)])
def test_button_of_another_site_leads_nobody_into_a_conversation(stranger, write, site, count):
    conversation = write()
    key = key_of(conversation.public_id)
    headers = {"Sec-Fetch-Site": site}
    stranger.post(path_of(conversation, "enter/"), {"key": key}, headers=headers)

    assert len(stranger.cookies) == count


ADDRESSES = ["", "enter/", "transcript.txt", "attachments/1/notes.txt", "erase/"]


@pytest.mark.parametrize("more", ADDRESSES)
def test_stranger_gets_the_404_of_what_is_not_there(stranger, write, more):
    conversation = write(files=[SimpleUploadedFile("notes.txt", b"what happened")])
    guessed = stranger.get(f"/en/conversations/AAAAAAAAAAAAAAAAAAAAAA/{more}")
    refused = stranger.get(path_of(conversation, more))

    assert refused.status_code == guessed.status_code == 404
    assert body(refused) == body(guessed)
    assert refused["Cache-Control"] == guessed["Cache-Control"]


@pytest.mark.parametrize("more", ["", "enter/", "notice/", "close/", "erase/"])
def test_stranger_changes_nothing(stranger, write, more):
    conversation = write()
    response = stranger.post(
        path_of(conversation, more), {"text": "Mine", "sure": "1", "access": "x", "key": "x"}
    )

    assert response.status_code == 404
    assert conversation.messages.count() == 1


def test_live_tells_a_stranger_nothing(stranger, write):
    response = stranger.get(f"/live/{write().public_id}")

    assert response.status_code == 404
    assert response.json() == {"error": "not found"}


def test_cookie_that_somebody_else_has_written_is_none(stranger, write):
    conversation = write()
    stranger.cookies["visitor"] = f'["{conversation.public_id}"]'

    assert stranger.get(path_of(conversation)).status_code == 404


def test_file_of_another_conversation_is_not_found(client, write):
    first = write(files=[SimpleUploadedFile("notes.txt", b"what happened")])
    second = write(text="Another")

    assert client.get(path_of(first, "attachments/1/notes.txt")).status_code == 200
    assert client.get(path_of(second, "attachments/1/notes.txt")).status_code == 404
    assert client.get(path_of(first, "attachments/1/other.txt")).status_code == 404


def test_long_wait_is_told_and_a_notice_by_mail_is_offered(client, write, clock):
    conversation = write()
    address = conversation.get_absolute_url()
    assert "Email me when there’s an answer:" in client.get(address).text

    clock.stop_at("2026-11-30T01:10:00+00:00")
    page = client.get(address).text
    assert "We have your message and will read it shortly." in page
    assert "Email me when" not in page

    clock.stop_at("2026-11-30T01:31:00+00:00")
    page = client.get(address).text
    assert "No one has answered yet. We’re sorry it’s taking so long." in page
    assert "Email me when there’s an answer:" in page

    client.post(f"{address}notice/", {"email": "sato@example.jp"})
    page = client.get(address).text
    assert "We’ll send an email to sato@example.jp when there is an answer." in page
    assert "Email me when" not in page


@pytest.mark.parametrize("email", ["", "nobody", "a@example.com\nBcc: b@example.com"])
def test_address_for_a_notice_that_cannot_be_is_told_beside_its_field(client, write, email):
    conversation = write()
    response = client.post(f"{conversation.get_absolute_url()}notice/", {"email": email})

    assert response.status_code == 422
    assert 'aria-invalid="true" aria-describedby="email-mistake"' in response.text
    assert Conversation.objects.get().email == ""


def test_page_says_who_answers_now_while_the_hours_have_not_begun(client, write):
    page = body(client.get(path_of(write(language="ja"))))

    assert "Sales is available right now in English." in page


def test_page_says_nothing_of_others_once_somebody_has_answered(client, write):
    conversation = write(language="ja")
    answered_by_staff(conversation, "Yes.")

    assert "is available right now" not in body(client.get(path_of(conversation)))
