"""When an incident is shown, and what is refused."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from tests import factories

pytestmark = pytest.mark.django_db


def test_incident_is_named_by_its_times_and_its_text():
    row = factories.incident("2026-11-23T05:00", "2026-11-23T07:30", "Asia/Tokyo")

    assert str(row) == (
        "Mon 23 Nov 2026, 05:00–07:30 (Asia/Tokyo): Sites in Tokyo are slow. We are working on it."
    )


def test_end_before_the_start_is_refused():
    with pytest.raises(ValidationError, match="The end must be after the start"):
        factories.incident("2026-11-23T07:00", "2026-11-23T05:00")


def test_incident_without_a_text_is_refused():
    with pytest.raises(ValidationError, match="Enter a text in at least one language"):
        factories.incident("2026-11-23T05:00", "2026-11-23T07:00", text_en="")


def test_times_that_a_change_of_the_clock_skips_are_refused():
    with pytest.raises(ValidationError, match="skip all of these times"):
        factories.incident("2026-03-29T01:10", "2026-03-29T01:50", "Europe/London")


def test_line_breaks_and_controls_are_no_part_of_the_text():
    row = factories.incident("2026-11-23T05:00", "2026-11-23T07:00", text_en="Down.\nSorry\x00.")

    assert row.text_en == "Down. Sorry."
