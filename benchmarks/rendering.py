"""Rendering on a miss: what Django does when no finished page holds.

Every call is at the instant at which the page of the call before ceased to hold, as misses are:
time only goes forward, and each time something reads differently. The directory is kept, as it is
until somebody edits, and so are the parts of the page that still read the same. (The first page of
all is rendered in full, before anything is timed.)
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any
from unittest.mock import patch

from benchmarks.made_up import replace_departments
from benchmarks.pairs import Result, compare_times, measure, print_result, time_calls
from benchmarks.plain_template import PlainTemplate

LANGUAGE = "en"
PATH = "/en/contact/"
SIZES = (8, 100, 1000, 10_000)

_MONDAY = datetime(2026, 11, 23, tzinfo=UTC)


def rendering() -> None:
    print_result(_against_a_plain_template())
    queries = {}
    directories = {}
    for size in SIZES:
        replace_departments(size)
        directories[size], queries[size] = _loaded()
    smallest, *larger = SIZES
    for size in larger:
        print_result(_growth(smallest, size, directories))
    print_result(
        measure(
            f"queries on a miss after an edit, {larger[-1]:,} windows: with {smallest}",
            lambda: queries[larger[-1]],
            lambda: queries[smallest],
            reach=1,
            at_most=True,
            unit="queries",
            rounds=1,
        )
    )


def _against_a_plain_template() -> Result:
    from django.utils import translation

    from support.directory.current import current_directory

    directory = current_directory.get()
    held = patch("support.directory.current.current_directory.get", lambda: directory)
    with translation.override(LANGUAGE):
        plain = PlainTemplate("support/contact.html")
    template = plain.template
    with held, _pages(directory, 25) as ours:
        contexts = [plain.context_of(ours) for _ in range(25)]
    with held, _pages(directory, 25) as ours:
        for context in contexts:
            if ours().split() != template.render(context()).split():
                sys.exit("The plain template says something else than the contact page.")
    turn = itertools.cycle(contexts)
    with held, _pages(directory, 3000) as ours:
        return compare_times(
            "a change of state: one plain template, all precomputed",
            ours,
            lambda: template.render(next(turn)()),
            at_most=1,
        )


def _loaded() -> tuple[Any, int]:
    """The directory as it is now, and how many queries the first page after the edit took."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from support.directory.current import current_directory

    view = _view()
    with CaptureQueriesContext(connection) as queries:
        view()
    return current_directory.get(), len(queries)


def _growth(smallest: int, size: int, directories: dict[int, Any]) -> Result:
    def per_byte(windows: int) -> float:
        directory, calls = directories[windows], max(1, 1000 // windows)
        loaded = patch("support.directory.current.current_directory.get", lambda: directory)
        with loaded, _pages(directory, calls + 1) as page:
            length = len(page().encode())
            return time_calls(page, calls) / length

    return measure(
        f"rendering {size:,} windows: {smallest}, per byte",
        lambda: per_byte(size),
        lambda: per_byte(smallest),
        reach=1,
        at_most=True,
        unit="ns/byte",
        rounds=3 if size > 1000 else 7,
    )


def _misses(directory: Any, count: int) -> list[datetime]:
    """From a Monday on, the instants at which the page reads differently."""
    from support.contact_page.lines.valid_until import valid_until

    instants = [_MONDAY]
    while len(instants) < count and (until := valid_until(directory, instants[-1])):
        instants.append(until)
    return instants


@contextmanager
def _pages(directory: Any, count: int) -> Iterator[Callable[[], str]]:
    """Give the page of the next miss at every call, as Django’s view makes it; at most `count`."""
    turn = iter(_misses(directory, count))
    with patch("support.clock.now", lambda: next(turn)):
        yield _view()


def _view() -> Callable[[], str]:
    from support.site.contact import contact

    request = _request()
    return lambda: contact(request, LANGUAGE).content.decode()


def _request() -> Any:
    from django.test import RequestFactory

    return RequestFactory().get(PATH, headers={"host": "127.0.0.1"})
