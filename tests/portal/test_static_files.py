"""What is taken out of scripts and styles before they are sent."""

from __future__ import annotations

from portal.static_files import lean


def test_script_is_sent_without_what_only_its_authors_read():
    script = '// Why.\nif (a) {\n  // Because.\n\n  b("https://example.com/"); // here\n}\n'

    assert lean("live.js", script) == 'if (a) {\nb("https://example.com/"); // here\n}\n'


def test_style_is_sent_without_what_only_its_authors_read():
    style = "/* Why:\n   so. */\n\na {\n  color: red;\n}\n\nb {\n  color: blue; /* here */\n}\n"

    assert lean("site.css", style) == "\na {\ncolor: red;\n}\nb {\ncolor: blue; \n}\n"
