"""Finished responses in front of a small application that counts how often it is asked."""

from __future__ import annotations

import gzip
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Event
from time import sleep

import brotli
import pytest

from support.finished_pages.addresses import FinishedAddress, finished_address
from support.finished_pages.application import FinishedPages
from support.finished_pages.under_way import pages_to_make
from support.finished_pages.validity import Validity, asked_instant, finish
from tests.waiting import wait_for
from tests.wsgi import ask

ELEVEN = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
EVENING = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
CONTENT = "営業 <p>".encode() * 200


class Site:
    """Answers every path; how long its answers hold can be set."""

    def __init__(self, room=30_000, room_of_others=30_000, grace=0):
        self.asked = []
        self.environs = []
        self.validity = Validity("7", ELEVEN, NOON)
        self.token = "7"
        self.edits = []
        self.replaced = 0.5
        self.status = "200 OK"
        self.headers = [("Content-Type", "text/html"), ("Content-Language", "ja")]
        self.hold = None
        self.pages = FinishedPages(
            self.application,
            finished_address,
            self,
            staff_cookie="sessionid",
            seconds_of_grace=grace,
            most_bytes=room,
            most_bytes_of_others=room_of_others,
        )

    def look(self):
        """Take up what was saved."""
        if self.edits:
            self.token = self.edits.pop()
            self.validity = Validity(self.token, ELEVEN, NOON)

    def seconds_since_replaced(self, token):
        return self.replaced

    def application(self, environ, start_response):
        self.asked.append(environ["REQUEST_METHOD"])
        self.environs.append(environ)
        validity = self.validity
        if asked_instant(environ) == NOON:
            validity = Validity(self.token, NOON, EVENING)
        if self.hold:
            assert self.hold.wait(60)
        if validity:
            finish(environ, validity)
        start_response(self.status, list(self.headers))
        return [CONTENT[:10], CONTENT[10:]]

    def get(self, address="/ja/contact/", **request):
        return ask(self.pages, address, **request)


@pytest.fixture
def site(clock):
    clock.stop_at("2026-11-23T11:00:00+00:00")
    return Site()


def test_second_request_is_answered_without_asking_django(site):
    first, second = site.get(), site.get()

    assert (first.content, second.content) == (CONTENT, CONTENT)
    assert first.headers == second.headers
    assert site.asked == ["GET"]


def test_page_is_rendered_anew_when_something_on_it_changes(site, clock):
    site.get()
    clock.stop_at("2026-11-23T12:00:00+00:00")
    site.get()

    assert site.asked == ["GET", "GET"]


def test_page_of_the_next_change_is_there_when_it_comes(site, clock):
    site.get()
    clock.stop_at("2026-11-23T11:59:56+00:00")
    site.get()
    wait_for(lambda: len(site.pages._following) == 1)
    clock.stop_at("2026-11-23T11:59:59+00:00")
    assert site.get().headers["Cache-Control"] == "public, max-age=1, stale-if-error=86400"
    wait_for(lambda: not site.pages._renewal._asked)

    clock.stop_at("2026-11-23T12:00:00+00:00")
    site.get()
    site.get()
    assert site.asked == ["GET", "GET"]
    assert len(site.pages._following) == 0


def test_page_of_the_next_change_shows_an_edit_from_before_it(site, clock):
    site.get()
    clock.stop_at("2026-11-23T11:59:56+00:00")
    site.get()
    wait_for(lambda: not site.pages._renewal._asked)
    site.token, site.replaced = "8", 60.0
    site.validity = Validity("8", ELEVEN, NOON)
    site.get()
    site.get()
    wait_for(lambda: not site.pages._renewal._asked)
    clock.stop_at("2026-11-23T12:00:00+00:00")
    site.get()

    assert site.asked == ["GET"] * 4


def test_page_of_the_next_change_is_not_shown_long_after_an_edit(site, clock):
    site.get()
    clock.stop_at("2026-11-23T11:59:56+00:00")
    site.get()
    wait_for(lambda: not site.pages._renewal._asked)
    site.token, site.replaced = "8", 60.0
    clock.stop_at("2026-11-23T12:00:00+00:00")
    site.get()

    assert site.asked == ["GET"] * 3


def test_choices_have_no_page_of_the_next_change(site, clock):
    site.get("/ja/contact/?tz=Asia/Tokyo")
    clock.stop_at("2026-11-23T11:59:56+00:00")
    site.get("/ja/contact/?tz=Asia/Tokyo")

    assert site.pages._renewal._asked == set()


