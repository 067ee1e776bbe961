from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client

from support.conversations.models import Conversation
from support.conversations.site.stamp import stamp_of
from tests import factories
from tests.conftest import FrozenClock

FRIDAY_EVENING = "2026-11-27T11:00:00+00:00"  # 20:00 in Japan


@pytest.fixture
def desks(db: None, clock: FrozenClock) -> None:
    """Sales in Japanese and English, and finance, on a Friday evening of Japan."""
    clock.stop_at(FRIDAY_EVENING)
    sales = factories.department("sales", name_en="Sales", name_ja="営業")
    factories.window(sales, "MO,TU,WE,TH,FR 10:00-18:00 Asia/Tokyo", language="ja")
    factories.window(sales, "MO,TU,WE,TH,FR 09:00-18:00 Europe/London", language="en")
    factories.department("finance", name_en="Finance")
    factories.unscheduled(_department("finance"), "en")


def _department(slug: str):
    from support.models import Department

    return Department.objects.get(slug=slug)


def typed(**fields: object) -> dict[str, object]:
    """Return the form as somebody fills it in on that Friday evening."""
    stamp = stamp_of(datetime.fromisoformat(FRIDAY_EVENING))[0]
    whole = {
        "about": "department:sales",
        "language": "ja",
        "text": "料金について質問があります。",
        "email": "",
        "website": "",
        "stamp": stamp,
        "key": "a-key-of-the-browser",
    }
    return whole | fields


Write = Callable[..., Conversation]


@pytest.fixture
def write(desks: None, client: Client) -> Write:
    """Return what sends the form and returns the conversation that it began."""

    def send(**fields: object) -> Conversation:
        response = client.post("/en/contact/write/", typed(**fields))
        assert response.status_code == 303, response.content.decode()
        public_id = re.search("/conversations/([^/]+)/", response["Location"])[1]
        return Conversation.objects.get(public_id=public_id)

    return send
