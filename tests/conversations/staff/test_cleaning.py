"""What the night cleans, and what it leaves."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile

from support.conversations.cleaning import Report, clean, clean_in_turn
from support.conversations.models import Attachment, Conversation, Lease, Sending
from support.conversations.models.attachment import attachment_storage
from support.directory import Directory
from tests.conversations.staff.conftest import MONDAY_10_05, question

HOUR = timedelta(hours=1)


@pytest.fixture
def now():
    """The storage's own clock is that of the machine."""
    storage = attachment_storage()
    name = storage.save("aa/probe", ContentFile(b""))
    yield storage.get_modified_time(name)
    for folder in storage.listdir("")[0]:
        for file in storage.listdir(folder)[1]:
            storage.delete(f"{folder}/{file}")


def attached(conversation: Conversation | None, at) -> Attachment:
    row = Attachment(conversation=conversation, number=1, name="a.txt", size=1, received_at=at)
    row.file.save("a.txt", ContentFile(b"a"))
    return row


def test_conversation_goes_with_its_files_when_its_time_is_over(
    sales: Directory, now, django_capture_on_commit_callbacks
) -> None:
    conversation = question(sales, MONDAY_10_05)
    row = attached(conversation, now)
    with django_capture_on_commit_callbacks(execute=True):
        assert clean(conversation.erase_after - HOUR).conversations == 0
        assert attachment_storage().exists(row.file.name)
        assert clean(conversation.erase_after).conversations == 1
    assert not attachment_storage().exists(row.file.name)
    assert Conversation.objects.count() == 0


def test_conversations_are_kept_for_24_months(sales: Directory) -> None:
    assert question(sales, MONDAY_10_05).erase_after.isoformat() == "2028-11-30T01:05:00+00:00"


def test_digests_go_after_fourteen_days(db) -> None:
    Sending.objects.create(network="digest", at=MONDAY_10_05)
    assert clean(MONDAY_10_05 + timedelta(days=14) - HOUR).digests == 0
    assert clean(MONDAY_10_05 + timedelta(days=14)).digests == 1


def test_files_of_a_form_that_was_never_sent_go_after_an_hour(db, now) -> None:
    row = attached(None, now)
    assert clean(now + HOUR - timedelta(seconds=1)).kept_files == 0
    assert clean(now + HOUR).kept_files == 1
    assert not attachment_storage().exists(row.file.name)


def test_file_without_a_row_goes_unless_it_is_new(db, now) -> None:
    clean(now + 2 * HOUR)  # what other tests have left
    attachment_storage().save("bb/lost", ContentFile(b"lost"))
    assert clean(now).files_without_rows == 0
    assert clean(now + 2 * HOUR).files_without_rows == 1


def test_row_without_a_file_is_told(sales: Directory, now) -> None:
    row = attached(question(sales), now)
    attachment_storage().delete(row.file.name)
    assert clean(now).rows_without_files == 1


def test_one_server_cleans_once_a_night(db) -> None:
    Lease.objects.create(name="cleaning", holder="another", until=MONDAY_10_05 + HOUR)
    assert clean_in_turn(MONDAY_10_05) is None
    assert isinstance(clean_in_turn(MONDAY_10_05 + HOUR), Report)
    assert clean_in_turn(MONDAY_10_05 + 2 * HOUR) is None
    assert isinstance(clean_in_turn(MONDAY_10_05 + 22 * HOUR), Report)
