"""The texts of sections: a small, safe Markdown with facts of the organisation filled in.

Paragraphs, lists, emphasis and links are all that it has; HTML and everything else stays as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from markdown_it import MarkdownIt

FACTS = (
    "organization",
    "control_panel",
    "control_panel_url",
    "manual_url",
    "tips_url",
    "platform",
    "experts",
    "contributions",
    "website_url",
    "documentation_url",
    "forum_url",
    "reviews_url",
    "resource_centre_url",
    "response_time_limit",
    "response_time_average",
    "response_time_year",
)

_FACT = re.compile(r"\{([^{}]*)\}")
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
# Another site, a mailbox, a telephone, a page of this site, or a place on this page.
_ALLOWED = re.compile(r"https?://[^/\\?#]|mailto:.|tel:.|/(?![/\\])|#.", re.IGNORECASE)


class _Markdown(MarkdownIt):
    """`refused` has the links that led nowhere allowed, as far as they were looked at."""

    def __init__(self) -> None:
        super().__init__("zero")
        self.enable(["list", "newline", "escape", "link", "emphasis"])
        self.refused: list[str] = []

    def validateLink(self, url: str) -> bool:  # noqa: N802  # the library's name for it
        is_allowed = bool(_ALLOWED.match(url))
        if not is_allowed:
            self.refused.append(url)
        return is_allowed


def as_html(text: str, facts: Mapping[str, str]) -> str:
    """Return the text as HTML, with the facts that it names as “{platform}”.

    A line that names a fact which is empty is left out.
    """
    return str(_Markdown().render("\n".join(_filled(text, facts))))


def _filled(text: str, facts: Mapping[str, str]) -> Iterator[str]:
    for line in text.splitlines():
        if all(facts.get(name) for name in _FACT.findall(line)):
            yield _FACT.sub(lambda fact: _PUNCTUATION.sub(r"\\\g<0>", facts[fact[1]]), line)


def unknown_facts(text: str) -> list[str]:
    """Return what stands in braces and is no fact."""
    return [name for name in _FACT.findall(text) if name not in FACTS]


def refused_links(text: str) -> list[str]:
    """Return the addresses of links that lead nowhere allowed: to a script, for example."""
    markdown = _Markdown()
    markdown.render(_FACT.sub("https://www.example.com/", text))
    return markdown.refused