def test_page_says_nothing_of_the_time_before_it_was_rendered(site, clock):
    site.get()
    clock.stop_at("2026-11-23T10:59:59+00:00")
    site.get()

    assert site.asked == ["GET", "GET"]


def test_page_is_rendered_anew_after_an_edit(site):
    site.get()
    site.edits = ["8"]
    site.look()
    site.get()
    site.get()

    assert site.asked == ["GET", "GET"]


def test_who_saved_sees_the_edit_at_once(clock):
    clock.stop_at("2026-11-23T11:00:00+00:00")
    site = Site(grace=60)
    site.get()
    site.edits = ["8"]
    site.get(cookie="language=ja; sessionid=abc")

    assert site.asked == ["GET", "GET"]


def test_page_from_before_an_edit_is_shown_while_the_new_one_is_rendered(clock):
    clock.stop_at("2026-11-23T11:00:00+00:00")
    site = Site(grace=60)
    site.get()
    site.edits = ["8"]
    site.look()
    site.hold = Event()

    assert [site.get().content for _ in range(3)] == [CONTENT] * 3
    site.hold.set()
    wait_for(lambda: site.asked == ["GET", "GET"] and not site.pages._renewal._asked)
    site.get()
    assert site.asked == ["GET", "GET"]


def test_page_from_before_an_edit_is_shown_for_no_longer_than_that(clock):
    clock.stop_at("2026-11-23T11:00:00+00:00")
    site = Site(grace=60)
    site.get()
    site.edits = ["8"]
    site.look()
    site.replaced = 60.0
    site.get()

    assert site.pages._renewal._asked == set()
    assert site.asked == ["GET", "GET"]


def test_page_from_before_an_edit_is_shown_for_longer_while_the_new_one_is_rendered(clock):
    clock.stop_at("2026-11-23T11:00:00+00:00")
    site = Site(grace=1)
    site.get()
    site.edits = ["8"]
    site.look()
    site.hold = Event()
    site.get()
    site.replaced = 4.0

    assert site.get().content == CONTENT
    site.hold.set()
    wait_for(lambda: not site.pages._renewal._asked)
    assert site.asked == ["GET", "GET"]


def test_one_visitor_alone_waits_where_nobody_asked_soon_after_an_edit(clock):
    clock.stop_at("2026-11-23T11:00:00+00:00")
    site = Site(grace=1)
    site.get()
    site.edits, site.replaced = ["8"], 2.0
    site.look()
    clock.stop_at("2026-11-23T11:00:02+00:00")
    site.hold = Event()
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(site.get)
        wait_for(lambda: site.asked == ["GET", "GET"])
        assert site.get().content == CONTENT
        assert not waiting.done()
        site.hold.set()
        assert waiting.result().content == CONTENT
    wait_for(lambda: not site.pages._renewal._asked)
    assert site.asked == ["GET", "GET"]


def test_edit_during_the_rendering_is_rendered_next_without_anybody_asking_again(clock):
    clock.stop_at("2026-11-23T11:00:00+00:00")
    site = Site(grace=1)
    site.get()
    site.edits = ["9", "8"]
    site.look()
    site.hold = Event()
    site.get()
    wait_for(lambda: site.asked == ["GET", "GET"])
    site.get()
    site.look()
    site.hold.set()
    wait_for(lambda: not site.pages._renewal._asked)

    assert site.asked == ["GET", "GET", "GET"]


def test_page_whose_rendering_took_long_is_shown_while_the_edit_since_then_is_rendered(clock):
    clock.stop_at("2026-11-23T11:00:00+00:00")
    site = Site(grace=1)
    site.hold = Event()
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(site.get)
        wait_for(lambda: site.asked == ["GET"])
        clock.stop_at("2026-11-23T11:00:03+00:00")
        site.hold.set()
        assert waiting.result().content == CONTENT
    site.edits, site.replaced = ["8"], 2.0
    site.look()
    site.hold = Event()

    assert site.get().content == CONTENT
    site.hold.set()
    wait_for(lambda: not site.pages._renewal._asked)
    assert site.asked == ["GET", "GET"]


