from __future__ import annotations

from dataclasses import dataclass

from support.contact_page.lines.viewpoint import Viewpoint, Wording, wording
from support.directory import ProductEntry
from support.locales.languages import direction, endonym, region
from support.parts import ALWAYS, parts


@dataclass(frozen=True, slots=True)
class UILocaleLine:
    """A locale of an interface; `region` in small letters names the flag."""

    tag: str
    endonym: str
    dir: str
    region: str


@dataclass(frozen=True, slots=True)
class ProductCard:
    slug: str
    name: Wording
    summary: Wording
    instructions: Wording
    locales: tuple[UILocaleLine, ...]


def product_cards(entries: tuple[ProductEntry, ...], view: Viewpoint) -> tuple[ProductCard, ...]:
    """Return a card for each product, the same objects as long as nobody edits one."""
    return parts.get(
        "products",
        entries,
        (view.language,),
        ALWAYS,
        lambda: tuple(_card(entry, view) for entry in entries),
    )


def _card(entry: ProductEntry, view: Viewpoint) -> ProductCard:
    return ProductCard(
        entry.slug,
        wording(entry.name, view),
        wording(entry.summary, view),
        wording(entry.instructions, view),
        tuple(
            UILocaleLine(tag, endonym(tag), direction(tag), region(tag).lower())
            for tag in entry.locales
        ),
    )
