from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from uuid import uuid4

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client

from support.conversations import writing
from support.conversations.models import Conversation
from support.conversations.site.stamp import stamp_of
from support.directory import Directory, load_directory
from support.models import StaffProfile
from tests import factories
from tests.conftest import FrozenClock

FRIDAY_EVENING = "2026-11-27T11:00:00+00:00"  # 20:00 in Japan
FRIDAY_17_30 = datetime(2026, 11, 27, 8, 30, tzinfo=UTC)
MONDAY_10_05 = datetime(2026, 11, 30, 1, 5, tzinfo=UTC)


@pytest.fixture
def desks(db: None, clock: FrozenClock) -> None:
    """Sales in Japanese and English, and finance, on a Friday evening of Japan."""
    clock.stop_at(FRIDAY_EVENING)
    sales = factories.department("sales", name_en="Sales", name_ja="営業")
    factories.window(sales, "MO,TU,WE,TH,FR 10:00-18:00 Asia/Tokyo", language="ja")
    factories.window(sales, "MO,TU,WE,TH,FR 09:00-18:00 Europe/London", language="en")
    finance = factories.department("finance", name_en="Finance")
    factories.unscheduled(finance, "en")


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


@pytest.fixture
def sales(db: None) -> Directory:
    """Sales answer in Japanese from Monday to Friday, 10:00 to 18:00, and in German at no set
    hours; finance answers in English around the clock."""
    sales = factories.department("sales")
    factories.window(sales, "MO,TU,WE,TH,FR 10:00-18:00 Asia/Tokyo", language="ja")
    factories.unscheduled(sales, "de")
    finance = factories.department("finance")
    factories.window(finance, "MO,TU,WE,TH,FR,SA,SU 00:00-24:00 UTC", language="en")
    return load_directory()


def question(
    directory: Directory,
    at: datetime = FRIDAY_17_30,
    *,
    department: str = "sales",
    language: str = "ja",
    text: str = "料金について",
    **fields: object,
) -> Conversation:
    opening = writing.Opening(
        department, language, "ja", text, key=str(uuid4()), zone="Asia/Tokyo", **fields
    )
    return writing.begin(opening, directory, at)


def answerer(name: str = "mori", *departments: str) -> User:
    """Somebody who answers: for these departments alone, if any are named."""
    user = User.objects.create_user(name, password="password", is_staff=True)
    import_module("support.conversations.migrations.0010_answerers").create_group(
        apps, connection.schema_editor()
    )
    user.groups.add(Group.objects.get(name="Answerers"))
    if departments:
        profile = StaffProfile.objects.create(user=user, limited=True)
        profile.departments.set(factories.Department.objects.filter(slug__in=departments))
    return user


def signed_in(user: User) -> Client:
    client = Client()
    client.cookies["language"] = "en"
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def desk(sales: Directory) -> Client:
    return signed_in(answerer())
