"""The contact page taken apart, as editors would type it into another system."""

from __future__ import annotations

import html
import re

_PART = re.compile(r"<(section|article)\b[^>]*>(.*?)</\1>", re.DOTALL)
_HEADING = re.compile(r"<h[1-3][^>]*>(.*?)</h[1-3]>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def sections(page: str) -> list[dict[str, str]]:
    """Heading, HTML and plain text of every section of `page`, each department one of its own."""
    # What surrounds the departments' articles goes: an article must not be found inside a section.
    page = re.sub(r'<section class="departments".*?<article', "<article", page, flags=re.DOTALL)
    found = []
    for _, inner in _PART.findall(page):
        heading = _HEADING.search(inner)
        if heading:
            inner = inner.replace(heading[0], "")
        found.append(
            {
                "heading": _plain(heading[1]) if heading else "Contact us",
                "html": inner.strip(),
                "text": _plain(inner),
            }
        )
    return found


def _plain(markup: str) -> str:
    """The text in paragraphs and lists, as markdown has them."""
    text = markup.replace("<li", "\n\n- <li").replace("<p", "\n\n<p")
    lines = html.unescape(_TAG.sub(" ", text)).split("\n\n")
    return "\n\n".join(" ".join(line.split()) for line in lines if line.split())