def test_page_that_is_never_finished_is_not_shown_from_before_an_edit_for_good(clock):
    clock.stop_at("2026-11-23T11:00:00+00:00")
    site = Site(grace=1)
    site.get()
    site.edits = ["8"]
    site.look()
    site.hold = Event()
    site.get()
    site.replaced = 5.0
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(site.get)
        sleep(0.1)
        assert not waiting.done()
        site.hold.set()
        assert waiting.result().content == CONTENT


def test_who_waits_for_a_page_gets_it_though_somebody_has_saved_meanwhile(site):
    site.hold = Event()
    with ThreadPoolExecutor(8) as pool:
        answers = [pool.submit(site.get) for _ in range(8)]
        wait_for(lambda: site.asked)
        sleep(0.1)  # for the others to wait
        site.token, site.replaced = "8", 0.0
        site.hold.set()

    assert {answer.result().content for answer in answers} == {CONTENT}
    assert len(site.asked) == 1


def test_staff_wait_while_a_page_is_made(site):
    site.hold = Event()
    with ThreadPoolExecutor(2) as pool:
        made = pool.submit(site.get)
        wait_for(lambda: site.asked)
        staff = pool.submit(pages_to_make.wait, 60)
        sleep(0.05)
        assert not staff.done()
        site.hold.set()
        staff.result(60)

    assert made.result().content == CONTENT


def test_staff_wait_for_pages_whose_turn_has_not_come(clock):
    clock.stop_at("2026-11-23T11:00:00+00:00")
    site = Site(grace=60)
    site.get("/ja/contact/")
    site.get("/en/contact/")
    site.edits = ["8"]
    site.look()
    site.hold = Event()
    site.get("/ja/contact/")
    site.get("/en/contact/")
    with ThreadPoolExecutor(1) as pool:
        staff = pool.submit(pages_to_make.wait, 60)
        sleep(0.05)
        assert not staff.done()
        site.hold.set()
        staff.result(60)

    assert len(site.asked) == 4


def test_page_from_before_an_edit_is_not_shown_past_a_change_of_state(clock):
    clock.stop_at("2026-11-23T11:00:00+00:00")
    site = Site(grace=60)
    site.get()
    site.edits = ["8"]
    site.look()
    clock.stop_at("2026-11-23T12:00:00+00:00")
    site.get()

    assert site.pages._renewal._asked == set()
    assert site.asked == ["GET", "GET"]


def test_page_that_cannot_be_rendered_anew_is_logged_and_tried_again(clock, caplog):
    clock.stop_at("2026-11-23T11:00:00+00:00")
    site = Site(grace=60)
    site.get()
    site.edits = ["8"]
    site.look()
    site.validity = None
    site.headers = None  # no list: Django itself is broken
    site.get()
    wait_for(lambda: not site.pages._renewal._asked)

    assert "A page could not be rendered anew." in caplog.text
    assert site.get().content == CONTENT


def test_smallest_body_is_handed_to_who_takes_it(site):
    answer = site.get(accept_encoding="gzip, deflate, br, zstd")

    assert answer.headers["Content-Encoding"] == "br"
    assert answer.headers["Content-Length"] == str(len(answer.content))
    assert brotli.decompress(answer.content) == CONTENT


def test_compressed_body_is_handed_to_who_takes_it(site):
    answer = site.get(accept_encoding="br;q=0, gzip;q=0.8")

    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Content-Length"] == str(len(answer.content))
    assert gzip.decompress(answer.content) == CONTENT


@pytest.mark.parametrize("accept_encoding", ["", "zstd", "gzip;q=0", "gzip; q=0.0", "identity"])
def test_plain_body_is_handed_to_who_does_not(site, accept_encoding):
    answer = site.get(accept_encoding=accept_encoding)

    assert "Content-Encoding" not in answer.headers
    assert answer.content == CONTENT


def test_each_body_has_a_strong_etag_of_its_own(site):
    plain = site.get().headers["ETag"]
    compressed = site.get(accept_encoding="gzip").headers["ETag"]

    assert plain != compressed
    assert plain.startswith('"')


def test_unchanged_page_is_answered_with_304(site):
    etag = site.get().headers["ETag"]
    answer = site.get(if_none_match=f'"other", W/{etag}')

    assert (answer.status, answer.content) == ("304 Not Modified", b"")
    assert answer.headers["ETag"] == etag
    assert "Content-Length" not in answer.headers


def test_etag_of_the_other_body_does_not_match(site):
    etag = site.get().headers["ETag"]

    assert site.get(if_none_match=etag, accept_encoding="gzip").status == "200 OK"


