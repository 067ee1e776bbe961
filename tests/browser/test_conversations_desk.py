"""The desk of conversations, as those who answer use it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Page, expect

from support.conversations import writing
from support.conversations.models import CannedAnswer, Conversation
from support.conversations.presence import is_somebody_here
from support.directory import load_directory
from tests.browser.conftest import MONDAY_05_UTC
from tests.conversations.staff.conftest import question

NOW = datetime.fromisoformat(MONDAY_05_UTC)
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def asked(signed_in) -> Conversation:
    """A question that was asked an hour and a half of open time ago, with more behind it."""
    directory = load_directory()
    question(directory, NOW - timedelta(minutes=10), language="en", name="Smith", text="Hello")
    return question(directory, NOW - timedelta(hours=4), name="佐藤", email="sato@example.jp")


def answer_as_another(conversation: Conversation, text: str) -> None:
    user = User.objects.create_user("tanaka", is_staff=True)
    writing.write_as_staff(conversation, text, "other", user.pk, load_directory(), NOW)


def test_what_waits_is_found_and_answered_with_the_keyboard(page: Page, signed_in, asked):
    page.goto(f"{signed_in}/")
    page.get_by_role("link", name="2 conversations are waiting").press("Enter")
    expect(page.locator(".conversation-list > li").first).to_contain_text("Overdue")
    page.get_by_role("link", name="佐藤").press("Enter")
    page.wait_for_url("**/conversations/*/")
    page.get_by_label("Answer:", exact=True).fill("はい、承ります。")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("The answer has been sent.")).to_be_visible()
    expect(page.locator(".entry-staff")).to_contain_text("はい、承ります。")
    assert Conversation.objects.get(pk=asked.pk).state == "answered"


def test_who_was_slower_is_told_and_keeps_what_they_typed(page: Page, signed_in, asked):
    page.goto(f"{signed_in}/conversations/{asked.public_id}/")
    page.get_by_label("Answer:", exact=True).fill("mine")
    answer_as_another(asked, "theirs")
    page.get_by_role("button", name="Send answer").click()
    expect(page.get_by_role("alert")).to_contain_text("Something new arrived while you had")
    expect(page.locator(".is-new")).to_contain_text("theirs")
    expect(page.get_by_label("Answer:", exact=True)).to_have_value("mine")
    page.get_by_role("button", name="Send answer").click()
    expect(page.get_by_text("The answer has been sent.")).to_be_visible()


def test_everything_works_without_javascript(browser: Browser, portal, signed_in, asked, context):
    CannedAnswer.objects.create(title="Thanks", text_en="Thank you.", text_ja="どうも。")
    plain = browser.new_context(java_script_enabled=False, viewport=PHONE)
    plain.add_cookies(context.cookies())
    page = plain.new_page()
    page.goto(f"{signed_in}/conversations/{asked.public_id}/")
    page.get_by_label("Canned answer").select_option("Thanks")
    page.get_by_role("button", name="Insert").click()
    expect(page.get_by_label("Answer:", exact=True)).to_have_value("どうも。")
    page.get_by_role("button", name="Send answer").click()
    page.get_by_label("Department and language").select_option("Finance, English")
    page.get_by_role("button", name="Hand over").click()
    expect(page.locator(".entry-system")).to_contain_text("Handed over to Finance, English.")
    page.get_by_role("button", name="Close conversation").click()
    expect(page.get_by_text("The conversation has been closed.")).to_be_visible()
    plain.close()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "?show=closed",
        "mails/",
        "response-times/",
        "person/",
        "my-languages/",
        "cannedanswer/",
        "cannedanswer/add/",
    ],
)
def test_pages_are_accessible_on_a_phone(
    page: Page, signed_in, asked, address, axe_violations_light_and_dark
):
    page.set_viewport_size(PHONE)
    page.goto(f"{signed_in}/conversations/{address}")
    assert axe_violations_light_and_dark() == {}
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_conversation_that_somebody_else_answered_is_accessible(
    page: Page, signed_in, asked, axe_violations_light_and_dark
):
    page.set_viewport_size(PHONE)
    page.goto(f"{signed_in}/conversations/{asked.public_id}/")
    assert axe_violations_light_and_dark() == {}
    answer_as_another(asked, "theirs")
    page.get_by_role("button", name="Send answer").click()
    page.get_by_label("Answer:", exact=True).fill("mine")
    page.get_by_role("button", name="Send answer").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert axe_violations_light_and_dark() == {}
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_open_desk_tells_visitors_that_somebody_is_here(page: Page, signed_in, asked):
    with page.expect_response("**/conversations/here/") as told:
        page.goto(f"{signed_in}/conversations/")

    assert told.value.status == 204
    assert is_somebody_here(asked, NOW)


def test_public_definition_is_accessible(page: Page, portal, axe_violations):
    page.goto(f"{portal}/de/response-time/")
    expect(page.get_by_role("heading", name="Antwortzeit")).to_be_visible()
    assert axe_violations() == {}
