"""What is taken out of scripts and styles before they are sent."""

from __future__ import annotations

from portal.paths import BASE_DIR
from portal.static_files import lean


def test_script_is_sent_without_what_only_its_authors_read():
    script = '// Why.\nif (a) {\n  // Because.\n\n  b("https://example.com/"); // here\n}\n'

    assert lean("live.js", script) == 'if (a) {\nb("https://example.com/"); // here\n}\n'


def test_style_is_sent_without_what_only_its_authors_read():
    style = "/* Why:\n   so. */\n\na {\n  color: red;\n}\n\nb {\n  color: blue; /* here */\n}\n"

    assert lean("site.css", style) == "\na {\ncolor: red;\n}\nb {\ncolor: blue; \n}\n"


def test_every_string_of_a_script_ends_on_its_line():
    scripts = (BASE_DIR / "support" / "static" / "support").rglob("*.js")
    lines = [line for path in scripts for line in path.read_text().splitlines()]

    assert [line for line in lines if line.count("`") % 2] == []
