from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User

from support.conversations import handling, writing
from support.conversations.models import Conversation
from support.directory import Directory, load_directory
from tests import factories

FRIDAY_17_30 = datetime(2026, 11, 27, 8, 30, tzinfo=UTC)
SATURDAY = datetime(2026, 11, 28, 3, 0, tzinfo=UTC)
MONDAY_10_00 = datetime(2026, 11, 30, 1, 0, tzinfo=UTC)
MONDAY_10_05 = datetime(2026, 11, 30, 1, 5, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture
def directory() -> Directory:
    sales = factories.department("sales")
    factories.window(sales, "MO,TU,WE,TH,FR 10:00-18:00 Asia/Tokyo", language="ja")
    factories.unscheduled(sales, "de")
    return load_directory()


def question(directory: Directory, at: datetime, language: str = "ja") -> Conversation:
    opening = writing.Opening("sales", language, "ja", "料金について", key="first")
    return writing.begin(opening, directory, at)


def test_message_in_the_hours_is_promised_at_once(directory: Directory) -> None:
    conversation = question(directory, FRIDAY_17_30)
    assert conversation.promised_at == FRIDAY_17_30
    assert conversation.waiting_since == FRIDAY_17_30


def test_message_after_the_hours_is_promised_for_when_they_begin(directory: Directory) -> None:
    assert question(directory, SATURDAY).promised_at == MONDAY_10_00


def test_nothing_is_promised_where_no_hours_are_stated(directory: Directory) -> None:
    assert question(directory, SATURDAY, "de").promised_at is None


def test_wait_over_a_weekend_counts_open_time(directory: Directory) -> None:
    conversation = question(directory, FRIDAY_17_30)
    writing.write_as_staff(conversation, "はい", "a", _user().pk, directory, MONDAY_10_05)
    wait = conversation.waits.get()
    assert wait.open_seconds == 35 * 60
    assert wait.until == MONDAY_10_05
    assert not wait.is_outside_hours


def test_answer_outside_the_hours_is_told_apart(directory: Directory) -> None:
    conversation = question(directory, FRIDAY_17_30)
    writing.write_as_staff(conversation, "はい", "a", _user().pk, directory, SATURDAY)
    assert conversation.waits.get().is_outside_hours


def test_note_for_staff_ends_no_wait(directory: Directory) -> None:
    conversation = question(directory, FRIDAY_17_30)
    writing.write_as_staff(
        conversation, "ask Mori", "a", _user().pk, directory, MONDAY_10_05, is_note=True
    )
    conversation.refresh_from_db()
    assert conversation.state == "waiting"
    assert conversation.waits.get().until is None


def test_same_key_is_taken_once(directory: Directory) -> None:
    conversation = question(directory, FRIDAY_17_30)
    again = writing.write_as_visitor(conversation, "料金について", "first", directory, MONDAY_10_05)
    assert again.number == 1
    assert conversation.messages.count() == 1


def test_transfer_cuts_the_wait_in_parts(directory: Directory) -> None:
    conversation = question(directory, FRIDAY_17_30)
    handling.hand_over(conversation, "sales", "de", _user().pk, "b", directory, SATURDAY)
    conversation.refresh_from_db()
    parts = conversation.waits.get().parts.values_list("language", "open_seconds", "until")
    assert list(parts) == [("ja", 30 * 60, SATURDAY), ("de", None, None)]
    assert conversation.promised_at is None


def test_visitor_who_closes_no_longer_waits(directory: Directory) -> None:
    conversation = question(directory, FRIDAY_17_30)
    handling.close(conversation, None, "c", directory, SATURDAY)
    conversation.refresh_from_db()
    assert conversation.state == "closed"
    assert conversation.waits.count() == 0


def test_message_opens_what_was_closed(directory: Directory) -> None:
    conversation = question(directory, FRIDAY_17_30)
    handling.close(conversation, None, "c", directory, SATURDAY)
    writing.write_as_visitor(conversation, "まだです", "d", directory, MONDAY_10_05)
    conversation.refresh_from_db()
    assert conversation.state == "waiting"
    assert conversation.waiting_since == MONDAY_10_05
    assert conversation.last_number == 3


def _user() -> User:
    return User.objects.create_user("mori")
