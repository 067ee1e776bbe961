"""The form: the same for everyone, and what becomes of what somebody types into it."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError

from support.conversations.models import Conversation, Sending
from support.conversations.site.stamp import stamp_of
from tests import factories
from tests.conversations.conftest import typed
from tests.wsgi import ask

pytestmark = pytest.mark.django_db


def body(response) -> str:
    return response.content.decode()


def send(client, **fields):
    return client.post("/en/contact/write/", typed(**fields))


def test_department_and_language_of_the_address_are_chosen(client, desks):
    page = body(client.get("/en/contact/write/?department=sales&language=ja"))

    assert '<option value="department:sales" selected>Sales</option>' in page
    assert '<option value="ja" selected>Japanese</option>' in page


def test_page_says_when_the_message_is_read_and_who_answers_now(client, desks):
    page = body(client.get("/en/contact/write/?department=sales&language=ja"))

    assert "Sales · Japanese</span>: Monday, 10:00 (Japan time)" in page
    assert "Sales is available right now in English." in page


def customer_support(hours: str, language: str) -> None:
    support = factories.department("customer-support", name_en="Customer Support")
    factories.window(support, hours, language=language)


def test_page_says_which_other_department_answers_now_in_what_the_visitor_reads(client, desks):
    customer_support("FR 09:00-21:00 Asia/Tokyo", "ja")
    page = body(client.get("/ja/contact/write/?department=sales&language=ja"))

    assert "営業は、ただいま英語で対応しております。" in page
    assert "Customer Supportは、ただいま日本語で対応しております。" in page


def test_other_department_is_not_told_for_a_language_that_the_chosen_one_answers_in(client, desks):
    customer_support("FR 09:00-21:00 Asia/Tokyo", "en")
    page = body(client.get("/ja/contact/write/?department=sales&language=ja"))

    assert "営業は、ただいま英語で対応しております。" in page
    assert "Customer Supportは、ただいま" not in page


def test_department_that_answers_in_what_the_visitor_does_not_read_is_no_help(client, desks):
    customer_support("FR 09:00-21:00 Asia/Tokyo", "fr")
    page = body(client.get("/ja/contact/write/?department=sales&language=ja"))

    assert "Customer Supportは、ただいま" not in page


def test_open_department_needs_no_other(client, desks):
    customer_support("FR 09:00-21:00 Asia/Tokyo", "en")
    page = body(client.get("/en/contact/write/?department=sales&language=en"))

    assert "Customer Support is available right now" not in page


def test_other_department_is_told_for_as_long_as_it_answers(served, desks, clock):
    customer_support("FR 09:00-20:05 Asia/Tokyo", "ja")
    address = "/ja/contact/write/?department=sales&language=ja"
    said = "Customer Supportは、ただいま日本語で対応しております。"

    clock.stop_at("2026-11-27T11:04:59+00:00")
    assert said in ask(served, address).content.decode()
    clock.stop_at("2026-11-27T11:05:00+00:00")
    assert said not in ask(served, address).content.decode()


def test_moment_is_told_on_the_visitors_clock(client, desks):
    page = body(client.get("/en/contact/write/?department=sales&language=ja&tz=Europe/Berlin"))

    assert "Sales · Japanese</span>: Monday, 02:00 (your time zone)" in page


def test_open_department_reads_now(client, desks):
    page = body(client.get("/en/contact/write/?department=sales&language=en"))

    assert "Sales · English</span>: now" in page


def test_without_a_department_each_says_when_it_reads(client, desks):
    page = body(client.get("/en/contact/write/"))

    assert "Sales · English</span>: now" in page
    assert "Finance · English</span>: Availability varies." in page


def test_department_without_the_language_of_the_page_says_when_it_reads_another(client, desks):
    page = body(client.get("/ja/contact/write/"))

    assert "営業 · 日本語</span>：月曜日 10:00（日本時間）" in page
    assert "Finance</span> · 英語</span>：" in page


def test_department_that_is_no_longer_there_is_told_before_anything_is_typed(client, desks):
    page = body(client.get("/en/contact/write/?department=gone&language=ja"))

    assert "You can no longer write to this department. Please choose another one." in page


def test_form_is_a_finished_page_that_lasts_ten_minutes_at_most(served, desks):
    page = ask(served, "/en/contact/write/?department=sales&language=ja&utm_source=mail")
    same = ask(served, "/en/contact/write/?department=sales&language=ja")

    assert page.headers["ETag"] == same.headers["ETag"]
    assert "Set-Cookie" not in page.headers
    assert page.headers["Cache-Control"] == "public, max-age=1"


def test_stamp_changes_every_ten_minutes():
    at = datetime.fromisoformat
    assert stamp_of(at("2026-11-27T11:00:00+00:00")) == stamp_of(at("2026-11-27T11:09:59+00:00"))
    assert stamp_of(at("2026-11-27T11:09:59+00:00")) != stamp_of(at("2026-11-27T11:10:00+00:00"))


def test_message_begins_a_conversation_with_its_promise(client, write):
    conversation = write(email="a@example.com", zone="Europe/Berlin")

    assert conversation.department == "sales"
    assert conversation.language == "ja"
    assert conversation.zone == "Europe/Berlin"
    assert conversation.wants_notice
    assert not conversation.is_held
    assert conversation.promised_at == datetime.fromisoformat("2026-11-30T01:00:00+00:00")
    assert conversation.messages.get().text == "料金について質問があります。"


def test_topic_leads_to_its_department(client, write):
    from support.models import Department, Topic

    finance = Department.objects.get(slug="finance")
    Topic.objects.create(slug="invoice", name_en="Invoices", department=finance)

    conversation = write(about="topic:invoice", language="en")

    assert conversation.topic == "invoice"
    assert conversation.department == "finance"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"text": "a" * 10_001}, "Your message is 10001 characters long."),
        ({"text": " \n　 "}, "Please write a message."),
        ({"email": "a@example.com\nBcc: b@example.com"}, "Enter a valid email address."),
        ({"email": "nobody"}, "Enter a valid email address."),
        ({"about": "department:gone"}, "Please choose what your message is about."),
        ({"language": "de"}, "Sales doesn’t answer in this language: German."),
        ({"stamp": "forged:stamp"}, "Please check your message and send it again."),
        ({"stamp": ""}, "Please check your message and send it again."),
    ],
)
def test_what_cannot_be_taken_is_told_and_everything_is_kept(client, desks, fields, sentence):
    response = send(client, **{"email": "kept@example.com", "text": "Kept text"} | fields)

    assert response.status_code == 422
    assert sentence in body(response)
    assert "kept@example.com" in body(response) or "email" in fields
    assert "Kept text" in body(response) or "text" in fields
    assert not Conversation.objects.exists()


def test_text_that_is_too_long_comes_back_whole(client, desks):
    assert "a" * 10_001 in body(send(client, text="a" * 10_001))


def test_form_of_yesterday_is_asked_again_with_a_new_stamp(client, desks, clock):
    clock.stop_at("2026-11-28T11:20:00+00:00")
    response = send(client, text="Kept text")
    fresh = stamp_of(datetime.fromisoformat("2026-11-28T11:20:00+00:00"))[0]

    assert response.status_code == 422
    assert f'name="stamp" value="{fresh}"' in body(response)
    assert send(client, text="Kept text", stamp=fresh).status_code == 303


def test_form_sent_twice_is_taken_once(client, write):
    assert write() == write()


def test_another_text_from_the_same_page_is_another_conversation(client, write):
    assert write() != write(text="もう一つ質問があります。")


def test_without_javascript_the_same_long_text_within_the_hour_is_taken_once(client, write):
    text = "Which of your plans has staging environments, and what would a year of it cost us?"
    assert write(key="", text=text) == write(key="", text=text)


def test_without_javascript_a_few_words_of_two_people_stay_apart(client, write):
    assert write(key="", text="Hello") != write(key="", text="Hello")


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ],
)
def test_form_sent_from_another_site_is_asked_again(client, desks, headers):
    response = client.post("/en/contact/write/", typed(), headers=headers)

    assert response.status_code == 422
    assert "料金について質問があります。" in body(response)
    assert not Conversation.objects.exists()


@pytest.mark.parametrize(
    "headers", [{}, {"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://testserver"}]
)
def test_form_sent_from_its_own_page_is_taken(client, desks, headers):
    assert client.post("/en/contact/write/", typed(), headers=headers).status_code == 303


def test_form_with_the_trap_filled_in_waits_in_the_slow_lane(client, write):
    assert write(website="https://spam.example").is_held


def test_trap_has_a_label_and_is_not_hidden_from_programs(client, desks):
    page = body(client.get("/en/contact/write/"))

    assert '<label for="website">Leave this field empty</label>' in page


def test_hundred_messages_of_one_office_wait_and_none_is_lost(client, desks):
    for number in range(100):
        assert send(client, text=f"Question {number}").status_code == 303

    assert Conversation.objects.count() == 100
    assert Conversation.objects.filter(is_held=False).count() == 20


def test_no_address_is_kept(client, write):
    write(email="a@example.com")
    sending = Sending.objects.get()

    assert len(sending.network) == len(sending.mail) == 32
    assert "127" not in (sending.network[:3], sending.mail[:3])


def test_without_a_database_everything_typed_comes_back(client, desks, monkeypatch):
    client.get("/en/contact/write/")

    def fail(*arguments, **fields):
        raise DatabaseError

    monkeypatch.setattr("support.conversations.writing.taken_before", fail)
    response = send(client, text="Kept text", email="kept@example.com")

    assert response.status_code == 503
    assert "We couldn’t send your message just now." in body(response)
    assert "Kept text" in body(response)
    assert "kept@example.com" in body(response)


def test_file_that_was_accepted_waits_for_the_text(client, desks):
    file = SimpleUploadedFile("notes.txt", b"what happened")
    returned = send(client, text=" ", files=[file])
    kept = returned.context["returned"].waiting[0]
    key = returned.context["typed"].form_key

    assert "notes.txt" in body(returned)
    assert send(client, form_key=key, kept=[str(kept.pk)]).status_code == 303
    assert Conversation.objects.get().attachments.get().name == "notes.txt"


def test_file_waits_for_an_hour_and_is_then_erased(client, desks, clock):
    returned = send(client, text=" ", files=[SimpleUploadedFile("notes.txt", b"what happened")])
    kept = returned.context["returned"].waiting[0]
    clock.stop_at("2026-11-27T12:00:01+00:00")
    again = send(client, text=" ", form_key=kept.form_key, kept=[str(kept.pk)])

    assert again.context["returned"].waiting == []


def test_file_of_another_form_cannot_be_sent(client, desks):
    returned = send(client, text=" ", files=[SimpleUploadedFile("notes.txt", b"what happened")])
    kept = returned.context["returned"].waiting[0]

    assert send(client, form_key="guessed", kept=[str(kept.pk)]).status_code == 303
    assert not Conversation.objects.get().attachments.exists()


def test_department_that_stands_in_takes_the_message(client, desks):
    from support.models import Department

    factories.department("presales")
    Department.objects.get(slug="presales").delete()
    sales = Department.objects.get(slug="sales")
    sales.slug = "sales-japan"
    sales.save()

    assert send(client).status_code == 303
    assert Conversation.objects.get().department == "sales-japan"
