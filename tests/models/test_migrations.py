"""What a migration makes of rows that are there."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

BEFORE = [("support", "0007_resource_centre_search")]
AFTER = [("support", "0008_rules_of_hours")]


@pytest.fixture
def migrate(transactional_db):
    """Lead the database to a state and return the models of then; in the end, all is there."""

    def to(state):
        executor = MigrationExecutor(connection)
        executor.migrate(state)
        return MigrationExecutor(connection).loader.project_state(state).apps

    yield to
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def test_holiday_calendars_get_the_clock_of_their_country(migrate):
    apps = migrate(BEFORE)
    desk = apps.get_model("support", "Department").objects.create(slug="desk", name_en="Desk")
    windows = apps.get_model("support", "LanguageWindow").objects
    hours = {"department": desk, "weekdays": "MO", "opens": "10:00", "closes": "18:00"}
    for tag, zone, holidays in [
        ("ja", "UTC", "JP"),
        ("en", "America/Chicago", "US"),
        ("de", "UTC", "US-CA"),
        ("fr", "UTC", ""),
    ]:
        windows.create(language=tag, zone=zone, holidays=holidays, **hours)
    exceptions = apps.get_model("support", "SpecialHours").objects
    exceptions.create(language="ja", effect="closed", first_day="2026-12-24", last_day="2026-12-24")

    apps = migrate(AFTER)

    windows = apps.get_model("support", "LanguageWindow").objects.order_by("pk")
    assert list(windows.values_list("language", "holidays_zone", "holidays_zone_assumed")) == [
        ("ja", "Asia/Tokyo", True),
        ("en", "", False),
        ("de", "America/Los_Angeles", True),
        ("fr", "", False),
    ]
    assert apps.get_model("support", "SpecialHours").objects.get().languages == ("ja",)
