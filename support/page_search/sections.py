"""What can be found on a page: its sections and articles, each with its texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser

from support.page_search.words import fold

_BLOCKS = frozenset(["h1", "h2", "h3", "h4", "h5", "p", "li", "dt", "dd"])
_VOID = frozenset(["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"])
# What else holds a text has `data-text`.
# The first answer and the hours are read, not looked for; the same names stand elsewhere.
_LEFT_OUT_CLASSES = frozenset(["answer", "state", "hours", "coming-days", "week"])
_LEFT_OUT_TAGS = frozenset(["form", "script", "style", "svg"])


@dataclass(frozen=True)
class TextPart:
    """A heading, paragraph or item; `lang` is empty where it is in the page's language."""

    text: str
    is_heading: bool
    lang: str = ""

    @cached_property
    def folded(self) -> str:
        return fold(self.text).text


@dataclass(frozen=True, slots=True)
class Section:
    """Something that has an address on the page; the first part is its title.

    `words` are other words for it, as they are compared, and are never shown.
    """

    fragment: str
    parts: tuple[TextPart, ...]
    words: str = ""

    @property
    def title(self) -> TextPart:
        return self.parts[0]


def sections_of(html: str) -> tuple[Section, ...]:
    """Return the sections within `main`, in the order of the page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(filter(None, map(_section, reader.sections)))


def _section(found: _Found) -> Section | None:
    parts = tuple(_text_part(block) for block in found.blocks if "".join(block.texts).strip())
    return Section(found.fragment, parts, fold(found.words).text) if parts else None


@dataclass(slots=True)
class _Block:
    tag: str
    lang: str
    texts: list[str]


@dataclass(slots=True)
class _Found:
    fragment: str
    words: str
    blocks: list[_Block]


def _text_part(block: _Block) -> TextPart:
    text = re.sub(r"\s+", " ", "".join(block.texts)).strip()
    return TextPart(text, block.tag.startswith("h"), block.lang)


@dataclass(slots=True)
class _Open:
    """An element that is not closed yet, with what it passes on to those within it."""

    tag: str
    lang: str
    section: _Found | None
    block: _Block | None
    is_left_out: bool


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.sections: list[_Found] = []
        self._open = [_Open("", "", None, None, is_left_out=True)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        given = {name: value or "" for name, value in attrs}
        around = self._open[-1]
        lang = around.lang if tag == "html" else given.get("lang", around.lang)
        section, block = around.section, around.block
        if tag in ("article", "section") or "data-place" in given:
            fragment = given.get("data-place") or given.get("id") or given.get("aria-labelledby")
            section = _Found(fragment, given.get("data-words", ""), []) if fragment else None
            self.sections += [section] if section else []
            block = None
        if (tag in _BLOCKS or "data-text" in given) and section:
            block = _Block(tag, lang, [])
            section.blocks.append(block)
        is_left_out = (
            (around.is_left_out and tag != "main")
            or tag in _LEFT_OUT_TAGS
            or "data-unsearched" in given
            or not _LEFT_OUT_CLASSES.isdisjoint(given.get("class", "").split())
        )
        self._open.append(_Open(tag, lang, section, block, is_left_out))

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self._open):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        around = self._open[-1]
        if around.block and around.section and not around.is_left_out:
            if not "".join(around.block.texts).strip():
                around.block.lang = around.lang
            around.block.texts.append(data)
