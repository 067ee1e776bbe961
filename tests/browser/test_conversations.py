from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError
from playwright.sync_api import Browser, Page, expect

from support import clock as now_clock
from support.conversations import writing
from support.conversations.models import Conversation
from support.conversations.presence import be_here
from support.directory import load_directory
from tests.browser.conftest import BUT_COLOURS, SATURDAY_12_UTC

pytestmark = pytest.mark.django_db(transaction=True)

FORM = "contact/write/?department=sales&language=ja"
QUESTION = "料金について質問があります。"


def write(page: Page, portal: str, language: str = "en", text: str = QUESTION) -> None:
    page.goto(f"{portal}/{language}/{FORM}")
    page.locator("#text").fill(text)
    page.locator("[data-write] [type=submit]").click()
    expect(page.locator(".message")).to_have_count(1)
    page.wait_for_load_state()


def answer_by_staff(text: str) -> None:
    user, _ = User.objects.get_or_create(username="mika", first_name="Mika")
    key = f"staff-{text}"[:36]
    conversation = Conversation.objects.get()
    writing.write_as_staff(conversation, text, key, user.pk, load_directory(), now_clock.now())


def test_axe_finds_nothing_on_the_form_and_the_conversation(
    page: Page, portal, axe_violations, axe_violations_light_and_dark
):
    page.goto(f"{portal}/en/contact/write/")
    assert axe_violations_light_and_dark() == {}

    write(page, portal)
    answer_by_staff("Yes: https://example.com")
    page.reload()
    assert axe_violations_light_and_dark() == {}
    conversation = page.url

    page.goto(f"{portal}/en/conversations/")
    assert axe_violations_light_and_dark() == {}

    for language in ("ja", "de"):
        for address in (
            f"{portal}/en/contact/write/",
            conversation,
            f"{portal}/en/conversations/",
        ):
            page.goto(address.replace("/en/", f"/{language}/"))
            expect(page.locator("html")).to_have_attribute("lang", language)
            assert axe_violations(**BUT_COLOURS) == {}, address


def test_axe_finds_nothing_on_a_form_that_comes_back(
    page: Page, portal, axe_violations_light_and_dark, complaints
):
    page.goto(f"{portal}/en/{FORM}")
    page.locator("#text").fill("a" * 10_001)
    page.locator("[data-write] [type=submit]").click()

    expect(page.locator("#text-mistake")).to_contain_text("Your message is 10001 characters long.")
    expect(page.locator("#text")).to_be_focused()
    assert axe_violations_light_and_dark() == {}
    complaints.clear()


def test_axe_finds_nothing_on_a_conversation_that_waits_is_closed_or_erased(
    page: Page, portal, clock, axe_violations_light_and_dark
):
    clock.stop_at(SATURDAY_12_UTC)
    write(page, portal, "ja")
    be_here(User.objects.create_user("ken").pk, None, (), now_clock.now())
    page.reload()
    expect(page.locator(".notice-form")).to_be_visible()
    expect(page.locator("[data-conversation-status] p")).to_have_count(2)
    assert axe_violations_light_and_dark() == {}

    page.locator("form[action$='/close/'] button").click()
    expect(page.locator("form[action$='/close/']")).to_have_count(0)
    assert axe_violations_light_and_dark() == {}

    page.locator(".conversation-actions a[href$='/erase/']").click()
    assert axe_violations_light_and_dark() == {}
    page.locator("[name=sure]").click()
    expect(page.locator("[name=sure]")).to_have_count(0)
    assert axe_violations_light_and_dark() == {}


def test_messages_and_standing_are_announced(page: Page, portal):
    write(page, portal)
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    live = {
        node["role"]["value"]: value["value"]["value"]
        for node in tree
        for value in node.get("properties", [])
        if value["name"] == "live"
    }

    assert live["log"] == "polite"
    assert live["status"] == "polite"


@pytest.mark.parametrize("language", ["en", "ja", "de", "fr", "nl"])
def test_nothing_is_wider_than_a_small_phone(page: Page, portal, language):
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{portal}/{language}/contact/write/")
    assert page.evaluate("document.documentElement.scrollWidth") == 320

    write(page, portal, language, "https://example.com/" + "a" * 200)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("language", ["ja", "de"])
