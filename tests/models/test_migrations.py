"""What migrations make of rows that are there."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps

from support.models import LanguageWindow
from support.models.history import history_of
from tests import factories

pytestmark = pytest.mark.django_db

rules_of_hours = import_module("support.migrations.0008_rules_of_hours")


def test_holiday_calendars_get_the_clock_of_their_country_and_are_asked_about():
    desk = factories.department("desk")
    for tag, zone, holidays in [
        ("ja", "UTC", "JP"),
        ("en", "America/Chicago", "US"),
        ("de", "UTC", "US-CA"),
        ("fr", "UTC", ""),
    ]:
        factories.window(desk, f"MO 10:00-18:00 {zone}", language=tag, holidays=holidays)
    LanguageWindow.objects.update(holidays_zone="")
    history_of(LanguageWindow).update(holidays_zone="")

    rules_of_hours.state_clocks_of_holidays(apps, None)

    columns = ("language", "holidays_zone", "holidays_zone_assumed")
    assert list(LanguageWindow.objects.order_by("pk").values_list(*columns)) == [
        ("ja", "Asia/Tokyo", True),
        ("en", "", False),
        ("de", "America/Los_Angeles", True),
        ("fr", "", False),
    ]
    recorded = history_of(LanguageWindow).filter(language="ja")
    assert [row.holidays_zone for row in recorded] == ["Asia/Tokyo"]
