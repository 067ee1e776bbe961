"""The Markdown of sections: what it has, what it leaves as typed, and where links may lead."""

from __future__ import annotations

import pytest

from support.prose import as_html, refused_links, unknown_facts


def test_paragraphs_lists_emphasis_and_links_are_written_as_html():
    text = "Read **this** and [that](https://x.example/?a=1&b=2).\n\n1. One\n   - Two"

    assert as_html(text, {}) == (
        '<p>Read <strong>this</strong> and <a href="https://x.example/?a=1&amp;b=2">that</a>.</p>\n'
        "<ol>\n<li>One\n<ul>\n<li>Two</li>\n</ul>\n</li>\n</ol>\n"
    )


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<b onclick=x>", "<p>&lt;b onclick=x&gt;</p>\n"),
        ("# No heading", "<p># No heading</p>\n"),
        ("![p](https://x.example/p.png)", '<p>!<a href="https://x.example/p.png">p</a></p>\n'),
        ("[x](javascript:alert)", "<p>[x](javascript:alert)</p>\n"),
    ],
)
def test_everything_else_stays_as_typed(text, html):
    assert as_html(text, {}) == html


def test_facts_are_filled_in_and_are_no_markdown():
    facts = {"platform": "*Word*<Press>", "manual_url": "https://x.example/a_b_(c)"}

    assert as_html("{platform}: [manual]({manual_url})", facts) == (
        '<p>*Word*&lt;Press&gt;: <a href="https://x.example/a_b_(c)">manual</a></p>\n'
    )


def test_line_that_names_an_empty_fact_is_left_out():
    assert as_html("Fast.\nWithin {response_time_limit}.", {"response_time_limit": ""}) == (
        "<p>Fast.</p>\n"
    )


@pytest.mark.parametrize(
    "link",
    [
        "https://x.example/",
        "http://x.example",
        "mailto:a@x.example",
        "tel:+442079460000",
        "/en/contact/",
        "#sales",
        "{manual_url}",
    ],
)
def test_link_may_lead_to_a_site_a_person_or_a_place_on_this_one(link):
    assert refused_links(f"[x]({link})") == []


@pytest.mark.parametrize(
    "link",
    ["javascript:alert", "JAVASCRIPT:x", "data:text/html,x", "//x.example", "x.example", "ftp://x"],
)
def test_link_to_anything_else_is_refused(link):
    assert refused_links(f"[x]({link})") == [link]


def test_name_in_braces_that_is_no_fact_is_told():
    assert unknown_facts("{platform} {colour} {}") == ["colour", ""]
