from __future__ import annotations

import pytest
from django.db import connection, transaction

from support.directory.revision import current_revision
from support.models import Channel, Department, Organization, UILocale

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


def test_reading_leaves_the_revision(before):
    list(Department.objects.all())

    assert current_revision() == before
