"""The contact page taken apart, as editors would type it into another system."""

from __future__ import annotations

import html
import re

_HEADING = re.compile(r"<h[1-3][^>]*>(.*?)</h[1-3]>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def sections(page: str) -> list[dict[str, str]]:
    """Heading, HTML and plain text of every section of `page`, each department one of its own."""
    parts: list[str] = []
    for section in _outermost("section", page):
        parts += _outermost("article", section) or [section]
    return [_section(part) for part in parts]


def _outermost(name: str, markup: str) -> list[str]:
    """What stands between the tags of elements of this name, those inside of one left in it."""
    found, depth, start = [], 0, 0
    for tag in re.finditer(rf"<(/?){name}\b[^>]*>", markup):
        if tag[1]:
            depth -= 1
            if not depth:
                found.append(markup[start : tag.start()])
        else:
            if not depth:
                start = tag.end()
            depth += 1
    return found


def _section(inner: str) -> dict[str, str]:
    heading = _HEADING.search(inner)
    if heading:
        inner = inner.replace(heading[0], "")
    return {
        "heading": _plain(heading[1]) if heading else "Contact us",
        "html": inner.strip(),
        "text": _plain(inner),
    }


def _plain(markup: str) -> str:
    """The text in paragraphs and lists, as markdown has them."""
    text = markup.replace("<li", "\n\n- <li").replace("<p", "\n\n<p")
    lines = html.unescape(_TAG.sub(" ", text)).split("\n\n")
    return "\n\n".join(" ".join(line.split()) for line in lines if line.split())
