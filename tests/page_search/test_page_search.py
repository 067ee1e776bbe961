from __future__ import annotations

import pytest

from support.page_search import Section, TextPart, find, marked, sections_of
from tests.page_search.search_examples import EXAMPLES, ORDERS, PLACES, SHOWN


def sections_of_texts():
    return [
        Section(
            title,
            (TextPart(title, is_heading=True), *(TextPart(t, is_heading=False) for t in texts)),
        )
        for title, texts in PLACES
    ]


@pytest.mark.parametrize(("typed", "text", "parts"), EXAMPLES)
def test_words_are_found_however_they_are_written(typed, text, parts):
    found = find([Section("chat", (TextPart(text, is_heading=True),))], typed)

    assert [part for _ in found for part, is_marked in marked(text, typed) if is_marked] == parts


@pytest.mark.parametrize(("typed", "titles"), ORDERS)
def test_sections_that_have_every_word_are_found_and_titles_come_first(typed, titles):
    assert [found.section.title.text for found in find(sections_of_texts(), typed)] == titles


@pytest.mark.parametrize(("typed", "text"), SHOWN)
def test_part_that_has_most_of_what_the_title_lacks_is_shown(typed, text):
    assert find(sections_of_texts(), typed)[0].shown.text == text


def test_page_is_read_part_by_part_without_what_is_left_out():
    html = """<html lang="en"><body><h1>Not in main</h1><main>
      <section class="answer" id="now"><h2>You can reach us</h2></section>
      <section aria-labelledby="chat-heading"><h2 id="chat-heading">The chat</h2>
        <ol><li>Write, &amp; choose:<ul><li>a <b>plan</b><br></li></ul></li></ol>
        <p lang="de">Auf Deutsch</p><form><p>Not this</p></form></section>
      <article id="sales"><h3>Sales</h3><h4 data-unsearched>Not this</h4>
        <ul><li><h4>Japanese</h4><span class="state">Open</span>
        <ul class="hours"><li>Mon</li></ul></li></ul></article></main></body></html>"""

    assert sections_of(html) == (
        Section(
            "chat-heading",
            (
                TextPart("The chat", is_heading=True),
                TextPart("Write, & choose:", is_heading=False),
                TextPart("a plan", is_heading=False),
                TextPart("Auf Deutsch", is_heading=False, lang="de"),
            ),
        ),
        Section(
            "sales", (TextPart("Sales", is_heading=True), TextPart("Japanese", is_heading=True))
        ),
    )


def test_place_within_a_section_is_found_by_words_that_are_not_shown():
    html = """<html lang="en"><main><section aria-labelledby="topics"><h2 id="topics">Topics</h2>
      <ul><li data-place="sales" data-words="price, Kosten"><a href="#sales">Before you buy</a></li>
      </ul></section></main></html>"""

    assert [
        (found.section.fragment, found.section.title.text, found.shown)
        for found in find(sections_of(html), "kosten buy")
    ] == [("sales", "Before you buy", None)]
