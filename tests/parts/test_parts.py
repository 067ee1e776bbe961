"""Parts of pages, kept by what they show."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier

import pytest

from support.parts import Parts, Period

NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)
TEN = datetime(2026, 11, 23, 10, tzinfo=UTC)
ELEVEN = datetime(2026, 11, 23, 11, tzinfo=UTC)
MORNING = Period(NINE, ELEVEN)


class Entry:
    """Is equal to every other, and is not the same."""

    def __eq__(self, other):
        return isinstance(other, Entry)

    def __hash__(self):
        return 1


@pytest.fixture
def parts():
    return Parts()


def test_part_is_made_once_in_its_period(parts):
    entry = Entry()
    first = parts.get("card", (entry,), ("en", None), MORNING, object)

    assert parts.get("card", (entry,), ("en", None), MORNING, object) is first


@pytest.mark.parametrize(
    ("name", "variant"), [("row", ("en", None)), ("card", ("de", None)), ("card", ("en", "UTC"))]
)
def test_part_that_shows_something_else_is_another(parts, name, variant):
    entry = Entry()
    first = parts.get("card", (entry,), ("en", None), MORNING, object)

    assert parts.get(name, (entry,), variant, MORNING, object) is not first
    assert parts.get("card", (entry,), ("en", None), MORNING, object) is first


def test_entries_are_told_apart_by_identity(parts):
    first = parts.get("card", (Entry(),), (), MORNING, object)

    assert parts.get("card", (Entry(),), (), MORNING, object) is not first


def test_part_of_another_period_takes_the_place_of_the_old_one(parts):
    entry = Entry()
    first = parts.get("card", (entry,), (), MORNING, object)
    later = parts.get("card", (entry,), (), Period(ELEVEN, ELEVEN), object)

    assert later is not first
    assert len(parts) == 1


def test_period_holds_from_its_first_instant_until_just_before_its_last(parts):
    first = parts.period("day", (), (), NINE, lambda: ELEVEN)

    assert first == MORNING
    assert parts.period("day", (), (), TEN, lambda: ELEVEN) is first
    assert parts.period("day", (), (), ELEVEN, lambda: ELEVEN) == Period(ELEVEN, ELEVEN)


def test_clock_that_is_set_back_finds_no_period_of_the_future(parts):
    parts.period("day", (), (), TEN, lambda: ELEVEN)

    assert parts.period("day", (), (), NINE, lambda: ELEVEN) == MORNING


def test_two_periods_have_a_time_in_common():
    assert MORNING.within(Period(TEN, TEN.replace(hour=12))) == Period(TEN, ELEVEN)


def test_what_is_rendered_of_a_part_is_kept_with_it(parts):
    renderings = iter([b"first", b"second", b"third"])

    def rendered(card, *values):
        return parts.rendered("card.html", card, "en", (card, *values), lambda: next(renderings))

    card = parts.get("card", (), (), MORNING, list)
    assert (rendered(card), rendered(card)) == (b"first", b"first")
    assert rendered(card, "another value") == b"second"
    later = parts.get("card", (), (), Period(ELEVEN, ELEVEN), lambda: [1])
    assert rendered(later) == b"third"
    assert len(parts) == 2


def test_what_is_no_part_is_rendered_each_time(parts):
    renderings = iter([b"first", b"second"])
    page = object()

    assert parts.rendered("page.html", page, "en", (page,), lambda: next(renderings)) == b"first"
    assert parts.rendered("page.html", page, "en", (page,), lambda: next(renderings)) == b"second"


def test_what_was_not_used_for_the_longest_time_leaves_when_the_store_is_full():
    parts = Parts(most_bytes=25)
    parts.get("a", (), (), MORNING, lambda: b"x" * 10)
    parts.get("b", (), (), MORNING, lambda: b"x" * 10)
    parts.get("a", (), (), MORNING, bytes)
    parts.get("c", (), (), MORNING, lambda: b"x" * 10)

    assert (len(parts), parts.weight) == (2, 20)
    assert parts.get("a", (), (), MORNING, bytes) == b"x" * 10
    assert parts.get("b", (), (), MORNING, bytes) == b""


def test_part_that_is_larger_than_the_store_is_kept_alone():
    parts = Parts(most_bytes=5)
    parts.get("a", (), (), MORNING, lambda: b"x" * 10)

    assert parts.get("a", (), (), MORNING, bytes) == b"x" * 10


def test_threads_that_make_a_part_at_once_get_the_same(parts):
    together = Barrier(8)

    def make():
        together.wait(60)
        return object()

    with ThreadPoolExecutor(8) as pool:
        made = [pool.submit(parts.get, "card", (), (), MORNING, make) for _ in range(8)]

    assert len({id(each.result()) for each in made}) == 1


def test_threads_leave_the_store_as_full_as_it_says():
    parts = Parts(most_bytes=5_000)

    def use(thread):
        for number in range(500):
            parts.get("card", (), (number % 100,), thread, lambda: b"x" * 100)

    with ThreadPoolExecutor(8) as pool:
        for each in [pool.submit(use, thread) for thread in range(8)]:
            each.result()

    assert parts.weight == 100 * len(parts)
    assert parts.weight <= 5_000