def test_head_has_the_headers_and_no_body(site):
    head, get = site.get(method="HEAD"), site.get()

    assert (head.content, head.headers) == (b"", get.headers)
    assert site.asked == ["GET"]


@pytest.mark.parametrize(
    ("now", "max_age"),
    [("2026-11-23T11:00:00+00:00", 1), ("2026-11-23T11:59:59.500000+00:00", 0)],
)
def test_other_caches_keep_it_for_a_second_and_never_past_the_change(site, clock, now, max_age):
    clock.stop_at(now)

    assert site.get().headers["Cache-Control"] == (
        f"public, max-age={max_age}, stale-if-error=86400"
    )


def test_answer_varies_on_the_encoding_alone(site):
    assert site.get().headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize(
    "request_",
    [
        {"address": "/en/nothing/"},
        {"address": "/admin/"},
        {"address": "/badge/status.json?department=sales&x=1"},
        {"address": "/badge/status.json?zone=UTC&zone=UTC"},
        {"address": "/ja/contact/?tz=" + "x" * 600},
        {"address": "/ja/contact/?tz=東京"},
        {"method": "POST"},
        {"method": "OPTIONS"},
    ],
)
def test_anything_else_is_django_s_every_time(site, request_):
    site.get(**request_)
    site.get(**request_)

    assert len(site.asked) == 2


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("status", "301 Moved Permanently"),
        ("status", "400 Bad Request"),
        ("validity", None),
        ("headers", [("Set-Cookie", "a=b")]),
    ],
)
def test_what_is_no_plain_page_is_handed_on_and_not_kept(site, field, value):
    setattr(site, field, value)
    answer = site.get()
    site.get()

    assert answer.status == site.status
    assert len(site.asked) == 2


def test_every_host_has_pages_of_its_own(site):
    site.get(host="a.example")
    site.get(host="b.example")
    site.get(host="a.example", x_forwarded_proto="http")

    assert len(site.asked) == 3


def test_what_is_kept_is_bounded_and_the_oldest_goes(site):
    for number in range(100):
        site.get(host=f"{number}.example")
    site.get(host="99.example")
    site.get(host="0.example")

    assert len(site.asked) == 101


def test_page_that_is_rendered_anew_takes_the_place_of_its_old_self(site):
    site.get(host="a.example")
    for number in range(100):
        site.edits = [str(number)]
        site.look()
        site.get(host="b.example")
    site.edits = ["7"]
    site.look()

    site.asked.clear()
    site.get(host="a.example")
    assert site.asked == []


def test_page_that_is_larger_than_all_room_is_kept_alone(clock):
    clock.stop_at("2026-11-23T11:00:00+00:00")
    site = Site(room=10)
    site.get()
    site.get()

    assert site.asked == ["GET"]


def test_pages_of_the_same_shape_are_kept_apart(site):
    site.get("/ja/contact/sales/")
    site.get("/ja/contact/finance/")
    site.get("/ja/contact/sales/")

    assert site.asked == ["GET", "GET"]


def test_nothing_is_left_of_an_address_that_is_not_kept(site):
    site.validity, site.status = None, "404 Not Found"
    for number in range(100):
        site.get(f"/ja/contact/{number}/")

    assert (len(site.pages._common), len(site.pages._turns)) == (0, 0)


def test_page_is_not_kept_waiting_by_another(site):
    site.hold = Event()
    with ThreadPoolExecutor(2) as pool:
        slow = pool.submit(site.get, "/ja/contact/sales/")
        while not site.asked:
            sleep(0.001)
        site.hold, hold = None, site.hold
        assert site.get("/ja/contact/finance/").content == CONTENT
        assert not slow.done()
        hold.set()


