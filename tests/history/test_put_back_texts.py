"""Topics, sections and audiences are put back like every other row."""

from __future__ import annotations

import pytest
from django.utils import timezone

from support.history.put_back import put_back
from support.models import Section, Topic

pytestmark = pytest.mark.django_db


def test_section_gets_its_text_back(initial_data):
    section = Section.objects.get(slug="team")
    text, before = section.text_en, timezone.now()
    section.text_en = "Another text."
    section.save()

    put_back(Section, section.pk, before)

    section.refresh_from_db()
    assert section.text_en == text


def test_deleted_topic_comes_back_with_its_department(initial_data):
    topic, before = Topic.objects.get(slug="invoice"), timezone.now()
    pk = topic.pk
    topic.delete()

    put_back(Topic, pk, before)

    assert Topic.objects.get(pk=pk).department.slug == "finance"
