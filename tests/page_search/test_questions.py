"""What visitors really ask, in ten languages, about the initial data."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from support.page_search import find, sections_of

pytestmark = pytest.mark.django_db

QUESTIONS = Path(__file__).with_name("questions")


@pytest.fixture(autouse=True)
def monday_at_five(initial_data, clock):
    clock.stop_at("2026-11-23T05:00:00+00:00")


@pytest.mark.parametrize("file", sorted(QUESTIONS.iterdir()), ids=lambda file: file.stem)
def test_questions_lead_where_they_are_answered(client, file):
    sections = sections_of(client.get(f"/{file.stem}/contact/").content.decode())
    wanted = tomllib.loads(file.read_text("utf-8"))

    found = {place: [first(sections, question) for question in wanted[place]] for place in wanted}

    assert found == {place: [(q, place) for q in wanted[place]] for place in wanted}


def first(sections, question):
    """The question, with the place that comes first."""
    return question, next((each.section.fragment for each in find(sections, question)), "nothing")
