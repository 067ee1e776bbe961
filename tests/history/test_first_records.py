"""The migration that begins to record says how things stand, and since when."""

from __future__ import annotations

import importlib

import pytest
from django.apps import apps
from django.utils import timezone

from support.directory import NotRecorded, directory_of, read_rows, rows_at
from support.models import Channel, Department
from support.models.history import history_of

pytestmark = pytest.mark.django_db

MIGRATION = importlib.import_module("support.migrations.0004_history_of_every_save")


@pytest.fixture
def unrecorded(initial_data):
    """As it was before the migration."""
    for model in apps.get_app_config("support").get_models():
        if model.__name__.startswith("Historical"):
            model.objects.all().delete()


def test_what_exists_is_recorded_with_all_its_texts_and_relations(unrecorded):
    MIGRATION.record_what_exists(apps, None)

    then, now = directory_of(rows_at(timezone.now()), 0), directory_of(read_rows(), 0)
    assert [entry.name.texts for entry in then.departments] == [
        entry.name.texts for entry in now.departments
    ]
    assert [[channel.slug for channel in entry.channels] for entry in then.departments] == [
        [channel.slug for channel in entry.channels] for entry in now.departments
    ]
    assert history_of(Department).count() == 8
    assert history_of(Channel).count() == Channel.objects.count()


def test_what_was_before_is_not_known(unrecorded):
    before = timezone.now()
    MIGRATION.record_what_exists(apps, None)

    with pytest.raises(NotRecorded):
        rows_at(before)


def test_empty_portal_records_nothing(db):
    MIGRATION.record_what_exists(apps, None)

    assert history_of(Department).count() == 0
