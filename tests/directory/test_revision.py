from __future__ import annotations

import pytest
from django.db import connection, transaction

from support.directory.revision import current_revision, current_token
from support.models import Channel, Department, Organization, Revision, UILocale

pytestmark = pytest.mark.django_db


@pytest.fixture
def before(initial_data) -> int:
    return current_revision()


def test_saving_a_row_raises_the_revision(before):
    Department.objects.get(slug="sales").save()

    assert current_revision() > before


def test_bulk_update_raises_the_revision(before):
    Department.objects.update(position=0)

    assert current_revision() > before


def test_bulk_create_raises_the_revision(before):
    Department.objects.bulk_create([Department(slug="new", name_en="New")])

    assert current_revision() > before


def test_deleting_raises_the_revision(before):
    UILocale.objects.first().delete()

    assert current_revision() > before


def test_connecting_a_channel_with_a_department_raises_the_revision(before):
    Channel.objects.get(slug="forum").departments.add(Department.objects.get(slug="sales"))

    assert current_revision() > before


def test_plain_sql_raises_the_revision(before):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE support_organization SET name = 'Other'")

    assert current_revision() > before


def test_edit_that_is_rolled_back_leaves_the_revision(before):
    with pytest.raises(RuntimeError), transaction.atomic():
        Organization.objects.update(name="Other")
        raise RuntimeError

    assert current_revision() == before


def test_every_edit_writes_another_token(before):
    tokens = {current_token()}
    for name in ("One", "Two", "One", "Two"):
        Organization.objects.update(name=name)
        tokens.add(current_token())

    assert len(tokens) == 5
    assert {len(token) for token in tokens} == {32}


def test_token_tells_editions_apart_that_have_one_number(before):
    """As after a restore, and an edit that follows it."""
    token = current_token()
    Organization.objects.update(name="Taken away")
    taken_away = current_token()
    Revision.objects.update(number=before, token=token)
    Organization.objects.update(name="Another")

    assert current_revision() == before + 1
    assert current_token() not in (token, taken_away)


def test_reading_leaves_the_revision(before):
    list(Department.objects.all())

    assert current_revision() == before
