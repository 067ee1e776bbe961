from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from support.finished_pages.page import Page

# All that Django's answer can depend on: scheme, host, path, X-Forwarded-Proto and query.
Address = tuple[str, str, str, str, str]


class Shelf:
    """Pages by address, with room for a number of bytes."""

    def __init__(self, most_bytes: int) -> None:
        self._pages: OrderedDict[Address, Page] = OrderedDict()
        self._weight = 0
        self._most_bytes = most_bytes
        self._lock = Lock()

    def get(self, address: Address) -> Page | None:
        return self._pages.get(address)

    def take(self, address: Address) -> Page | None:
        """Return the page and keep it no longer."""
        with self._lock:
            page = self._pages.pop(address, None)
            self._weight -= page.weight if page else 0
            return page

    def store(self, address: Address, page: Page) -> None:
        """Store the page, evicting the oldest ones beyond the limit. The newest always stays."""
        with self._lock:
            before = self._pages.pop(address, None)
            self._weight += page.weight - (before.weight if before else 0)
            self._pages[address] = page
            while self._weight > self._most_bytes and len(self._pages) > 1:
                self._weight -= self._pages.popitem(last=False)[1].weight

    def __len__(self) -> int:
        return len(self._pages)