@pytest.mark.parametrize(
    ("path", "query", "expected"),
    [
        ("/ja/contact/", "", ("", True)),
        ("/ja/contact/sales/", "", ("", True)),
        ("/pt/contact/malware-abuse/", "", ("", True)),
        ("/ja/contact/", "utm_source=x&fbclid=y", ("", True)),
        ("/ja/contact/", "tz=UTC", ("tz=UTC", False)),
        ("/ja/contact/", "tz=&tz=UTC&languages=da", ("languages=da&tz=UTC", False)),
        ("/ja/contact/", "languages=en&x=1&languages=da", ("languages=en&languages=da", False)),
        ("/ja/contact/", "tz=", ("tz=", False)),
        ("/ja/contact/", "tz=S%C3%A3o+Paulo", ("tz=S%C3%A3o+Paulo", False)),
        ("/ja/contact/sales/ja.ics", "x=1", ("", False)),
        ("/ja/contact/sales/ja/next.ics", "", ("", False)),
        (
            "/badge/status.json",
            "zone=UTC&language=ja&department=sales",
            ("department=sales&language=ja&zone=UTC", False),
        ),
        ("/badge/en/sales/ja.svg", "zone=UTC", ("zone=UTC", False)),
        ("/badge/en/sales/ja/", "", ("", False)),
        ("/badge/en/sales/ja/", "x=1", None),
        ("/badge/xx/sales/ja/", "", None),
        ("/badge/status.js", "", None),
        ("/ja/contact/sales", "", None),
        ("/ja/contact/sales/ja/", "", None),
        ("/JA/contact/sales/", "", None),
        ("/xx/contact/", "", None),
        ("/ja/contact/営業/", "", None),
        ("/contact/sales/", "", None),
        ("/admin/", "", None),
        ("/", "", None),
        ("", "", None),
        ("/ja/contact/\n", "", None),
    ],
)
def test_addresses_of_the_public_pages_have_a_shape(path, query, expected):
    assert finished_address(path, query) == (expected and FinishedAddress(*expected))


def test_parameters_that_the_page_does_not_know_make_no_other_page(site):
    site.get()
    answer = site.get("/ja/contact/?utm_source=newsletter&fbclid=1")

    assert answer.content == CONTENT
    assert site.asked == ["GET"]


def test_page_for_a_chosen_clock_is_finished_too(site):
    first = site.get("/ja/contact/?languages=da&tz=Europe/Berlin")
    again = site.get("/ja/contact/?tz=Europe%2FBerlin&utm_source=x&languages=da")
    unchanged = site.get(
        "/ja/contact/?languages=da&tz=Europe/Berlin", if_none_match=first.headers["ETag"]
    )

    assert again == first
    assert unchanged.status == "304 Not Modified"
    assert first.headers["Cache-Control"] == "public, max-age=1, stale-if-error=86400"
    assert site.asked == ["GET"]


def test_every_choice_has_a_page_of_its_own(site):
    site.get("/ja/contact/")
    site.get("/ja/contact/?tz=UTC")
    site.get("/ja/contact/?tz=Asia/Tokyo")
    site.get("/ja/contact/?languages=da&languages=en")
    site.get("/ja/contact/?languages=en&languages=da")

    assert len(site.asked) == 5


def test_django_is_asked_with_nothing_of_the_visitor_s(site):
    site.get(
        "/ja/contact/?x=1&tz=UTC",
        cookie="preferences=x",
        accept_language="de",
        accept_encoding="gzip",
        if_none_match="*",
        x_forwarded_proto="https",
    )

    environ = site.environs[0]
    assert environ["QUERY_STRING"] == "tz=UTC"
    assert {name for name in environ if name.startswith("HTTP_")} == {
        "HTTP_HOST",
        "HTTP_X_FORWARDED_PROTO",
    }


def test_choices_drive_out_no_page_that_most_people_ask_for(site):
    site.get()
    for number in range(100):
        site.get(f"/ja/contact/?tz={number}")
    site.asked.clear()
    site.get()

    assert site.asked == []


def test_invented_choices_are_bounded(site):
    for number in range(100):
        site.get(f"/ja/contact/?tz={number}")
    site.asked.clear()
    site.get("/ja/contact/?tz=99")
    site.get("/ja/contact/?tz=0")

    assert site.asked == ["GET"]


def test_answer_says_how_long_other_caches_may_hold_it(site, clock):
    site.validity = Validity("7", ELEVEN, NOON, timedelta(minutes=5), in_outage=False)
    early = site.get().headers["Cache-Control"]
    clock.stop_at("2026-11-23T11:58:00+00:00")
    late = site.get().headers["Cache-Control"]

    assert (early, late) == ("public, max-age=300", "public, max-age=120")


def test_hundred_requests_at_the_instant_of_change_cause_one_rendering(site):
    site.hold = Event()
    with ThreadPoolExecutor(100) as pool:
        answers = [pool.submit(site.get) for _ in range(100)]
        site.hold.set()

    assert {answer.result().content for answer in answers} == {CONTENT}
    assert site.asked == ["GET"]