def test_everything_works_without_javascript(browser: Browser, portal, language):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{portal}/{language}/contact/sales/")
    page.locator(".write-now a").click()
    page.locator("#text").fill(QUESTION)
    page.locator("#files").set_input_files(
        {"name": "メモ.txt", "mimeType": "text/plain", "buffer": b"what happened"}
    )
    page.locator("[data-write] [type=submit]").click()
    expect(page.locator(".message-text")).to_have_text([QUESTION])
    expect(page.locator(".message-files a")).to_contain_text("メモ.txt")

    answer_by_staff("はい")
    page.locator("[data-look]").click()
    expect(page.locator(".message-text")).to_have_text([QUESTION, "はい"])

    page.locator("#text").fill("ありがとう")
    page.locator("[data-answer] [type=submit]").click()
    expect(page.locator(".message-text")).to_have_text([QUESTION, "はい", "ありがとう"])
    context.close()


def test_moment_of_reading_is_told_on_the_visitors_clock(browser: Browser, portal, clock):
    context = browser.new_context(timezone_id="Europe/Berlin")
    clock.stop_at("2026-11-28T12:00:00+00:00")
    page = context.new_page()
    page.goto(f"{portal}/en/{FORM}")

    expect(page.locator(".promise-list li")).to_have_text(
        "Sales · Japanese: Monday, 02:00 (your time zone) "
        "Customer support is available right now in English."
    )
    expect(page.locator("#language")).to_have_value("ja")
    context.close()


def test_promise_follows_what_is_chosen(page: Page, portal):
    page.goto(f"{portal}/en/{FORM}")
    page.locator("#about").select_option("department:finance")

    expect(page.locator(".promise-list")).to_contain_text("Finance · English:")
    expect(page.locator("#language")).to_have_value("en")


def test_answer_of_staff_comes_by_itself_and_the_focus_stays(page: Page, portal):
    write(page, portal)
    page.locator("#text").fill("Half a sentence")
    answer_by_staff("Yes.")

    expect(page.get_by_role("log").locator(".message-text").nth(1)).to_have_text("Yes.")
    expect(page.locator("#text")).to_have_value("Half a sentence")
    expect(page.locator("#text")).to_be_focused()


def test_enter_sends_and_shift_enter_breaks_a_line(page: Page, portal):
    write(page, portal)
    page.locator("#text").press_sequentially("one")
    page.locator("#text").press("Shift+Enter")
    page.locator("#text").press_sequentially("two")
    page.locator("#text").press("Enter")

    expect(page.locator(".message-text").nth(1)).to_have_text("one\ntwo", use_inner_text=True)
    expect(page.locator("#text")).to_be_focused()
    expect(page.locator("#text")).to_have_value("")


@pytest.mark.parametrize("said", ["{ isComposing: true }", "{ keyCode: 229 }"])
def test_enter_takes_a_word_that_is_being_composed(page: Page, portal, said):
    write(page, portal)
    page.locator("#text").fill("にほん")
    is_left = page.evaluate(
        f"""() => document.getElementById("text").dispatchEvent(new KeyboardEvent(
            "keydown", {{ key: "Enter", bubbles: true, cancelable: true, ...{said} }}))"""
    )

    assert is_left
    assert Conversation.objects.get().messages.count() == 1


def test_form_is_sent_again_by_itself_when_the_database_is_back(
    page: Page, portal, monkeypatch, complaints
):
    def fail(*arguments, **fields):
        raise DatabaseError

    with monkeypatch.context() as patch:
        patch.setattr("support.conversations.writing.taken_before", fail)
        page.goto(f"{portal}/en/{FORM}")
        page.locator("#text").fill(QUESTION)
        page.locator("[data-write] [type=submit]").click()
        expect(page.locator("[data-status]")).to_contain_text("Not sent yet.")

    expect(page.locator(".message-text")).to_have_text([QUESTION])
    assert Conversation.objects.count() == 1
    complaints.clear()


def test_file_that_is_too_large_is_named_before_it_is_sent(page: Page, portal):
    page.goto(f"{portal}/en/{FORM}")
    page.locator("#files").set_input_files(
        {"name": "large.png", "mimeType": "image/png", "buffer": bytes(10_000_001)}
    )

    message = page.locator("#files").evaluate("(input) => input.validationMessage")
    assert message == "“large.png” is larger than 10 MB."


def test_trap_is_reached_by_nobody_who_sees_or_tabs(page: Page, portal):
    page.goto(f"{portal}/en/{FORM}")
    trap = page.locator("#website")

    assert trap.evaluate("(field) => getComputedStyle(field).display") != "none"
    assert trap.evaluate("(field) => field.tabIndex") == -1


def test_conversation_is_printed_without_its_forms(page: Page, portal):
    write(page, portal)
    page.emulate_media(media="print")

    expect(page.locator(".message")).to_be_visible()
    expect(page.locator("[data-answer]")).to_be_hidden()
    expect(page.locator(".conversation-actions")).to_be_hidden()
