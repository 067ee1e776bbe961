"""Files of a conversation at the desk: to whom they are given, and how."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from support.conversations.models import Attachment
from support.directory import Directory
from tests.conversations.staff.conftest import MONDAY_10_05, answerer, question, signed_in


@pytest.fixture
def page(sales: Directory) -> Attachment:
    row = Attachment(
        conversation=question(sales), number=1, name="見積.html", size=9, received_at=MONDAY_10_05
    )
    row.content_type = "text/plain"
    row.file.save("any", ContentFile(b"<script>"))
    return row


def address(row: Attachment, number: int = 1) -> str:
    return f"/admin/conversations/{row.conversation.public_id}/attachments/{number}/"


def test_file_is_never_run_by_the_browser(page: Attachment, desk: Client) -> None:
    response = desk.get(address(page))
    assert response.getvalue() == b"<script>"
    assert response.headers["Content-Type"] == "text/plain"
    assert response.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response.headers["Content-Security-Policy"]
    assert "private, no-store" in response.headers["Cache-Control"]


def test_picture_that_was_made_anew_is_shown(page: Attachment, desk: Client) -> None:
    Attachment.objects.update(is_picture=True, name="a.png", content_type="image/png")
    headers = desk.get(address(page)).headers
    assert headers["Content-Disposition"] == 'inline; filename="a.png"'


def test_file_of_another_department_is_not_given_out(page: Attachment) -> None:
    assert signed_in(answerer("finance", "finance")).get(address(page)).status_code == 404


def test_file_that_is_not_there_is_not_found(page: Attachment, desk: Client) -> None:
    assert desk.get(address(page, 2)).status_code == 404
    page.file.storage.delete(page.file.name)
    assert desk.get(address(page)).status_code == 404
