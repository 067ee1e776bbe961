from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from support.conversations import writing
from support.conversations.models import Conversation
from support.directory import Directory, load_directory
from support.models import StaffProfile
from tests import factories

FRIDAY_17_30 = datetime(2026, 11, 27, 8, 30, tzinfo=UTC)
MONDAY_10_05 = datetime(2026, 11, 30, 1, 5, tzinfo=UTC)


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
        department, language, "ja", text, key=uuid4().hex, zone="Asia/Tokyo", **fields
    )
    return writing.begin(opening, directory, at)


def answer_due(conversation: Conversation, at: datetime) -> None:
    """Answer it, so that a notice is due at this instant."""
    user = User.objects.create_user(uuid4().hex)
    before = at - timedelta(minutes=2)
    writing.write_as_staff(conversation, "はい", uuid4().hex, user.pk, load_directory(), before)


def answerer(name: str = "mori", *departments: str) -> User:
    """Somebody who answers: for these departments alone, if any are named."""
    user = User.objects.create_user(name, password="password", is_staff=True)
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
